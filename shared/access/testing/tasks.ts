import type { JsonObject } from '../../base/json';

/** Tasks with every argument known, and what the placeholders of the reference facts stand for in them. */
export interface SampleTask {
  readonly id: string;
  readonly resource: string;
  readonly arguments: JsonObject;
  readonly placeholders: Readonly<Record<string, string>>;
}

const of = (service: string, kind: string): string => `arn:aws:${service}:us-east-1:123456789012:${kind}`;
const role = 'arn:aws:iam::123456789012:role/work';

const job = (name: string, placeholder: string): SampleTask => ({
  id: `sagemaker.create${name}`,
  resource: `arn:aws:states:::sagemaker:create${name}`,
  arguments: {
    [`${name}Name`]: 'night',
    ...(name === 'TransformJob'
      ? {}
      : name === 'HyperParameterTuningJob'
        ? { TrainingJobDefinition: { RoleArn: role } }
        : { RoleArn: role }),
  },
  placeholders: { [placeholder]: 'night', roleArn: role },
});

const object = (action: string): SampleTask => ({
  id: `s3.${action}`,
  resource: `arn:aws:states:::aws-sdk:s3:${action}`,
  arguments: { Bucket: 'orders', Key: 'a/b.csv' },
  placeholders: { bucket: 'orders', key: 'a/b.csv' },
});

const table = (action: string, sdk = false): SampleTask => ({
  id: `dynamodb.${action}`,
  resource: `arn:aws:states:::${sdk ? 'aws-sdk:' : ''}dynamodb:${action}`,
  arguments: { TableName: 'orders' },
  placeholders: { tableName: 'orders' },
});

export const sampleTasks: readonly SampleTask[] = [
  {
    id: 'lambda.invoke',
    resource: 'arn:aws:states:::lambda:invoke',
    arguments: { FunctionName: 'charge' },
    placeholders: { functionArn: of('lambda', 'function:charge') },
  },
  {
    id: 'glue.startJobRun',
    resource: 'arn:aws:states:::glue:startJobRun',
    arguments: { JobName: 'etl' },
    placeholders: {},
  },
  {
    id: 'databrew.startJobRun',
    resource: 'arn:aws:states:::databrew:startJobRun',
    arguments: { Name: 'clean' },
    placeholders: { name: 'clean' },
  },
  {
    id: 'sns.publish',
    resource: 'arn:aws:states:::sns:publish',
    arguments: { TopicArn: of('sns', 'alerts') },
    placeholders: { topicArn: of('sns', 'alerts') },
  },
  {
    id: 'sqs.sendMessage',
    resource: 'arn:aws:states:::sqs:sendMessage',
    arguments: { QueueUrl: 'https://sqs.us-east-1.amazonaws.com/123456789012/jobs' },
    placeholders: { queueArn: of('sqs', 'jobs') },
  },
  {
    id: 'ecs.runTask',
    resource: 'arn:aws:states:::ecs:runTask',
    arguments: { TaskDefinition: 'etl:7', Overrides: { TaskRoleArn: role, ExecutionRoleArn: `${role}2` } },
    placeholders: { family: 'etl', revision: '7', taskRoleArn: role, executionRoleArn: `${role}2` },
  },
  job('TrainingJob', 'trainingJobName'),
  job('TransformJob', 'transformJobName'),
  job('ProcessingJob', 'processingJobName'),
  job('HyperParameterTuningJob', 'hyperParameterTuningJobName'),
  object('putObject'),
  object('getObject'),
  object('headObject'),
  object('deleteObject'),
  object('listObjectsV2'),
  table('getItem'),
  table('putItem'),
  table('updateItem'),
  table('deleteItem'),
  table('query', true),
  table('scan', true),
  {
    id: 'batch.submitJob',
    resource: 'arn:aws:states:::batch:submitJob',
    arguments: { JobName: 'n', JobQueue: 'q', JobDefinition: 'd' },
    placeholders: {},
  },
  {
    id: 'kinesis.putRecord',
    resource: 'arn:aws:states:::aws-sdk:kinesis:putRecord',
    arguments: { StreamName: 'clicks' },
    placeholders: { name: 'clicks' },
  },
  {
    id: 'kinesis.putRecords',
    resource: 'arn:aws:states:::aws-sdk:kinesis:putRecords',
    arguments: { StreamName: 'clicks' },
    placeholders: { name: 'clicks' },
  },
  {
    id: 'firehose.putRecord',
    resource: 'arn:aws:states:::aws-sdk:firehose:putRecord',
    arguments: { DeliveryStreamName: 'clicks' },
    placeholders: { name: 'clicks' },
  },
  {
    id: 'events.putEvents',
    resource: 'arn:aws:states:::events:putEvents',
    arguments: { Entries: [{ EventBusName: 'orders', Detail: {} }] },
    placeholders: { bus: 'orders' },
  },
  {
    id: 'sagemaker.startPipelineExecution',
    resource: 'arn:aws:states:::aws-sdk:sagemaker:startPipelineExecution',
    arguments: { PipelineName: 'train' },
    placeholders: { name: 'train' },
  },
  {
    id: 'sagemakerruntime.invokeEndpoint',
    resource: 'arn:aws:states:::aws-sdk:sagemakerruntime:invokeEndpoint',
    arguments: { EndpointName: 'live' },
    placeholders: { name: 'live' },
  },
  {
    id: 'states.startExecution',
    resource: 'arn:aws:states:::states:startExecution',
    arguments: { StateMachineArn: of('states', 'stateMachine:child') },
    placeholders: { name: 'child' },
  },
];
