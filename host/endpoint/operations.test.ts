import * as sfn from '@aws-sdk/client-sfn';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { operations } from '#shared/stepFunctionsApi/index';
import { chain, clientOf, role, startEndpoint, type Started } from './testing/startEndpoint';

/*
 * Every operation by AWS's own client, which reads each answer by the model. What was called is written down: the last test
 * asks for all of them.
 */
let started: Started;
const called = new Set<string>();
beforeAll(async () => {
  started = await startEndpoint({ speed: 1, api: { limits: { pollMs: 300 } } });
  started.client.middlewareStack.add(
    (next, context) => (args) => {
      called.add(String(context.commandName).replace(/Command$/, ''));
      return next(args);
    },
    { step: 'initialize' },
  );
});
afterAll(() => started.close());

const base = 'arn:aws:states:us-east-1:123456789012';
const pass = chain({ A: { Type: 'Pass' } });

async function create(name: string, definition = pass, more: Partial<sfn.CreateStateMachineCommandInput> = {}) {
  return started.client.send(new sfn.CreateStateMachineCommand({ name, definition, roleArn: role, ...more }));
}

describe('state machines', () => {
  it('are created once, updated, described and deleted', async () => {
    const { client } = started;
    const { stateMachineArn, creationDate } = await create('m', pass, { tags: [{ key: 'k', value: 'v' }] });
    // Role and tags are not compared; whatever else differs is.
    const again = await create('m', pass, { roleArn: 'arn:aws:iam::123456789012:role/other', tags: [] });
    expect(again).toMatchObject({ stateMachineArn, creationDate });
    await expect(create('m', `${pass} `)).rejects.toMatchObject({ name: 'StateMachineAlreadyExists' });
    const before = await client.send(new sfn.DescribeStateMachineCommand({ stateMachineArn }));
    expect(before).toMatchObject({
      name: 'm',
      status: 'ACTIVE',
      type: 'STANDARD',
      definition: pass,
      roleArn: role,
      loggingConfiguration: { level: 'OFF', includeExecutionData: false },
      tracingConfiguration: { enabled: false },
      encryptionConfiguration: { type: 'AWS_OWNED_KEY' },
    });
    expect(before.revisionId).toBeUndefined();
    const definition = chain({ B: { Type: 'Pass' } });
    const { revisionId } = await client.send(new sfn.UpdateStateMachineCommand({ stateMachineArn, definition }));
    expect(await client.send(new sfn.DescribeStateMachineCommand({ stateMachineArn }))).toMatchObject({
      definition,
      revisionId,
      roleArn: role,
    });
    await client.send(new sfn.DeleteStateMachineCommand({ stateMachineArn }));
    await client.send(new sfn.DeleteStateMachineCommand({ stateMachineArn }));
    await expect(client.send(new sfn.DescribeStateMachineCommand({ stateMachineArn }))).rejects.toMatchObject({
      name: 'StateMachineDoesNotExist',
      message: `State Machine Does Not Exist: '${stateMachineArn}'`,
    });
  });

  it('are listed by pages, and by the region of the signature', async () => {
    const { client } = started;
    for (const name of ['l1', 'l2', 'l3']) await create(name);
    const names: string[] = [];
    for await (const page of sfn.paginateListStateMachines({ client, pageSize: 2 }, {}))
      for (const { name = '' } of page.stateMachines ?? []) names.push(name);
    expect(names).toEqual([...names].sort());
    expect(names).toEqual(expect.arrayContaining(['l1', 'l2', 'l3']));
    const elsewhere = clientOf(started.endpoint.url, 'eu-west-1');
    const { stateMachineArn } = await elsewhere.send(
      new sfn.CreateStateMachineCommand({ name: 'l1', definition: pass, roleArn: role }),
    );
    expect(stateMachineArn).toBe('arn:aws:states:eu-west-1:123456789012:stateMachine:l1');
    const { stateMachines } = await elsewhere.send(new sfn.ListStateMachinesCommand({}));
    expect(stateMachines).toHaveLength(1);
  });

  it('have versions and aliases, which executions are started of', async () => {
    const { client } = started;
    const { stateMachineArn = '', stateMachineVersionArn: first } = await create('v', pass, { publish: true });
    expect(first).toBe(`${stateMachineArn}:1`);
    const publish = () => client.send(new sfn.PublishStateMachineVersionCommand({ stateMachineArn }));
    expect((await publish()).stateMachineVersionArn).toBe(first);
    const definition = chain({ Second: { Type: 'Pass', Result: 2 } });
    await client.send(new sfn.UpdateStateMachineCommand({ stateMachineArn, definition }));
    const { stateMachineVersionArn: second = '' } = await publish();
    expect(second).toBe(`${stateMachineArn}:2`);
    const { stateMachineVersions } = await client.send(new sfn.ListStateMachineVersionsCommand({ stateMachineArn }));
    expect(stateMachineVersions?.map((version) => version.stateMachineVersionArn)).toEqual([second, first]);
    const route = (weights: Readonly<Record<string, number>>) =>
      Object.entries(weights).map(([arn, weight]) => ({ stateMachineVersionArn: arn, weight }));
    const { stateMachineAliasArn } = await client.send(
      new sfn.CreateStateMachineAliasCommand({ name: 'PROD', routingConfiguration: route({ [String(first)]: 100 }) }),
    );
    expect(stateMachineAliasArn).toBe(`${stateMachineArn}:PROD`);
    const start = async (arn: string | undefined) => {
      const { executionArn } = await client.send(new sfn.StartExecutionCommand({ stateMachineArn: arn }));
      return client.send(new sfn.DescribeExecutionCommand({ executionArn }));
    };
    expect(await start(stateMachineAliasArn)).toMatchObject({
      output: '{}',
      stateMachineArn,
      stateMachineAliasArn,
      stateMachineVersionArn: first,
    });
    await client.send(
      new sfn.UpdateStateMachineAliasCommand({
        stateMachineAliasArn,
        routingConfiguration: route({ [second]: 50, [String(first)]: 50 }),
      }),
    );
    const described = await client.send(new sfn.DescribeStateMachineAliasCommand({ stateMachineAliasArn }));
    expect(described.routingConfiguration).toHaveLength(2);
    // Both get their share: a fair coin falls 40 times on one side once in a million million times.
    const outputs = new Set<string | undefined>();
    for (let i = 0; i < 40; i++) outputs.add((await start(stateMachineAliasArn)).output);
    expect(outputs).toEqual(new Set(['{}', '2']));
    const { stateMachineAliases } = await client.send(new sfn.ListStateMachineAliasesCommand({ stateMachineArn }));
    expect(stateMachineAliases).toHaveLength(1);
    const remove = () => client.send(new sfn.DeleteStateMachineVersionCommand({ stateMachineVersionArn: second }));
    await expect(remove()).rejects.toMatchObject({
      name: 'ConflictException',
      message:
        'Version to be deleted must not be referenced by an alias. Current list of aliases referencing this version: [PROD]',
    });
    await client.send(new sfn.DeleteStateMachineAliasCommand({ stateMachineAliasArn }));
    await remove();
    await expect(client.send(new sfn.StartExecutionCommand({ stateMachineArn: second }))).rejects.toMatchObject({
      name: 'StateMachineDoesNotExist',
    });
  });

  it('have tags, as activities do', async () => {
    const { client } = started;
    const { stateMachineArn: resourceArn } = await create('tagged', pass, { tags: [{ key: 'a', value: '1' }] });
    await client.send(
      new sfn.TagResourceCommand({
        resourceArn,
        tags: [
          { key: 'b', value: '2' },
          { key: 'a', value: '3' },
        ],
      }),
    );
    await client.send(new sfn.UntagResourceCommand({ resourceArn, tagKeys: ['b', 'none'] }));
    expect((await client.send(new sfn.ListTagsForResourceCommand({ resourceArn }))).tags).toEqual([
      { key: 'a', value: '3' },
    ]);
  });
});

