import { describe, expect, it } from 'vitest';
import type { JsonObject, JsonValue } from '../base/json';
import { foldHistory } from '../history/fold';
import { failWith, runMachine, succeed } from '../simulator/testing/runMachine';
import { statePath, rootScope } from '../workflow/paths';
import { estimateRun } from './estimate';
import { defaultPrices } from './prices';

interface History {
  /** Resource behind `arn:aws:states:::`. */
  readonly resource: string;
  readonly arguments: JsonObject;
  readonly seconds?: number;
  readonly result?: JsonValue;
  readonly assume?: Readonly<Record<string, number>>;
  /** How often the first attempts fail. */
  readonly failures?: number;
}

/** What the Task of a history costs by itself, without Step Functions. */
async function bill({ resource, arguments: given, seconds = 0, result = {}, assume = {}, failures = 0 }: History) {
  const definition: JsonObject = {
    StartAt: 'T',
    States: {
      T: {
        Type: 'Task',
        Resource: `arn:aws:states:::${resource}`,
        Parameters: given,
        Retry: [{ ErrorEquals: ['States.ALL'] }],
        End: true,
      },
    },
  };
  const { events } = await runMachine(definition, {
    worker: ({ attempt }) =>
      attempt < failures
        ? failWith('Broken', '', seconds * 1000)
        : { ...succeed(result, seconds * 1000), submitted: {} },
  });
  const assumptions = { [statePath(rootScope, 'T')]: assume };
  const { steps } = estimateRun(
    { definition, type: 'STANDARD', prices: defaultPrices, assumptions },
    foldHistory(events),
  );
  return steps[0]?.usd;
}

const text = (bytes: number) => 'x'.repeat(bytes);
const job = { JobName: 'etl' };
const table = { TableName: 'orders', Key: { id: { S: '1' } } };
const url = 'https://sqs.us-east-1.amazonaws.com/123456789012/jobs';

/**
 * Each bill is worked out by hand from the price of the table (us-east-1) and the rule of AWS's pricing page that the
 * comment names; no helper of the code is used in it.
 */
