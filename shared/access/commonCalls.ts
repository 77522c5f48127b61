import type { ArnShapeId } from '../services/arns/shapes';
import type { AccessCall, AccessStatement } from '../services/contract';

type Access = (call: AccessCall) => readonly AccessStatement[];

/** Permissions of calls whose service has no definition that says them, by `service:action` of the Resource. */
export function accessOf(call: string): Access | undefined {
  return calls[call.replace(/^aws-sdk:sfn:/, 'aws-sdk:states:').replace(/^aws-sdk:/, '')];
}

const on =
  (action: string, argument: string, shape: ArnShapeId): Access =>
  (call) => [{ actions: [action], resources: [call.arn(argument, shape)] }];

const managedRule = (call: AccessCall, rule: string): readonly AccessStatement[] =>
  call.pattern === 'sync'
    ? [
        {
          actions: ['events:DescribeRule', 'events:PutRule', 'events:PutTargets'],
          resources: [call.build('events.rule', { path: rule })],
          why: 'Step Functions learns of the end of the job by a managed rule.',
        },
      ]
    : [];

const whileRunning = (call: AccessCall, actions: readonly string[], resource: string): readonly AccessStatement[] =>
  call.pattern === 'sync'
    ? [
        {
          actions,
          resources: [resource],
          why: 'Step Functions asks after the job and stops it when the state is stopped.',
        },
      ]
    : [];

/** Source: AWS developer guide, "IAM policies for calling nested workflows". */
const startExecution: Access = (call) => [
  {
    actions: ['states:StartExecution'],
    resources: [call.arn('StateMachineArn', 'states.stateMachine')],
  },
  ...whileRunning(
    call,
    ['states:DescribeExecution', 'states:StopExecution'],
    call.build('states.execution', {
      region: call.part('StateMachineArn', 'states.stateMachine', 'region'),
      account: call.part('StateMachineArn', 'states.stateMachine', 'account'),
      name: call.part('StateMachineArn', 'states.stateMachine', 'name'),
      execution: '*',
    }),
  ),
  ...managedRule(call, 'StepFunctionsGetEventsForStepFunctionsExecutionRule'),
];

/** Roles that ECS is handed stand in the task definition unless the call overrides them. Source: "IAM policies for calling Amazon ECS". */
const runTask: Access = (call) => {
  const overridden = ['Overrides.TaskRoleArn', 'Overrides.ExecutionRoleArn'].filter((path) => call.given(path));
  return [
    { actions: ['ecs:RunTask'], resources: [call.arn('TaskDefinition', 'ecs.taskDefinition')] },
    {
      actions: ['iam:PassRole'],
      resources:
        overridden.length === 2
          ? overridden.map((path) => call.arn(path, 'iam.role'))
          : [call.build('iam.role', { path: '*' })],
      condition: { StringEquals: { 'iam:PassedToService': 'ecs-tasks.amazonaws.com' } },
      why: 'ECS is handed the roles of the task definition, or those that override them.',
    },
    ...whileRunning(call, ['ecs:DescribeTasks', 'ecs:StopTask'], '*'),
    ...managedRule(call, 'StepFunctionsGetEventsForECSTaskRule'),
  ];
};

const sageMakerJob =
  (job: string, shape: ArnShapeId, name: string, rule: string): Access =>
  (call) => {
    const known = call.literal(name);
    const resource = call.build(shape, { name: known ?? '*' });
    return [
      { actions: [`sagemaker:Create${job}`], resources: [resource] },
      { actions: ['sagemaker:AddTags', 'sagemaker:ListTags'], resources: ['*'] },
      ...(call.given('RoleArn')
        ? [
            {
              actions: ['iam:PassRole'],
              resources: [call.arn('RoleArn', 'iam.role')],
              condition: { StringEquals: { 'iam:PassedToService': 'sagemaker.amazonaws.com' } },
              why: 'SageMaker is handed the role of the job.',
            },
          ]
        : []),
      ...whileRunning(call, [`sagemaker:Describe${job}`, `sagemaker:Stop${job}`], resource),
      ...managedRule(call, rule),
    ];
  };

const glueJob: Access = (call) => [
  { actions: ['glue:StartJobRun'], resources: [call.build('glue.job', { name: call.literal('JobName') ?? '*' })] },
  ...whileRunning(
    call,
    ['glue:BatchStopJobRun', 'glue:GetJobRun', 'glue:GetJobRuns'],
    call.build('glue.job', { name: call.literal('JobName') ?? '*' }),
  ),
];

const invokeFunction: Access = (call) => {
  const arn = call.arn('FunctionName', 'lambda.function');
  const qualified = call.part('FunctionName', 'lambda.function', 'qualifier') !== '*';
  // Without a version the call may still be answered under `:$LATEST` or an alias by its Qualifier.
  return [
    { actions: ['lambda:InvokeFunction'], resources: qualified || arn.endsWith('*') ? [arn] : [arn, `${arn}:*`] },
  ];
};

const publish: Access = (call) => [
  {
    actions: ['sns:Publish'],
    // A phone number or an endpoint is no topic: AWS's own template then allows everything.
    resources: [call.given('TopicArn') ? call.arn('TopicArn', 'sns.topic') : '*'],
  },
];

