import { describe, expect, it } from 'vitest';
import { operations } from './table';
import { apiOf, ask, base, pass, role, waits } from './testing/callApi';

const machine = `${base}:stateMachine:m`;
const missing = `${base}:stateMachine:none`;
const noExecution = `${base}:execution:m:none`;
const create = { name: 'm', definition: pass, roleArn: role };
const detected = (count: number, ...problems: readonly string[]): string =>
  `${count} validation error${count === 1 ? '' : 's'} detected: ${problems.join('; ')}`;
const long = 'x'.repeat(81);
const wrongKind = "Invalid Arn: 'Resource type not valid in this context: execution'";

/** An operation, what is sent, and the answer. Machine `m` is there, with version 1, alias PROD and execution `w`, which waits. */
const rows: readonly (readonly [operation: string, request: unknown, code: string, message: string])[] = [
  [
    'CreateStateMachine',
    {},
    'ValidationException',
    detected(
      3,
      "Value null at 'name' failed to satisfy constraint: Member must not be null",
      "Value null at 'definition' failed to satisfy constraint: Member must not be null",
      "Value null at 'roleArn' failed to satisfy constraint: Member must not be null",
    ),
  ],
  [
    'CreateStateMachine',
    { ...create, name: long },
    'ValidationException',
    detected(
      1,
      `Value '${long}' at 'name' failed to satisfy constraint: Member must have length less than or equal to 80`,
    ),
  ],
  ['CreateStateMachine', { ...create, name: 'a b' }, 'InvalidName', "Invalid Name: 'a b'"],
  [
    'CreateStateMachine',
    { ...create, name: 7 },
    'SerializationException',
    'NUMBER_VALUE can not be converted to a String',
  ],
  ['CreateStateMachine', [], 'SerializationException', 'START_ARRAY can not be converted to a Structure'],
  [
    'CreateStateMachine',
    { ...create, definition: '' },
    'ValidationException',
    detected(
      1,
      "Value at 'definition' failed to satisfy constraint: Member must have length greater than or equal to 1",
    ),
  ],
  [
    'CreateStateMachine',
    { ...create, type: 'FAST' },
    'ValidationException',
    detected(
      1,
      "Value 'FAST' at 'type' failed to satisfy constraint: Member must satisfy enum value set: [STANDARD, EXPRESS]",
    ),
  ],
  [
    'CreateStateMachine',
    { ...create, name: 'n', roleArn: 'role' },
    'InvalidArn',
    "Invalid Arn: 'Invalid ARN prefix: role'",
  ],
  [
    'CreateStateMachine',
    { ...create, name: 'n', roleArn: 'arn:aws:iam::1:user/x' },
    'InvalidArn',
    "Invalid Role Arn: 'arn:aws:iam::1:user/x'",
  ],
  [
    'CreateStateMachine',
    { ...create, name: 'n', definition: '{' },
    'InvalidDefinition',
    `Invalid State Machine Definition: 'INVALID_JSON_DESCRIPTION: Unexpected end-of-input: expected close marker for Object (start marker at [Source: (String)"{"; line: 1, column: 1])\n at [Source: (String)"{"; line: 1, column: 2]'`,
  ],
  [
    'CreateStateMachine',
    { ...create, definition: waits },
    'StateMachineAlreadyExists',
    `State Machine Already Exists: '${machine}'`,
  ],
  [
    'CreateStateMachine',
    { ...create, name: 'n', versionDescription: 'v' },
    'ValidationException',
    'Version description can only be set when publish is true',
  ],
  [
    'CreateStateMachine',
    { ...create, name: 'n', loggingConfiguration: { level: 'ALL' } },
    'InvalidLoggingConfiguration',
    'Invalid Logging Configuration: Must specify exactly one Log Destination.',
  ],
  [
    'CreateStateMachine',
    { ...create, name: 'n', loggingConfiguration: { level: 'ALL', destinations: [{}] } },
    'InvalidLoggingConfiguration',
    'Invalid Logging Configuration: Log Destination not found.',
  ],
  [
    'CreateStateMachine',
    { ...create, name: 'n', encryptionConfiguration: { type: 'CUSTOMER_MANAGED_KMS_KEY' } },
    'InvalidEncryptionConfiguration',
    "Invalid Encryption Configuration: 'kmsKeyId must be set with CUSTOMER_MANAGED_KMS_KEY'",
  ],
  ['CreateStateMachine', { ...create, name: 'n' }, 'StateMachineLimitExceeded', "State Machine Limit Exceeded: '2'"],
  [
    'UpdateStateMachine',
    { stateMachineArn: missing, definition: pass },
    'StateMachineDoesNotExist',
    `State Machine Does Not Exist: '${missing}'`,
  ],
  [
    'UpdateStateMachine',
    { stateMachineArn: machine },
    'MissingRequiredParameter',
    'Either the definition, the role ARN, the LoggingConfiguration, or the TracingConfiguration must be specified',
  ],
  ['DescribeStateMachine', { stateMachineArn: noExecution }, 'InvalidArn', wrongKind],
  [
    'DescribeStateMachine',
    { stateMachineArn: `${machine}:9` },
    'StateMachineDoesNotExist',
    `State Machine Does Not Exist: '${machine}:9'`,
  ],
  [
    'DescribeStateMachine',
    { stateMachineArn: 'arn:aws:sqs:us-east-1:1:q' },
    'InvalidArn',
    "Invalid Arn: 'Service name not valid in this context: sqs'",
  ],
  ['DeleteStateMachine', { stateMachineArn: 'nope' }, 'InvalidArn', "Invalid Arn: 'Invalid ARN prefix: nope'"],
  ['ListStateMachines', { nextToken: 'x' }, 'InvalidToken', "Invalid Token: 'Invalid token'"],
  [
    'ListStateMachines',
    { maxResults: 1001 },
    'ValidationException',
    detected(
      1,
      "Value '1001' at 'maxResults' failed to satisfy constraint: Member must have value less than or equal to 1000",
    ),
  ],
  [
    'ListStateMachines',
    { maxResults: '5' },
    'SerializationException',
    'STRING_VALUE can not be converted to a Integer',
  ],
  [
    'PublishStateMachineVersion',
    { stateMachineArn: machine, revisionId: 'x' },
    'ConflictException',
    'Failed to publish the State Machine version for revision x. The current State Machine revision is INITIAL.',
  ],
  [
    'PublishStateMachineVersion',
    { stateMachineArn: machine, description: 'other' },
    'ServiceQuotaExceededException',
    `The number of versions of '${machine}' exceeds 1`,
  ],
  [
    'DeleteStateMachineVersion',
    { stateMachineVersionArn: `${machine}:1` },
    'ConflictException',
    'Version to be deleted must not be referenced by an alias. Current list of aliases referencing this version: [PROD]',
  ],
  [
    'CreateStateMachineAlias',
    { name: '12', routingConfiguration: [{ stateMachineVersionArn: `${machine}:1`, weight: 100 }] },
    'ValidationException',
    detected(
      1,
      "Value '12' at 'name' failed to satisfy constraint: Member must satisfy regular expression pattern: ^(?=.*[a-zA-Z_\\-\\.])[a-zA-Z0-9_\\-\\.]+$",
    ),
  ],
  [
    'CreateStateMachineAlias',
    { name: 'x', routingConfiguration: [{ stateMachineVersionArn: `${machine}:1`, weight: 101 }] },
    'ValidationException',
    detected(
      1,
      "Value '101' at 'routingConfiguration.1.member.weight' failed to satisfy constraint: Member must have value less than or equal to 100",
    ),
  ],
  [
    'CreateStateMachineAlias',
    { name: 'x', routingConfiguration: [{ stateMachineVersionArn: `${machine}:1`, weight: 50 }] },
    'ValidationException',
    'Sum of routing configuration weights must equal 100. Received: 50',
  ],
  [
    'CreateStateMachineAlias',
    { name: 'x', routingConfiguration: [1, 2].map(() => ({ stateMachineVersionArn: `${machine}:1`, weight: 50 })) },
    'ValidationException',
    `Routing configuration must contain distinct state machine version ARNs. Received: [${machine}:1, ${machine}:1]`,
  ],
  [
    'CreateStateMachineAlias',
    { name: 'x', routingConfiguration: [{ stateMachineVersionArn: `${machine}:9`, weight: 100 }] },
    'ResourceNotFound',
    'Request references a resource that does not exist.',
  ],
  [
    'CreateStateMachineAlias',
    { name: 'PROD', description: 'd', routingConfiguration: [{ stateMachineVersionArn: `${machine}:1`, weight: 100 }] },
    'ConflictException',
    'Failed to create alias because an alias with the same name and a different routing configuration already exists.',
  ],
  [
    'CreateStateMachineAlias',
    { name: 'x', routingConfiguration: [{ stateMachineVersionArn: `${machine}:1`, weight: 100 }] },
    'ServiceQuotaExceededException',
    `The number of aliases of '${machine}' exceeds 1`,
  ],
  [
    'UpdateStateMachineAlias',
    { stateMachineAliasArn: `${machine}:PROD` },
    'ValidationException',
    'Either the description or the RoutingConfiguration must be specified',
  ],
  [
    'DescribeStateMachineAlias',
    { stateMachineAliasArn: `${machine}:X` },
    'ResourceNotFound',
    'Request references a resource that does not exist.',
  ],
  [
    'ListStateMachineAliases',
    { stateMachineArn: missing },
    'StateMachineDoesNotExist',
    `State Machine Does Not Exist: '${missing}'`,
  ],
  [
    'StartExecution',
    { stateMachineArn: missing },
    'StateMachineDoesNotExist',
    `State Machine Does Not Exist: '${missing}'`,
  ],
  [
    'StartExecution',
    { stateMachineArn: `${machine}:X` },
    'StateMachineDoesNotExist',
    `State Machine Does Not Exist: '${machine}:X'`,
  ],
  [
    'StartExecution',
    { stateMachineArn: `${machine}#Case` },
    'StateMachineDoesNotExist',
    `State Machine Does Not Exist: '${machine}#Case'`,
  ],
  ['StartExecution', { stateMachineArn: machine, name: 'a:b' }, 'InvalidName', "Invalid Name: 'a:b'"],
  [
    'StartExecution',
    { stateMachineArn: machine, name: '' },
    'ValidationException',
    detected(1, "Value '' at 'name' failed to satisfy constraint: Member must have length greater than or equal to 1"),
  ],
  [
    'StartExecution',
    { stateMachineArn: machine, input: '' },
    'InvalidExecutionInput',
    "Invalid State Machine Execution Input: 'Invalid execution input.'",
  ],
  [
    'StartExecution',
    { stateMachineArn: machine, input: 'not' },
    'InvalidExecutionInput',
    "Invalid State Machine Execution Input: 'Unrecognized token 'not': was expecting (JSON String, Number, Array, Object or token 'null', 'true' or 'false')'",
  ],
  [
    'StartExecution',
    { stateMachineArn: machine, input: "{'a'" },
    'InvalidExecutionInput',
    "Invalid State Machine Execution Input: 'Unexpected character (''' (code 39)): was expecting double-quote to start field name'",
  ],
  [
    'StartExecution',
    { stateMachineArn: machine, input: '{"a" 1}' },
    'InvalidExecutionInput',
    "Invalid State Machine Execution Input: 'Unexpected character ('1' (code 49)): was expecting a colon to separate field name and value'",
  ],
  [
    'StartExecution',
    { stateMachineArn: machine, input: '[1 2]' },
    'InvalidExecutionInput',
    "Invalid State Machine Execution Input: 'Unexpected character ('2' (code 50)): was expecting comma to separate Array entries'",
  ],
  [
    'StartExecution',
    { stateMachineArn: machine, input: '"abc' },
    'InvalidExecutionInput',
    "Invalid State Machine Execution Input: 'Unexpected end-of-input: was expecting closing quote for a string value'",
  ],
  [
    'StartExecution',
    { stateMachineArn: machine, input: `"${'x'.repeat(262_143)}"` },
    'ValidationException',
    detected(1, "Value at 'input' failed to satisfy constraint: Member must have length less than or equal to 262144"),
  ],
  [
    'StartExecution',
    { stateMachineArn: `${base}:stateMachine:w`, name: 'w', input: '{"other":1}' },
    'ExecutionAlreadyExists',
    `Execution Already Exists: '${base}:execution:w:w'`,
  ],
  [
    'StartExecution',
    { stateMachineArn: `${base}:stateMachine:w`, name: 'more' },
    'ExecutionLimitExceeded',
    "Execution Limit Exceeded: '1'",
  ],
  [
    'StartSyncExecution',
    { stateMachineArn: machine },
    'StateMachineTypeNotSupported',
    'This operation is not supported by this type of state machine',
  ],
  ['DescribeExecution', { executionArn: 'nope' }, 'InvalidArn', "Invalid Arn: 'Invalid ARN prefix: nope'"],
  [
    'DescribeExecution',
    { executionArn: noExecution },
    'ExecutionDoesNotExist',
    `Execution Does Not Exist: '${noExecution}'`,
  ],
  [
    'DescribeExecution',
    { executionArn: `${base}:express:m:e:1` },
    'InvalidArn',
    "Invalid Arn: 'Resource type not valid in this context: express'",
  ],
  [
    'DescribeExecution',
    { executionArn: machine },
    'InvalidArn',
    "Invalid Arn: 'Resource type not valid in this context: stateMachine'",
  ],
  [
    'DescribeStateMachineForExecution',
    { executionArn: noExecution },
    'ExecutionDoesNotExist',
    `Execution Does Not Exist: '${noExecution}'`,
  ],
  [
    'GetExecutionHistory',
    { executionArn: noExecution },
    'ExecutionDoesNotExist',
    `Execution Does Not Exist: '${noExecution}'`,
  ],
  [
    'GetExecutionHistory',
    { executionArn: `${base}:execution:w:w`, nextToken: 'AAAA' },
    'InvalidToken',
    "Invalid Token: 'Invalid token'",
  ],
  [
    'StopExecution',
    { executionArn: noExecution },
    'ExecutionDoesNotExist',
    `Execution Does Not Exist: '${noExecution}'`,
  ],
  [
    'RedriveExecution',
    { executionArn: `${base}:execution:w:w` },
    'ExecutionNotRedrivable',
    'Execution is RUNNING and cannot be redriven',
  ],
  [
    'RedriveExecution',
    { executionArn: noExecution, clientToken: 'ä' },
    'ValidationException',
    detected(
      1,
      "Value 'ä' at 'clientToken' failed to satisfy constraint: Member must satisfy regular expression pattern: [!-~]+",
    ),
  ],
  ['ListExecutions', {}, 'ValidationException', 'Must specify exactly one of StateMachineArn or MapRunArn'],
  [
    'ListExecutions',
    { stateMachineArn: machine, statusFilter: 'x' },
    'ValidationException',
    detected(
      1,
      "Value 'x' at 'statusFilter' failed to satisfy constraint: Member must satisfy enum value set: [SUCCEEDED, TIMED_OUT, PENDING_REDRIVE, ABORTED, FAILED, RUNNING]",
    ),
  ],
  [
    'ListExecutions',
    { mapRunArn: `${base}:mapRun:m/L:1` },
    'ResourceNotFound',
    `Resource not found: '${base}:mapRun:m/L:1'`,
  ],
  ['CreateActivity', { name: 'a#b' }, 'InvalidName', "Invalid Name: 'a#b'"],
  [
    'CreateActivity',
    { name: 'act', encryptionConfiguration: { type: 'CUSTOMER_MANAGED_KMS_KEY', kmsKeyId: 'k' } },
    'ActivityAlreadyExists',
    `Activity Already Exists: '${base}:activity:act'`,
  ],
  ['CreateActivity', { name: 'second' }, 'ActivityLimitExceeded', "Activity Limit Exceeded: '1'"],
  [
    'DescribeActivity',
    { activityArn: `${base}:activity:x` },
    'ActivityDoesNotExist',
    `Activity Does Not Exist: '${base}:activity:x'`,
  ],
  [
    'GetActivityTask',
    { activityArn: `${base}:activity:x` },
    'ActivityDoesNotExist',
    `Activity Does Not Exist: '${base}:activity:x'`,
  ],
  [
    'GetActivityTask',
    { activityArn: `${base}:activity:act` },
    'ActivityWorkerLimitExceeded',
    `Activity Worker Limit Exceeded: '${base}:activity:act'`,
  ],
  ['SendTaskSuccess', { taskToken: 'x', output: '1' }, 'InvalidToken', "Invalid Token: 'Invalid token'"],
  [
    'SendTaskHeartbeat',
    { taskToken: `e-1-00000000-0000-0000-0000-000000000000` },
    'TaskDoesNotExist',
    "Task Does Not Exist: 'Provided task does not exist anymore'",
  ],
  [
    'SendTaskFailure',
    { taskToken: `w-7-00000000-0000-0000-0000-000000000000` },
    'TaskTimedOut',
    "Task Timed Out: 'Provided task does not exist anymore'",
  ],
  ['TagResource', { resourceArn: `${machine}:1`, tags: [] }, 'ResourceNotFound', `Resource not found: '${machine}:1'`],
  [
    'TagResource',
    { resourceArn: machine, tags: [{ key: 'a' }, { key: 'b' }] },
    'TooManyTags',
    `Too Many Tags: '${machine}' has more than 1 tags`,
  ],
  ['UntagResource', { resourceArn: 'x', tagKeys: [] }, 'InvalidArn', "Invalid Arn: 'Invalid ARN prefix: x'"],
  [
    'ListTagsForResource',
    { resourceArn: `${base}:activity:x` },
    'ResourceNotFound',
    `Resource not found: '${base}:activity:x'`,
  ],
  [
    'DescribeMapRun',
    { mapRunArn: machine },
    'InvalidArn',
    "Invalid Arn: 'Resource type not valid in this context: stateMachine'",
  ],
  ['ListMapRuns', { executionArn: noExecution }, 'ExecutionDoesNotExist', `Execution Does Not Exist: '${noExecution}'`],
  [
    'UpdateMapRun',
    { mapRunArn: `${base}:mapRun:m/L:1` },
    'ResourceNotFound',
    `Resource not found: '${base}:mapRun:m/L:1'`,
  ],
  ['TestState', { definition: '{"Type":"Pass"}', input: '{' }, 'InvalidExecutionInput', ''],
  [
    'ValidateStateMachineDefinition',
    { definition: pass, maxResults: 101 },
    'ValidationException',
    detected(
      1,
      "Value '101' at 'maxResults' failed to satisfy constraint: Member must have value less than or equal to 100",
    ),
  ],
  ['DescribeNothing', {}, 'UnknownOperationException', ''],
];

