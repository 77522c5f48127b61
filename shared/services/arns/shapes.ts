/**
 * The ARN shapes of the resources that integrations name in arguments and policies.
 * Source: "Resource types defined by …" of each service in AWS's Service Authorization Reference.
 * `{part}` is a part of the name, `[…]` may be left out, a part named `path` or `key` may hold `/`.
 */
const templates = {
  'lambda.function': 'arn:{partition}:lambda:{region}:{account}:function:{name}[:{qualifier}]',
  'glue.job': 'arn:{partition}:glue:{region}:{account}:job/{name}',
  'glue.crawler': 'arn:{partition}:glue:{region}:{account}:crawler/{name}',
  'glue.catalog': 'arn:{partition}:glue:{region}:{account}:catalog',
  'glue.database': 'arn:{partition}:glue:{region}:{account}:database/{name}',
  'glue.table': 'arn:{partition}:glue:{region}:{account}:table/{database}/{name}',
  'databrew.job': 'arn:{partition}:databrew:{region}:{account}:job/{name}',
  'sns.topic': 'arn:{partition}:sns:{region}:{account}:{name}',
  'sqs.queue': 'arn:{partition}:sqs:{region}:{account}:{name}',
  'ecs.cluster': 'arn:{partition}:ecs:{region}:{account}:cluster/{name}',
  'ecs.taskDefinition': 'arn:{partition}:ecs:{region}:{account}:task-definition/{family}[:{revision}]',
  'ecs.task': 'arn:{partition}:ecs:{region}:{account}:task/{path}',
  'ecr.repository': 'arn:{partition}:ecr:{region}:{account}:repository/{path}',
  'eks.cluster': 'arn:{partition}:eks:{region}:{account}:cluster/{name}',
  'sagemaker.trainingJob': 'arn:{partition}:sagemaker:{region}:{account}:training-job/{name}',
  'sagemaker.transformJob': 'arn:{partition}:sagemaker:{region}:{account}:transform-job/{name}',
  'sagemaker.processingJob': 'arn:{partition}:sagemaker:{region}:{account}:processing-job/{name}',
  'sagemaker.tuningJob': 'arn:{partition}:sagemaker:{region}:{account}:hyper-parameter-tuning-job/{name}',
  'sagemaker.labelingJob': 'arn:{partition}:sagemaker:{region}:{account}:labeling-job/{name}',
  'sagemaker.autoMLJob': 'arn:{partition}:sagemaker:{region}:{account}:automl-job/{name}',
  'sagemaker.model': 'arn:{partition}:sagemaker:{region}:{account}:model/{name}',
  'sagemaker.endpointConfig': 'arn:{partition}:sagemaker:{region}:{account}:endpoint-config/{name}',
  'sagemaker.endpoint': 'arn:{partition}:sagemaker:{region}:{account}:endpoint/{name}',
  'sagemaker.pipeline': 'arn:{partition}:sagemaker:{region}:{account}:pipeline/{name}',
  'sagemaker.featureGroup': 'arn:{partition}:sagemaker:{region}:{account}:feature-group/{name}',
  's3.bucket': 'arn:{partition}:s3:::{bucket}',
  's3.object': 'arn:{partition}:s3:::{bucket}/{key}',
  'dynamodb.table': 'arn:{partition}:dynamodb:{region}:{account}:table/{name}',
  'dynamodb.index': 'arn:{partition}:dynamodb:{region}:{account}:table/{name}/index/{index}',
  'athena.workgroup': 'arn:{partition}:athena:{region}:{account}:workgroup/{name}',
  'athena.dataCatalog': 'arn:{partition}:athena:{region}:{account}:datacatalog/{name}',
  'batch.jobQueue': 'arn:{partition}:batch:{region}:{account}:job-queue/{name}',
  'batch.jobDefinition': 'arn:{partition}:batch:{region}:{account}:job-definition/{name}[:{revision}]',
  'kinesis.stream': 'arn:{partition}:kinesis:{region}:{account}:stream/{name}',
  'firehose.deliveryStream': 'arn:{partition}:firehose:{region}:{account}:deliverystream/{name}',
  'events.eventBus': 'arn:{partition}:events:{region}:{account}:event-bus/{name}',
  'events.rule': 'arn:{partition}:events:{region}:{account}:rule/{path}',
  'events.connection': 'arn:{partition}:events:{region}:{account}:connection/{name}[/{id}]',
  'scheduler.schedule': 'arn:{partition}:scheduler:{region}:{account}:schedule/{group}/{name}',
  'rds.cluster': 'arn:{partition}:rds:{region}:{account}:cluster:{name}',
  'emr.cluster': 'arn:{partition}:elasticmapreduce:{region}:{account}:cluster/{id}',
  'emrServerless.application': 'arn:{partition}:emr-serverless:{region}:{account}:/applications/{id}',
  'emrServerless.jobRun': 'arn:{partition}:emr-serverless:{region}:{account}:/applications/{application}/jobruns/{id}',
  'emrContainers.virtualCluster': 'arn:{partition}:emr-containers:{region}:{account}:/virtualclusters/{id}',
  'emrContainers.jobRun': 'arn:{partition}:emr-containers:{region}:{account}:/virtualclusters/{cluster}/jobruns/{id}',
  'states.stateMachine': 'arn:{partition}:states:{region}:{account}:stateMachine:{name}[:{qualifier}]',
  'states.execution': 'arn:{partition}:states:{region}:{account}:execution:{name}:{execution}',
  'states.express': 'arn:{partition}:states:{region}:{account}:express:{name}:{execution}:{id}',
  'states.mapRun': 'arn:{partition}:states:{region}:{account}:mapRun:{path}',
  'states.activity': 'arn:{partition}:states:{region}:{account}:activity:{name}',
  'apigateway.execute': 'arn:{partition}:execute-api:{region}:{account}:{api}/{stage}/{method}/[{path}]',
  'bedrock.foundationModel': 'arn:{partition}:bedrock:{region}::foundation-model/{id}',
  'bedrock.provisionedModel': 'arn:{partition}:bedrock:{region}:{account}:provisioned-model/{id}',
  'bedrock.customModel': 'arn:{partition}:bedrock:{region}:{account}:custom-model/{path}',
  'bedrock.inferenceProfile': 'arn:{partition}:bedrock:{region}:{account}:inference-profile/{id}',
  'bedrock.customizationJob': 'arn:{partition}:bedrock:{region}:{account}:model-customization-job/{path}',
  'bedrock.guardrail': 'arn:{partition}:bedrock:{region}:{account}:guardrail/{id}',
  'codebuild.project': 'arn:{partition}:codebuild:{region}:{account}:project/{name}',
  'codebuild.build': 'arn:{partition}:codebuild:{region}:{account}:build/{path}',
  'mediaconvert.queue': 'arn:{partition}:mediaconvert:{region}:{account}:queues/{name}',
  'secretsmanager.secret': 'arn:{partition}:secretsmanager:{region}:{account}:secret:{path}',
  'ssm.parameter': 'arn:{partition}:ssm:{region}:{account}:parameter/{path}',
  'kms.key': 'arn:{partition}:kms:{region}:{account}:key/{id}',
  'iam.role': 'arn:{partition}:iam::{account}:role/{path}',
  'iam.user': 'arn:{partition}:iam::{account}:user/{path}',
  'iam.group': 'arn:{partition}:iam::{account}:group/{path}',
  'iam.policy': 'arn:{partition}:iam::{account}:policy/{path}',
  'iam.instanceProfile': 'arn:{partition}:iam::{account}:instance-profile/{path}',
  'logs.logGroup': 'arn:{partition}:logs:{region}:{account}:log-group:{path}',
} as const;

export type ArnShapeId = keyof typeof templates;

/** Every shape: the order is that of the picker. */
export const arnShapeIds = Object.keys(templates) as readonly ArnShapeId[];

/** The template of a shape. */
export function arnTemplate(shape: ArnShapeId): string {
  return templates[shape];
}

/** Resources that arguments may name by a URL instead. */
const urls: Partial<Record<ArnShapeId, RegExp>> = {
  // Amazon SQS developer guide, "Queue and message identifiers".
  'sqs.queue':
    /^https:\/\/sqs\.(?<region>[a-z0-9-]+|[$#]\{[^}]+\})\.amazonaws\.com(?:\.cn)?\/(?<account>\d{12}|[$#]\{[^}]+\})\/(?<name>(?:[\w.-]|[$#]\{[^}]+\})+)$/,
};

/** The parts of a URL that names a resource of this shape; null when it is none. */
export function partsOfUrl(text: string, shape: ArnShapeId): Readonly<Record<string, string>> | null {
  const found = urls[shape]?.exec(text);
  return found?.groups ? { ...found.groups } : null;
}
