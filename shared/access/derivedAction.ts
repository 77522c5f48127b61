import { iamPrefixes } from './iamPrefixes';

/** IAM actions that are named otherwise than the API. Source: Service Authorization Reference. */
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
  'sns:publishBatch': 'sns:Publish',
  'sqs:sendMessageBatch': 'sqs:SendMessage',
  'sqs:deleteMessageBatch': 'sqs:DeleteMessage',
  'sqs:changeMessageVisibilityBatch': 'sqs:ChangeMessageVisibility',
  'lambda:invoke': 'lambda:InvokeFunction',
  'bedrock:converse': 'bedrock:InvokeModel',
  'dynamodb:batchExecuteStatement': 'dynamodb:PartiQLSelect',
};

/** The IAM action of an integration, as far as names tell it, from the names in its Resource: `aws-sdk:s3`, `headObject`. */
export function derivedAction(service: string, action: string): string {
  const short = service.replace(/^aws-sdk:/, '');
  const prefix = iamPrefixes[short] ?? short;
  const known = actions[`${prefix}:${action}`];
  return known ?? `${prefix}:${action.charAt(0).toUpperCase()}${action.slice(1)}`;
}
