import { describe, expect, it } from 'vitest';
import { lambda, runMachine, runState, startMachine, succeed } from './testing/runMachine';

const express = { settings: { type: 'EXPRESS' } } as const;
const scope = (state: object): object => ({ StartAt: 'I', States: { I: { ...state, End: true } } });
const children = (ExecutionType: string, state: object): object => ({
  Type: 'Map',
  ItemProcessor: { ProcessorConfig: { Mode: 'DISTRIBUTED', ExecutionType }, ...scope(state) },
});

describe('an Express execution', () => {
  it.each<[string, object]>([
    ['activities', { Type: 'Task', Resource: 'arn:aws:states:us-east-1:123456789012:activity:a' }],
    ['.sync', { Type: 'Task', Resource: 'arn:aws:states:::batch:submitJob.sync', Parameters: {} }],
    [
      '.waitForTaskToken',
      { Type: 'Task', Resource: 'arn:aws:states:::sqs:sendMessage.waitForTaskToken', Parameters: {} },
    ],
    ['a distributed Map', children('STANDARD', { Type: 'Pass' })],
  ])('does not do %s, and neither do Express children of a distributed Map', async (what, state) => {
    const refused = {
      error: 'States.Runtime',
      cause: expect.stringContaining(`Express workflows do not support`) as string,
    };
    const result = await runState(state, { ...express, input: [1] });
    expect(result).toMatchObject(refused);
    expect(result.cause).toContain(what);
    const simulation = startMachine(scope(children('EXPRESS', state)), { input: [[1]] });
    expect((await simulation.runToEnd()).status).toBe('FAILED');
    expect(simulation.childExecutions()[0]).toMatchObject(refused);
    expect((await runState(state, { input: [1] })).status).toBe('SUCCEEDED');
  });

  it('ends after five minutes, as a child of a distributed Map as well', async () => {
    const wait = { Type: 'Wait', Seconds: 301 };
    expect(await runState(wait, express)).toMatchObject({ status: 'TIMED_OUT', stopTime: 300_000 });
    const simulation = startMachine(scope({ ...children('EXPRESS', wait), ToleratedFailurePercentage: 100 }), {
      input: [1],
    });
    const result = await simulation.runToEnd();
    expect(result).toMatchObject({ status: 'SUCCEEDED', output: [], stopTime: 300_000 });
    expect(simulation.childExecutions()).toMatchObject([{ status: 'TIMED_OUT' }]);
    expect(result.mapRuns[0]?.itemCounts).toMatchObject({ total: 1, failed: 1 });
    const standard = await runMachine(scope(children('STANDARD', wait)), { input: [1] });
    expect(standard).toMatchObject({ status: 'SUCCEEDED', stopTime: 301_000 });
  });

  it('may retry for longer than a task waits, within its five minutes', async () => {
    const state = { Type: 'Task', Resource: lambda, TimeoutSeconds: 400 };
    expect((await runState(state, { ...express, worker: () => succeed(1, 299_000) })).status).toBe('SUCCEEDED');
    expect((await runState(state, { ...express, worker: () => succeed(1, 301_000) })).status).toBe('TIMED_OUT');
  });
});
