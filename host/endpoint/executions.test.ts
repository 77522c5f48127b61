import {
  CreateStateMachineCommand,
  DescribeExecutionCommand,
  GetExecutionHistoryCommand,
  ListExecutionsCommand,
  ListStateMachinesCommand,
  RedriveExecutionCommand,
  StartExecutionCommand,
  StartSyncExecutionCommand,
  StopExecutionCommand,
  paginateGetExecutionHistory,
  paginateListExecutions,
} from '@aws-sdk/client-sfn';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { chain, role, startEndpoint, type Started } from './testing/startEndpoint';

let started: Started;
beforeAll(async () => {
  started = await startEndpoint();
});
afterAll(() => started.close());

const pass = chain({ A: { Type: 'Pass' }, B: { Type: 'Wait', Seconds: 3600 }, C: { Type: 'Succeed' } }).replace(
  ',"End":true}}}',
  '}}}',
);
const waits = chain({
  W: {
    Type: 'Task',
    Resource: 'arn:aws:states:::sqs:sendMessage.waitForTaskToken',
    Parameters: { QueueUrl: 'q', MessageBody: { 'T.$': '$$.Task.Token' } },
  },
});

async function create(name: string, definition: string, type: 'STANDARD' | 'EXPRESS' = 'STANDARD'): Promise<string> {
  const { stateMachineArn = '' } = await started.client.send(
    new CreateStateMachineCommand({ name, definition, roleArn: role, type }),
  );
  return stateMachineArn;
}

describe('executions over the wire', () => {
  it('starts, ends, and tells what happened', async () => {
    const { client } = started;
    const stateMachineArn = await create('orders', pass);
    expect(stateMachineArn).toBe('arn:aws:states:us-east-1:123456789012:stateMachine:orders');
    const { executionArn, startDate } = await client.send(
      new StartExecutionCommand({ stateMachineArn, name: 'first', input: '{"n": 1.0}' }),
    );
    expect(executionArn).toBe('arn:aws:states:us-east-1:123456789012:execution:orders:first');
    const described = await client.send(new DescribeExecutionCommand({ executionArn }));
    expect(described).toMatchObject({
      status: 'SUCCEEDED',
      input: '{"n": 1.0}',
      output: '{"n": 1.0}',
      inputDetails: { included: true },
      redriveCount: 0,
      redriveStatus: 'NOT_REDRIVABLE',
      redriveStatusReason: 'Execution is SUCCEEDED and cannot be redriven',
    });
    // An hour of virtual time has passed in no time.
    expect(Number(described.stopDate) - Number(startDate)).toBe(3_600_000);
    const { events = [], nextToken } = await client.send(new GetExecutionHistoryCommand({ executionArn }));
    expect(nextToken).toBeUndefined();
    expect(events.map(({ type }) => type)).toEqual([
      'ExecutionStarted',
      'PassStateEntered',
      'PassStateExited',
      'WaitStateEntered',
      'WaitStateExited',
      'SucceedStateEntered',
      'SucceedStateExited',
      'ExecutionSucceeded',
    ]);
    expect(events.map(({ id }) => id)).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
    const { stateMachines } = await client.send(new ListStateMachinesCommand({}));
    expect(stateMachines?.map(({ name }) => name)).toContain('orders');
  });

  it('pages lists and histories, forwards and backwards', async () => {
    const { client } = started;
    const stateMachineArn = await create('paged', pass);
    for (let i = 0; i < 7; i++) await client.send(new StartExecutionCommand({ stateMachineArn, name: `e${i}` }));
    const names: string[] = [];
    for await (const page of paginateListExecutions({ client, pageSize: 3 }, { stateMachineArn }))
      for (const { name = '' } of page.executions ?? []) names.push(name);
    expect(names).toEqual(['e6', 'e5', 'e4', 'e3', 'e2', 'e1', 'e0']);
    const ids: number[] = [];
    const executionArn = 'arn:aws:states:us-east-1:123456789012:execution:paged:e0';
    for await (const page of paginateGetExecutionHistory({ client, pageSize: 3 }, { executionArn, reverseOrder: true }))
      for (const { id = 0 } of page.events ?? []) ids.push(id);
    expect(ids).toEqual([8, 7, 6, 5, 4, 3, 2, 1]);
  });

  it('stops and redrives', async () => {
    const { client } = started;
    const stateMachineArn = await create('waiting', waits);
    const { executionArn } = await client.send(new StartExecutionCommand({ stateMachineArn, name: 'w' }));
    const running = await client.send(new DescribeExecutionCommand({ executionArn }));
    expect(running).toMatchObject({
      status: 'RUNNING',
      redriveStatusReason: 'Execution is RUNNING and cannot be redriven',
    });
    await client.send(new StopExecutionCommand({ executionArn, error: 'E', cause: 'why' }));
    expect(await client.send(new DescribeExecutionCommand({ executionArn }))).toMatchObject({
      status: 'ABORTED',
      error: 'E',
      cause: 'why',
      redriveStatus: 'REDRIVABLE',
    });
    const { redriveDate } = await client.send(new RedriveExecutionCommand({ executionArn, clientToken: 't' }));
    // The same token asks for the same redrive.
    expect(await client.send(new RedriveExecutionCommand({ executionArn, clientToken: 't' }))).toMatchObject({
      redriveDate,
    });
    expect(await client.send(new DescribeExecutionCommand({ executionArn }))).toMatchObject({
      status: 'RUNNING',
      redriveCount: 1,
    });
    const { events } = await client.send(new GetExecutionHistoryCommand({ executionArn }));
    expect(events?.map(({ type }) => type)).toEqual([
      'ExecutionStarted',
      'TaskStateEntered',
      'TaskScheduled',
      'TaskStarted',
      'TaskSubmitted',
      'ExecutionAborted',
      'ExecutionRedriven',
      'TaskScheduled',
      'TaskStarted',
      'TaskSubmitted',
    ]);
    const { executions } = await client.send(new ListExecutionsCommand({ stateMachineArn, redriveFilter: 'REDRIVEN' }));
    expect(executions).toHaveLength(1);
  });

  it('runs Express executions while the caller waits', async () => {
    const { client } = started;
    const stateMachineArn = await create('quick', chain({ A: { Type: 'Pass', Result: { a: 1 } } }), 'EXPRESS');
    const answer = await client.send(new StartSyncExecutionCommand({ stateMachineArn, name: 'x', input: '{"b":2}' }));
    expect(answer).toMatchObject({
      status: 'SUCCEEDED',
      input: '{"b":2}',
      output: '{"a":1}',
      billingDetails: { billedMemoryUsedInMB: 64, billedDurationInMilliseconds: 100 },
    });
    expect(answer.executionArn).toMatch(/^arn:aws:states:us-east-1:123456789012:express:quick:x:[0-9a-f-]{36}$/);
  });
});