describe('bills worked out by hand', () => {
  it.each<readonly [string, History, number]>([
    // Request 0.0000002, and 2 s of 512 MB = 1 GB-s at 0.0000166667.
    ['Lambda', { resource: 'lambda:invoke', arguments: { FunctionName: 'f' }, seconds: 2 }, 0.0000168667],
    // Two attempts of 2 s each: twice the bill above.
    [
      'Lambda with a retry',
      { resource: 'lambda:invoke', arguments: { FunctionName: 'f' }, seconds: 2, failures: 1 },
      0.0000337334,
    ],
    // 2 workers of 12 DPU for 90 s: 24 × 90/3600 h = 0.6 DPU-h at 0.44.
    [
      'Glue G.12X',
      {
        resource: 'glue:startJobRun.sync',
        arguments: { ...job, WorkerType: 'G.12X', NumberOfWorkers: 2 },
        seconds: 90,
      },
      0.264,
    ],
    // 16 DPU for a minute at least, although it took 20 s: 16/60 × 0.44.
    [
      'Glue for less than a minute',
      {
        resource: 'glue:startJobRun.sync',
        arguments: { ...job, WorkerType: 'G.16X', NumberOfWorkers: 1 },
        seconds: 20,
      },
      0.1173333333,
    ],
    // 4 workers of 1 DPU for half an hour at the price of Flex: 2 DPU-h × 0.29.
    [
      'Glue Flex',
      {
        resource: 'glue:startJobRun.sync',
        arguments: { ...job, WorkerType: 'G.1X', NumberOfWorkers: 4, ExecutionClass: 'FLEX' },
        seconds: 1800,
      },
      0.58,
    ],
    // 10 s on Fargate count as a minute: 2 vCPU × 1/60 h × 0.04048 + 4 GB × 1/60 h × 0.004445.
    [
      'Fargate',
      {
        resource: 'ecs:runTask.sync',
        arguments: { TaskDefinition: 'd:1', LaunchType: 'FARGATE', Overrides: { Cpu: '2048', Memory: '4096' } },
        seconds: 10,
      },
      0.0016456667,
    ],
    // 61 s of a build are two minutes: 2 × 0.005.
    ['CodeBuild, small', { resource: 'codebuild:startBuild.sync', arguments: { ProjectName: 'p' }, seconds: 61 }, 0.01],
    // Three minutes begun of the large machine: 3 × 0.02.
    [
      'CodeBuild, large',
      {
        resource: 'codebuild:startBuild.sync',
        arguments: { ProjectName: 'p', ComputeTypeOverride: 'BUILD_GENERAL1_LARGE' },
        seconds: 150,
      },
      0.06,
    ],
    // Below 10 MB a query counts 10 MB: 10 / 1024 / 1024 TB × 5.
    [
      'Athena',
      { resource: 'athena:startQueryExecution', arguments: { QueryString: 'x' }, assume: { scannedGB: 0.001 } },
      0.0000476837,
    ],
    // 30 s count as a minute: 12 vCPU / 60 × 0.052624 + 48 GB / 60 × 0.0057785.
    [
      'EMR Serverless',
      {
        resource: 'emr-serverless:startJobRun.sync',
        arguments: { ApplicationId: 'a', ExecutionRoleArn: 'r', ClientToken: 't' },
        seconds: 30,
      },
      0.0151476,
    ],
    // 100 bytes read without consistency: half a unit at 0.000000125.
    [
      'DynamoDB, eventually consistent',
      { resource: 'dynamodb:getItem', arguments: table, result: { Item: {} } },
      0.0000000625,
    ],
    // A consistent read of 5,000 bytes is two units of 4 KB.
    [
      'DynamoDB, consistent',
      {
        resource: 'dynamodb:getItem',
        arguments: { ...table, ConsistentRead: true },
        result: { Item: { a: { S: text(5000) } } },
      },
      0.00000025,
    ],
    // 1,500 bytes written are two units of 1 KB at 0.000000625.
    [
      'DynamoDB, a write',
      { resource: 'dynamodb:putItem', arguments: { TableName: 'orders', Item: { a: { S: text(1500) } } } },
      0.00000125,
    ],
    // 70 KB are two requests of 64 KB at 0.0000005.
    [
      'SNS',
      {
        resource: 'sns:publish',
        arguments: { TopicArn: 'arn:aws:sns:us-east-1:123456789012:t', Message: text(70 * 1024) },
      },
      0.000001,
    ],
    // One request of a standard queue.
    ['SQS', { resource: 'sqs:sendMessage', arguments: { QueueUrl: url, MessageBody: 'x' } }, 0.0000004],
    // 130 KB are three requests of a FIFO queue at 0.0000005.
    [
      'SQS, FIFO',
      { resource: 'sqs:sendMessage', arguments: { QueueUrl: `${url}.fifo`, MessageBody: text(130 * 1024) } },
      0.0000015,
    ],
    // Every entry is an event of its own: 3 × 0.000001.
    [
      'EventBridge',
      {
        resource: 'events:putEvents',
        arguments: { Entries: [1, 2, 3].map((id) => ({ Detail: { id }, DetailType: 'd', Source: 's' })) },
      },
      0.000003,
    ],
    // Every record is a unit of 25 KB of its own: 20 × 0.000000014.
    [
      'Kinesis',
      {
        resource: 'aws-sdk:kinesis:putRecords',
        arguments: { StreamName: 's', Records: Array.from({ length: 20 }, () => ({ Data: 'x', PartitionKey: 'k' })) },
      },
      0.00000028,
    ],
    // 2 machines for a quarter of an hour: 0.5 h × 0.23.
    [
      'SageMaker',
      {
        resource: 'sagemaker:createTrainingJob.sync',
        arguments: {
          TrainingJobName: 'n',
          ResourceConfig: { InstanceType: 'ml.m5.xlarge', InstanceCount: 2, VolumeSizeInGB: 1 },
        },
        seconds: 900,
      },
      0.115,
    ],
    // 5 nodes for 6 minutes: 0.5 h × 0.48.
    ['DataBrew', { resource: 'databrew:startJobRun.sync', arguments: { Name: 'n' }, seconds: 360 }, 0.24],
    // An Express run of no time: a request of 0.000001 and 0.1 s of 64 MB = 0.00625 GB-s at 0.00001667.
    [
      'a synchronous Express run',
      {
        resource: 'aws-sdk:sfn:startSyncExecution',
        arguments: { StateMachineArn: 'arn:aws:states:us-east-1:123456789012:stateMachine:child' },
      },
      0.0000011041875,
    ],
    // 1,000 tokens in at 0.00000025, 500 out at 0.00000125.
    [
      'Bedrock',
      {
        resource: 'bedrock:invokeModel',
        arguments: { ModelId: 'anthropic.claude-3-haiku-20240307-v1:0', Body: {} },
        assume: { inputTokens: 1000, outputTokens: 500 },
      },
      0.000875,
    ],
  ])('%s', async (_title, history, usd) => {
    expect(await bill(history)).toBeCloseTo(usd, 10);
  });

  it.each([
    [
      'codebuild:startBuild.sync',
      { ProjectName: 'p', ComputeTypeOverride: 'BUILD_GENERAL1_2XLARGE' },
      'codebuild.2xlarge.minute',
    ],
    [
      'codebuild:startBuild.sync',
      { ProjectName: 'p', EnvironmentTypeOverride: 'ARM_CONTAINER' },
      'codebuild.arm_container.small.minute',
    ],
    ['sns:publish', { TopicArn: 'arn:aws:sns:us-east-1:123456789012:t.fifo', Message: 'x' }, 'sns.fifoPublish'],
  ])('a price that the table does not have is said, not guessed: %s %j', async (resource, given, price) => {
    const definition: JsonObject = {
      StartAt: 'T',
      States: { T: { Type: 'Task', Resource: `arn:aws:states:::${resource}`, Parameters: given, End: true } },
    };
    const { events } = await runMachine(definition, { worker: () => ({ ...succeed({}), submitted: {} }) });
    const basis = { definition, type: 'STANDARD', prices: defaultPrices, assumptions: {} } as const;
    const [step] = estimateRun(basis, foldHistory(events)).steps;
    expect(step?.usd).toBe(0);
    expect(step?.unknown.join(' ')).toContain(`no ${price}`);
  });
});