/** Errors that nothing but a fault switch brings about: they are of services that are not here. */
const byFault = [
  'InvalidTracingConfiguration',
  'KmsAccessDeniedException',
  'KmsInvalidStateException',
  'KmsThrottlingException',
];

async function prepared() {
  const limits = {
    machines: 2,
    activities: 1,
    openExecutions: 1,
    versions: 1,
    aliases: 1,
    tags: 1,
    activityPollers: 0,
  };
  const api = apiOf({ limits });
  await ask(api, 'CreateStateMachine', create);
  await ask(api, 'PublishStateMachineVersion', { stateMachineArn: machine });
  const routingConfiguration = [{ stateMachineVersionArn: `${machine}:1`, weight: 100 }];
  await ask(api, 'CreateStateMachineAlias', { name: 'PROD', routingConfiguration });
  await ask(api, 'CreateStateMachine', { name: 'w', definition: waits, roleArn: role });
  await ask(api, 'StartExecution', { stateMachineArn: `${base}:stateMachine:w`, name: 'w', input: '{}' });
  await ask(api, 'CreateActivity', { name: 'act' });
  return api;
}

describe('what is wrong with a request', () => {
  it.each(rows.map(([operation, request, code, message]) => ({ operation, request, code, message })))(
    '$operation answers $code: $message',
    async ({ operation, request, code, message }) => {
      const answer = await ask(await prepared(), operation, request);
      expect({ code: answer['code'], message: message === '' ? '' : answer['message'] }).toEqual({ code, message });
    },
  );

  it('is told by every operation that takes something, and by every error of the model', () => {
    const told = new Set(rows.map(([operation]) => operation));
    const takesNothingWrong = [
      'ListActivities',
      'DeleteActivity',
      'ListStateMachineVersions',
      'DeleteStateMachineAlias',
    ];
    expect(
      Object.keys(operations)
        .filter((name) => !told.has(name))
        .sort(),
    ).toEqual(takesNothingWrong.sort());
    const codes = new Set([...rows.map(([, , code]) => code), ...byFault, 'InvalidOutput', 'StateMachineDeleting']);
    const all = Object.values(operations).flatMap(({ errors }) => errors);
    expect([...new Set(all)].filter((code) => !codes.has(code))).toEqual([]);
  });
});