describe('tasks for somebody outside', () => {
  it('are those of activities: polled, kept alive, ended', async () => {
    const { client } = started;
    const { activityArn } = await client.send(new sfn.CreateActivityCommand({ name: 'work' }));
    expect(activityArn).toBe(`${base}:activity:work`);
    expect(await client.send(new sfn.DescribeActivityCommand({ activityArn }))).toMatchObject({ name: 'work' });
    expect((await client.send(new sfn.ListActivitiesCommand({}))).activities).toHaveLength(1);
    // Nobody has anything to do: the call ends without a token.
    expect((await client.send(new sfn.GetActivityTaskCommand({ activityArn }))).taskToken).toBeUndefined();
    const { stateMachineArn } = await create('acts', chain({ T: { Type: 'Task', Resource: activityArn } }));
    const polled = client.send(new sfn.GetActivityTaskCommand({ activityArn, workerName: 'w1' }));
    const { executionArn } = await client.send(new sfn.StartExecutionCommand({ stateMachineArn, input: '{"x":1}' }));
    const { taskToken, input } = await polled;
    expect(input).toBe('{"x":1}');
    await client.send(new sfn.SendTaskHeartbeatCommand({ taskToken }));
    await client.send(new sfn.SendTaskSuccessCommand({ taskToken, output: '{"done":1.50}' }));
    expect(await client.send(new sfn.DescribeExecutionCommand({ executionArn }))).toMatchObject({
      status: 'SUCCEEDED',
      output: '{"done":1.50}',
    });
    const { events } = await client.send(new sfn.GetExecutionHistoryCommand({ executionArn }));
    expect(events?.find(({ type }) => type === 'ActivityStarted')?.activityStartedEventDetails).toEqual({
      workerName: 'w1',
    });
    await expect(client.send(new sfn.SendTaskSuccessCommand({ taskToken, output: '1' }))).rejects.toMatchObject({
      name: 'TaskTimedOut',
      message: "Task Timed Out: 'Provided task does not exist anymore'",
    });
    await client.send(new sfn.DeleteActivityCommand({ activityArn }));
    await expect(client.send(new sfn.DescribeActivityCommand({ activityArn }))).rejects.toMatchObject({
      name: 'ActivityDoesNotExist',
    });
  });

  it('are callbacks, whose token is in what the task sent', async () => {
    const { client } = started;
    const Parameters = { QueueUrl: 'q', MessageBody: { 'token.$': '$$.Task.Token' } };
    const Resource = 'arn:aws:states:::sqs:sendMessage.waitForTaskToken';
    const { stateMachineArn } = await create('calls', chain({ T: { Type: 'Task', Resource, Parameters } }));
    const { executionArn } = await client.send(new sfn.StartExecutionCommand({ stateMachineArn }));
    const { events = [] } = await client.send(new sfn.GetExecutionHistoryCommand({ executionArn }));
    const sent = events.find(({ type }) => type === 'TaskScheduled')?.taskScheduledEventDetails?.parameters ?? '';
    const { token } = (JSON.parse(sent) as { MessageBody: { token: string } }).MessageBody;
    await client.send(new sfn.SendTaskFailureCommand({ taskToken: token, error: 'Refused', cause: 'by hand' }));
    expect(await client.send(new sfn.DescribeExecutionCommand({ executionArn }))).toMatchObject({
      status: 'FAILED',
      error: 'Refused',
      cause: 'by hand',
    });
  });

  it('are executions of other machines, which are started here and waited for', async () => {
    const { client } = started;
    const { stateMachineArn: inner } = await create('inner', chain({ W: { Type: 'Wait', Seconds: 1 } }));
    const Resource = 'arn:aws:states:::states:startExecution.sync:2';
    const Parameters = { StateMachineArn: inner, 'Input.$': '$', Name: 'child' };
    const { stateMachineArn } = await create(
      'outer',
      chain({ T: { Type: 'Task', Resource, Parameters, OutputPath: '$.Output' } }),
    );
    const { executionArn } = await client.send(new sfn.StartExecutionCommand({ stateMachineArn, input: '{"n":7}' }));
    expect(await ended(executionArn)).toMatchObject({ status: 'SUCCEEDED', output: '{"n":7}' });
    const { executions } = await client.send(new sfn.ListExecutionsCommand({ stateMachineArn: inner }));
    expect(executions).toMatchObject([{ name: 'child', status: 'SUCCEEDED' }]);
    const callback = Resource.replace('.sync:2', '.waitForTaskToken');
    const called = chain({
      T: {
        Type: 'Task',
        Resource: callback,
        Parameters: { StateMachineArn: inner, Input: { 't.$': '$$.Task.Token' } },
      },
    });
    const { stateMachineArn: calling } = await create('calling', called);
    const { executionArn: waiting } = await client.send(new sfn.StartExecutionCommand({ stateMachineArn: calling }));
    const { executions: [latest] = [] } = await client.send(new sfn.ListExecutionsCommand({ stateMachineArn: inner }));
    const { input = '{}' } = await ended(latest?.executionArn);
    // The end of the one that was started is no answer to a callback.
    expect(await client.send(new sfn.DescribeExecutionCommand({ executionArn: waiting }))).toMatchObject({
      status: 'RUNNING',
    });
    const { t } = JSON.parse(input) as { t: string };
    await client.send(new sfn.SendTaskSuccessCommand({ taskToken: t, output: '"told"' }));
    expect(await ended(waiting)).toMatchObject({ status: 'SUCCEEDED', output: '"told"' });
  });
});

