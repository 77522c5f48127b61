/**
 * The IAM action of an API call. Most are `<service>:<Action>`; this table has those that are not.
 * Source: Service Authorization Reference, "Actions, resources, and condition keys for AWS services".
 */
const prefixes: Readonly<Record<string, string>> = {
  apigatewayv2: 'apigateway',
  bedrockagent: 'bedrock',
  bedrockagentruntime: 'bedrock',
  bedrockruntime: 'bedrock',
  cloudwatch: 'cloudwatch',
  cloudwatchevents: 'events',
  cloudwatchlogs: 'logs',
  cognitoidentity: 'cognito-identity',
  cognitoidentityprovider: 'cognito-idp',
  costexplorer: 'ce',
  databasemigration: 'dms',
  directory: 'ds',
  docdb: 'rds',
  dynamodbstreams: 'dynamodb',
  efs: 'elasticfilesystem',
  elasticloadbalancingv2: 'elasticloadbalancing',
  emr: 'elasticmapreduce',
  emrcontainers: 'emr-containers',
  emrserverless: 'emr-serverless',
  eventbridge: 'events',
  lexruntimev2: 'lex',
  lexmodelsv2: 'lex',
  neptune: 'rds',
  opensearch: 'es',
  elasticsearch: 'es',
  personalizeevents: 'personalize',
  personalizeruntime: 'personalize',
  rdsdata: 'rds-data',
  redshiftdata: 'redshift-data',
  resourcegroupstaggingapi: 'tag',
  s3control: 's3',
  sagemakera2iruntime: 'sagemaker',
  sagemakerfeaturestoreruntime: 'sagemaker',
  sagemakerruntime: 'sagemaker',
  servicediscovery: 'servicediscovery',
  ses: 'ses',
  sesv2: 'ses',
  sfn: 'states',
};

const actions: Readonly<Record<string, string>> = {
  's3:headObject': 's3:GetObject',
  's3:headBucket': 's3:ListBucket',
  's3:listObjects': 's3:ListBucket',
  's3:listObjectsV2': 's3:ListBucket',
  's3:listBuckets': 's3:ListAllMyBuckets',
  's3:deleteObjects': 's3:DeleteObject',
  's3:createMultipartUpload': 's3:PutObject',
  's3:uploadPart': 's3:PutObject',
  's3:completeMultipartUpload': 's3:PutObject',
  's3:listParts': 's3:ListMultipartUploadParts',
  's3:listMultipartUploads': 's3:ListBucketMultipartUploads',
  's3:getBucketEncryption': 's3:GetEncryptionConfiguration',
  'lambda:invoke': 'lambda:InvokeFunction',
  'bedrock:converse': 'bedrock:InvokeModel',
  'dynamodb:batchExecuteStatement': 'dynamodb:PartiQLSelect',
};

/** The IAM action of an integration, from the names in its Resource: `aws-sdk:s3`, `headObject`. */
export function derivedAction(service: string, action: string): string {
  const short = service.replace(/^aws-sdk:/, '');
  const prefix = prefixes[short] ?? short;
  const known = actions[`${prefix}:${action}`];
  return known ?? `${prefix}:${action.charAt(0).toUpperCase()}${action.slice(1)}`;
}