describe('an execution', () => {
  it('outlives its machine, with the definition that it was started with', async () => {
    const api = await prepared();
    const executionArn = `${base}:execution:w:w`;
    await ask(api, 'StopExecution', { executionArn });
    await ask(api, 'DeleteStateMachine', { stateMachineArn: `${base}:stateMachine:w` });
    await ask(api, 'CreateStateMachine', { ...create, name: 'w' });
    expect(await ask(api, 'DescribeStateMachineForExecution', { executionArn })).toMatchObject({ definition: waits });
    expect(await ask(api, 'RedriveExecution', { executionArn })).toHaveProperty('redriveDate');
    expect(await ask(api, 'DescribeExecution', { executionArn })).toMatchObject({ status: 'RUNNING', redriveCount: 1 });
  });
});

describe('errors of a moment', () => {
  it('come while a machine is deleted: it goes when its last execution has ended', async () => {
    const api = await prepared();
    const stateMachineArn = `${base}:stateMachine:w`;
    await ask(api, 'DeleteStateMachine', { stateMachineArn });
    expect(await ask(api, 'DescribeStateMachine', { stateMachineArn })).toMatchObject({ status: 'DELETING' });
    expect(await ask(api, 'StartExecution', { stateMachineArn })).toMatchObject({ code: 'StateMachineDeleting' });
    await ask(api, 'StopExecution', { executionArn: `${base}:execution:w:w` });
    expect(await ask(api, 'DescribeStateMachine', { stateMachineArn })).toMatchObject({
      code: 'StateMachineDoesNotExist',
    });
  });

  it('come when the output of a task is no JSON', async () => {
    const api = await prepared();
    const { events } = await ask(api, 'GetExecutionHistory', { executionArn: `${base}:execution:w:w` });
    const [, taskToken] = /\\"t\\":\\"([^\\]+)/.exec(JSON.stringify(events)) ?? [];
    expect(await ask(api, 'SendTaskSuccess', { taskToken, output: '{' })).toMatchObject({ code: 'InvalidOutput' });
    expect(await ask(api, 'SendTaskSuccess', { taskToken, output: '{}' })).toEqual({});
  });

  it('come by a fault switch', async () => {
    const api = apiOf({ faults: { CreateStateMachine: 'KmsThrottlingException' } });
    expect(await ask(api, 'CreateStateMachine', create)).toMatchObject({ code: 'KmsThrottlingException' });
  });
});

it('takes numbers as they are written: 1.0 is one', async () => {
  const definition = JSON.stringify({
    StartAt: 'C',
    States: {
      C: { Type: 'Choice', Choices: [{ Variable: '$.n', NumericEquals: 1, Next: 'S' }], Default: 'S' },
      S: { Type: 'Succeed' },
    },
  }).replace('"NumericEquals":1', '"NumericEquals":1.0');
  const api = apiOf();
  expect(await ask(api, 'CreateStateMachine', { ...create, definition })).toHaveProperty('stateMachineArn');
  expect(await ask(api, 'DescribeStateMachine', { stateMachineArn: machine })).toMatchObject({ definition });
});