async function ended(executionArn: string | undefined): Promise<sfn.DescribeExecutionCommandOutput> {
  for (;;) {
    const described = await started.client.send(new sfn.DescribeExecutionCommand({ executionArn }));
    if (described.status !== 'RUNNING') return described;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

describe('distributed Maps', () => {
  it('have Map Runs with child executions', async () => {
    const { client } = started;
    const inside = { StartAt: 'W', States: { W: { Type: 'Wait', Seconds: 1, End: true } } };
    const ItemProcessor = { ProcessorConfig: { Mode: 'DISTRIBUTED', ExecutionType: 'STANDARD' }, ...inside };
    const { stateMachineArn } = await create(
      'maps',
      chain({ M: { Type: 'Map', Label: 'Each', MaxConcurrency: 2, ItemProcessor } }),
    );
    const { executionArn } = await client.send(new sfn.StartExecutionCommand({ stateMachineArn, input: '[1,2,3]' }));
    const { mapRuns } = await client.send(new sfn.ListMapRunsCommand({ executionArn }));
    const mapRunArn = mapRuns?.[0]?.mapRunArn;
    expect(mapRunArn).toMatch(/^arn:aws:states:us-east-1:123456789012:mapRun:maps\/Each:/);
    expect(await client.send(new sfn.DescribeMapRunCommand({ mapRunArn }))).toMatchObject({
      status: 'RUNNING',
      maxConcurrency: 2,
      executionCounts: { total: 3, running: 2, pending: 1, succeeded: 0 },
    });
    await client.send(new sfn.UpdateMapRunCommand({ mapRunArn, toleratedFailureCount: 1 }));
    expect(await ended(executionArn)).toMatchObject({ status: 'SUCCEEDED' });
    expect(await client.send(new sfn.DescribeMapRunCommand({ mapRunArn }))).toMatchObject({
      status: 'SUCCEEDED',
      toleratedFailureCount: 1,
      itemCounts: { total: 3, succeeded: 3 },
    });
    await expect(client.send(new sfn.UpdateMapRunCommand({ mapRunArn, maxConcurrency: 1 }))).rejects.toMatchObject({
      name: 'ValidationException',
      reason: 'CANNOT_UPDATE_COMPLETED_MAP_RUN',
    });
    const { executions = [] } = await client.send(new sfn.ListExecutionsCommand({ mapRunArn }));
    expect(executions).toHaveLength(3);
    const child = executions[0]?.executionArn;
    expect(await client.send(new sfn.DescribeExecutionCommand({ executionArn: child }))).toMatchObject({
      mapRunArn,
      input: '3',
    });
    const { events } = await client.send(new sfn.GetExecutionHistoryCommand({ executionArn: child }));
    expect(events?.at(-1)?.type).toBe('ExecutionSucceeded');
    const of = await client.send(new sfn.DescribeStateMachineForExecutionCommand({ executionArn: child }));
    expect(of).toMatchObject({ mapRunArn, label: 'Each' });
  });
});

describe('UpdateMapRun', () => {
  it('counts from the next end of a child on: more run at once, and failures are borne', async () => {
    const { client } = started;
    const inside = {
      StartAt: 'W',
      States: { W: { Type: 'Wait', Seconds: 1, Next: 'F' }, F: { Type: 'Fail', Error: 'E' } },
    };
    const ItemProcessor = { ProcessorConfig: { Mode: 'DISTRIBUTED', ExecutionType: 'STANDARD' }, ...inside };
    const { stateMachineArn } = await create(
      'changed',
      chain({ M: { Type: 'Map', Label: 'Each', MaxConcurrency: 1, ItemProcessor } }),
    );
    const begun = performance.now();
    const { executionArn } = await client.send(
      new sfn.StartExecutionCommand({ stateMachineArn, input: '[1,2,3,4,5,6,7,8]' }),
    );
    const { mapRuns } = await client.send(new sfn.ListMapRunsCommand({ executionArn }));
    const mapRunArn = mapRuns?.[0]?.mapRunArn;
    const changes = { maxConcurrency: 10, toleratedFailurePercentage: 100 };
    await client.send(new sfn.UpdateMapRunCommand({ mapRunArn, ...changes }));
    expect(await client.send(new sfn.DescribeMapRunCommand({ mapRunArn }))).toMatchObject(changes);
    expect(await ended(executionArn)).toMatchObject({ status: 'SUCCEEDED' });
    // One after the other, and failed after the first, it would take 8 s or fail.
    expect(performance.now() - begun).toBeLessThan(6000);
    expect(await client.send(new sfn.DescribeMapRunCommand({ mapRunArn }))).toMatchObject({
      ...changes,
      itemCounts: { failed: 8 },
    });
  });
});

describe('what is asked of definitions', () => {
  it('is whether AWS takes them, and what one state does', async () => {
    const { client } = started;
    expect(
      await client.send(new sfn.ValidateStateMachineDefinitionCommand({ definition: 'not a definition' })),
    ).toMatchObject({
      result: 'FAIL',
      truncated: false,
      diagnostics: [
        {
          severity: 'ERROR',
          code: 'INVALID_JSON_DESCRIPTION',
          message:
            "Unrecognized token 'not': was expecting (JSON String, Number, Array, Object or token 'null', 'true' or 'false')\n at [Source: (String)\"not a definition\"; line: 1, column: 4]",
          location: '[Source: (String)"not a definition"; line: 1, column: 4]',
        },
      ],
    });
    expect(await client.send(new sfn.ValidateStateMachineDefinitionCommand({ definition: pass }))).toMatchObject({
      result: 'OK',
      diagnostics: [],
    });
    const tested = await client.send(
      new sfn.TestStateCommand({ definition: '{"Type":"Pass","Next":"B"}', roleArn: role, input: '{"a":1}' }),
    );
    expect(tested).toMatchObject({ status: 'SUCCEEDED', output: '{"a":1}', nextState: 'B' });
  });

  it('is answered by test cases where the machine is started as `arn#TestCase`', async () => {
    const mocks = {
      StateMachines: { t: { TestCases: { Refused: { T: 'Refused' } } } },
      MockedResponses: { Refused: { '0': { Throw: { Error: 'CardRefused', Cause: 'no' } } } },
    };
    const other = await startEndpoint({ api: { mocks } });
    const definition = chain({ T: { Type: 'Task', Resource: 'arn:aws:lambda:us-east-1:123456789012:function:f' } });
    const { stateMachineArn = '' } = await other.client.send(
      new sfn.CreateStateMachineCommand({ name: 't', definition, roleArn: role }),
    );
    const start = (arn: string) =>
      other.client.send(new sfn.StartExecutionCommand({ stateMachineArn: arn, name: 'e' }));
    await expect(start(`${stateMachineArn}#None`)).rejects.toMatchObject({ name: 'StateMachineDoesNotExist' });
    const { executionArn } = await start(`${stateMachineArn}#Refused`);
    expect(await other.client.send(new sfn.DescribeExecutionCommand({ executionArn }))).toMatchObject({
      status: 'FAILED',
      error: 'CardRefused',
    });
    await other.close();
  });
});

describe('the rest', () => {
  it('is called, too: every operation of the model', async () => {
    const { client } = started;
    const { stateMachineArn } = await create('sync', pass, { type: 'EXPRESS' });
    await client.send(new sfn.StartSyncExecutionCommand({ stateMachineArn }));
    const { stateMachineArn: long } = await create('long', chain({ W: { Type: 'Wait', Seconds: 60 } }));
    const { executionArn } = await client.send(
      new sfn.StartExecutionCommand({ stateMachineArn: long, name: 'n', input: '{}' }),
    );
    // Idempotent while it runs: same name and input.
    await client.send(new sfn.StartExecutionCommand({ stateMachineArn: long, name: 'n', input: '{}' }));
    await client.send(new sfn.StopExecutionCommand({ executionArn }));
    await client.send(new sfn.RedriveExecutionCommand({ executionArn }));
    expect([...called].sort()).toEqual(Object.keys(operations).sort());
  });
});