const batchJob: Access = (call) => [
  {
    actions:
      call.pattern === 'sync' ? ['batch:DescribeJobs', 'batch:SubmitJob', 'batch:TerminateJob'] : ['batch:SubmitJob'],
    resources: ['*'],
  },
  ...managedRule(call, 'StepFunctionsGetEventsForBatchJobsRule'),
];

const object =
  (action: string): Access =>
  (call) => [
    {
      actions: [action],
      resources: [call.build('s3.object', { bucket: call.literal('Bucket') ?? '*', key: call.literal('Key') ?? '*' })],
    },
  ];

/** Every bus that an entry names; the default bus for an entry that names none. */
const putEvents: Access = (call) => {
  const buses: string[] = [];
  for (let index = 0; index < 10 && call.given(`Entries.${index}`); index += 1) {
    const bus = `Entries.${index}.EventBusName`;
    buses.push(call.given(bus) ? call.arn(bus, 'events.eventBus') : call.build('events.eventBus', { name: 'default' }));
    // Entries that only the run knows have no end.
    if (call.literal(bus) === null && call.given('Entries.10')) break;
  }
  return [{ actions: ['events:PutEvents'], resources: [...new Set(buses)] }];
};

const tableWithIndexes =
  (action: string): Access =>
  (call) => {
    const table = call.arn('TableName', 'dynamodb.table');
    const index = call.given('IndexName') ? [`${table}/index/${call.literal('IndexName') ?? '*'}`] : [];
    return [{ actions: [action], resources: [table, ...index] }];
  };

const brewJob: Access = (call) => [
  {
    actions:
      call.pattern === 'sync'
        ? ['databrew:ListJobRuns', 'databrew:StartJobRun', 'databrew:StopJobRun']
        : ['databrew:StartJobRun'],
    resources: [call.arn('Name', 'databrew.job')],
  },
];

const calls: Readonly<Record<string, Access>> = {
  'databrew:startJobRun': brewJob,
  'dynamodb:query': tableWithIndexes('dynamodb:Query'),
  'dynamodb:scan': tableWithIndexes('dynamodb:Scan'),
  'events:putEvents': putEvents,
  'kinesis:putRecord': on('kinesis:PutRecord', 'StreamName', 'kinesis.stream'),
  'kinesis:putRecords': on('kinesis:PutRecords', 'StreamName', 'kinesis.stream'),
  'firehose:putRecord': on('firehose:PutRecord', 'DeliveryStreamName', 'firehose.deliveryStream'),
  'sagemaker:startPipelineExecution': on('sagemaker:StartPipelineExecution', 'PipelineName', 'sagemaker.pipeline'),
  'sagemakerruntime:invokeEndpoint': on('sagemaker:InvokeEndpoint', 'EndpointName', 'sagemaker.endpoint'),
  'states:startExecution': startExecution,
  'states:startSyncExecution': on('states:StartSyncExecution', 'StateMachineArn', 'states.stateMachine'),
  'ecs:runTask': runTask,
  'sagemaker:createTrainingJob': sageMakerJob(
    'TrainingJob',
    'sagemaker.trainingJob',
    'TrainingJobName',
    'StepFunctionsGetEventsForSageMakerTrainingJobsRule',
  ),
  'sagemaker:createProcessingJob': sageMakerJob(
    'ProcessingJob',
    'sagemaker.processingJob',
    'ProcessingJobName',
    'StepFunctionsGetEventsForSageMakerProcessingJobsRule',
  ),
  'sagemaker:createTransformJob': sageMakerJob(
    'TransformJob',
    'sagemaker.transformJob',
    'TransformJobName',
    'StepFunctionsGetEventsForSageMakerTransformJobsRule',
  ),
  'sagemaker:createHyperParameterTuningJob': sageMakerJob(
    'HyperParameterTuningJob',
    'sagemaker.tuningJob',
    'HyperParameterTuningJobName',
    'StepFunctionsGetEventsForSageMakerTuningJobsRule',
  ),
  'glue:startJobRun': glueJob,
  'lambda:invoke': invokeFunction,
  'sns:publish': publish,
  'sqs:sendMessage': on('sqs:SendMessage', 'QueueUrl', 'sqs.queue'),
  'batch:submitJob': batchJob,
  'dynamodb:getItem': on('dynamodb:GetItem', 'TableName', 'dynamodb.table'),
  'dynamodb:putItem': on('dynamodb:PutItem', 'TableName', 'dynamodb.table'),
  'dynamodb:updateItem': on('dynamodb:UpdateItem', 'TableName', 'dynamodb.table'),
  'dynamodb:deleteItem': on('dynamodb:DeleteItem', 'TableName', 'dynamodb.table'),
  's3:getObject': object('s3:GetObject'),
  's3:headObject': object('s3:GetObject'),
  's3:putObject': object('s3:PutObject'),
  's3:deleteObject': object('s3:DeleteObject'),
  's3:listObjectsV2': on('s3:ListBucket', 'Bucket', 's3.bucket'),
};
