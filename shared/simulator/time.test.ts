import { describe, expect, it } from 'vitest';
import { timeOf } from '../history/events';
import type { ExecutionResult } from './simulation';
import { failWith, lambda, runMachine, runState, succeed, typesOf } from './testing/runMachine';

const timesOf = (result: ExecutionResult, type: string): number[] =>
  result.events.filter((event) => event.type === type).map((event) => timeOf(event) / 1000);

describe('an HTTP task', () => {
  const http = {
    Type: 'Task',
    Resource: 'arn:aws:states:::http:invoke',
    Parameters: { ApiEndpoint: 'https://x.example/a', Method: 'GET', Authentication: { ConnectionArn: 'arn' } },
  };

  it('that is never answered fails after 60 seconds, whatever its own timeout says beyond', async () => {
    for (const more of [{}, { TimeoutSeconds: 900 }]) {
      const result = await runState({ ...http, ...more }, { worker: () => ({}) });
      expect(result).toMatchObject({ status: 'FAILED', error: 'States.Http.Socket', stopTime: 60_000 });
      expect(typesOf(result)).toContain('TaskFailed');
    }
    const caught = { Catch: [{ ErrorEquals: ['States.Http.Socket'], Next: 'Caught' }] };
    const machine = {
      StartAt: 'Call',
      States: { Call: { ...http, ...caught, End: true }, Caught: { Type: 'Succeed' } },
    };
    expect((await runMachine(machine, { worker: () => ({}) })).status).toBe('SUCCEEDED');
  });

  it('ends by a shorter timeout of its own', async () => {
    const result = await runState({ ...http, TimeoutSeconds: 5 }, { worker: () => ({}) });
    expect(result).toMatchObject({ error: 'States.Timeout', stopTime: 5000 });
  });

  it('leaves other tasks their time', async () => {
    const task = { Type: 'Task', Resource: lambda };
    expect(await runState(task, { worker: () => succeed(1, 3_600_000) })).toMatchObject({ stopTime: 3_600_000 });
  });
});

describe('retries on virtual time', () => {
  const retrying = (retrier: object, more: object = {}): object => ({
    Type: 'Task',
    Resource: lambda,
    Retry: [{ ErrorEquals: ['States.ALL'], ...retrier }],
    ...more,
  });

  it('back off by the rate, from the interval', async () => {
    const result = await runState(retrying({ IntervalSeconds: 3, MaxAttempts: 3, BackoffRate: 2 }), {
      worker: () => failWith('No'),
    });
    expect(timesOf(result, 'LambdaFunctionScheduled')).toEqual([0, 3, 9, 21]);
    expect(result.error).toBe('No');
  });

  it('have AWS defaults: three attempts, 1 second, doubling', async () => {
    const result = await runState(retrying({}), { worker: () => failWith('No') });
    expect(timesOf(result, 'LambdaFunctionScheduled')).toEqual([0, 1, 3, 7]);
  });

  it('never wait longer than MaxDelaySeconds', async () => {
    const result = await runState(retrying({ IntervalSeconds: 4, MaxAttempts: 4, MaxDelaySeconds: 10 }), {
      worker: () => failWith('No'),
    });
    expect(timesOf(result, 'LambdaFunctionScheduled')).toEqual([0, 4, 12, 22, 32]);
  });

  it('with full jitter wait up to the delay, and the same for the same seed', async () => {
    const state = retrying({ IntervalSeconds: 8, MaxAttempts: 2, JitterStrategy: 'FULL' });
    const first = timesOf(await runState(state, { seed: 7, worker: () => failWith('No') }), 'LambdaFunctionScheduled');
    const again = timesOf(await runState(state, { seed: 7, worker: () => failWith('No') }), 'LambdaFunctionScheduled');
    const other = timesOf(await runState(state, { seed: 8, worker: () => failWith('No') }), 'LambdaFunctionScheduled');
    expect(first).toEqual(again);
    expect(first).not.toEqual(other);
    expect(first[1]).toBeLessThan(8);
    expect((first[2] ?? 0) - (first[1] ?? 0)).toBeLessThan(16);
  });

  it('count for each retrier on its own', async () => {
    const errors = ['A', 'B', 'A', 'B', 'A'];
    let call = 0;
    const result = await runState(
      {
        Type: 'Task',
        Resource: lambda,
        Retry: [
          { ErrorEquals: ['A'], MaxAttempts: 2, IntervalSeconds: 1, BackoffRate: 1 },
          { ErrorEquals: ['B'], MaxAttempts: 2, IntervalSeconds: 10, BackoffRate: 1 },
        ],
      },
      { worker: () => failWith(errors[call++] ?? 'C') },
    );
    expect(timesOf(result, 'LambdaFunctionScheduled')).toEqual([0, 1, 11, 12, 22]);
    expect(result.error).toBe('A');
  });
});

describe('timeouts', () => {
  it('of an attempt are retried like any error', async () => {
    let call = 0;
    const result = await runState(
      {
        Type: 'Task',
        Resource: lambda,
        TimeoutSeconds: 5,
        Retry: [{ ErrorEquals: ['States.Timeout'], IntervalSeconds: 2 }],
      },
      { worker: () => (call++ === 0 ? {} : succeed('late but fine', 4999)) },
    );
    expect(result).toMatchObject({ status: 'SUCCEEDED', output: 'late but fine' });
    expect(timesOf(result, 'LambdaFunctionTimedOut')).toEqual([5]);
    expect(timesOf(result, 'LambdaFunctionScheduled')).toEqual([0, 7]);
  });

  it('lose against an answer that comes just before', async () => {
    const before = await runState(
      { Type: 'Task', Resource: lambda, TimeoutSeconds: 5 },
      { worker: () => succeed(1, 4999) },
    );
    expect(before.status).toBe('SUCCEEDED');
    const after = await runState(
      { Type: 'Task', Resource: lambda, TimeoutSeconds: 5 },
      { worker: () => succeed(1, 5001) },
    );
    expect(after.error).toBe('States.Timeout');
  });

  it('of a heartbeat fire after the last beat', async () => {
    const state = {
      Type: 'Task',
      Resource: 'arn:aws:states:::sqs:sendMessage.waitForTaskToken',
      HeartbeatSeconds: 10,
      TimeoutSeconds: 100,
    };
    const result = await runState(state, { worker: () => ({ submitted: {}, heartbeatsMs: [6000, 14_000] }) });
    expect(result.error).toBe('States.Timeout');
    expect(timesOf(result, 'TaskTimedOut')).toEqual([24]);
  });

  it('of the state machine end it as TIMED_OUT', async () => {
    const result = await runMachine({
      StartAt: 'Wait',
      TimeoutSeconds: 5,
      States: { Wait: { Type: 'Wait', Seconds: 60, End: true } },
    });
    expect(result).toMatchObject({ status: 'TIMED_OUT', stopTime: 5000 });
    expect(typesOf(result)).toEqual(['ExecutionStarted', 'WaitStateEntered', 'ExecutionTimedOut']);
  });

  it('end an Express execution after five minutes and a Standard one after a year', async () => {
    const forever = { Type: 'Task', Resource: lambda };
    const express = await runState(forever, { worker: () => ({}), settings: { type: 'EXPRESS' } });
    expect(express).toMatchObject({ status: 'TIMED_OUT', stopTime: 300_000 });
    expect((await runState(forever, { worker: () => ({}) })).stopTime).toBe(31_536_000_000);
  });
});

describe('limits', () => {
  it('end an endless loop at 25,000 events', async () => {
    const loop = { StartAt: 'A', States: { A: { Type: 'Pass', Next: 'B' }, B: { Type: 'Pass', Next: 'A' } } };
    const result = await runMachine(loop);
    expect(result).toMatchObject({ status: 'FAILED', error: 'States.Runtime' });
    expect(result.cause).toBe('The execution reached the maximum number of history events (25000).');
    expect(result.events).toHaveLength(25_000);
    expect(result.events.at(-1)?.type).toBe('ExecutionFailed');
  });

  it('of events are not those of Standard for Express', async () => {
    const loop = { StartAt: 'A', States: { A: { Type: 'Pass', Next: 'A' } } };
    const result = await runMachine(loop, {
      settings: { type: 'EXPRESS' },
      limits: { events: 100, expressEvents: 1000 },
    });
    expect(result).toMatchObject({ error: 'Simulator.EventLimitExceeded' });
    expect(result.events).toHaveLength(1000);
  });

  it('end a loop by steps where histories are not limited', async () => {
    const loop = { StartAt: 'A', States: { A: { Type: 'Pass', Next: 'A' } } };
    const result = await runMachine(loop, { limits: { events: Infinity, steps: 1000 } });
    expect(result.error).toBe('Simulator.StepLimitExceeded');
  });

  const mapOf = (count: number, inner: object) => ({
    Type: 'Map',
    QueryLanguage: 'JSONata',
    Items: Array.from({ length: count }, (_, index) => index),
    ToleratedFailurePercentage: 100,
    ItemProcessor: {
      ProcessorConfig: { Mode: 'DISTRIBUTED', ExecutionType: 'EXPRESS' },
      StartAt: 'P',
      States: { P: inner },
    },
    Output: 'done',
  });

  it('end a run by what it and its children use together, whatever failures a Map tolerates', async () => {
    const small = { Type: 'Pass', Result: 'x'.repeat(1000), End: true };
    const used = {
      allEvents: 'EventLimitExceeded',
      historyCharacters: 'MemoryLimitExceeded',
      steps: 'StepLimitExceeded',
    };
    for (const [limit, error] of Object.entries(used)) {
      const most = limit === 'historyCharacters' ? 50_000 : 100;
      const result = await runState(mapOf(200, small), { limits: { [limit]: most } });
      expect(result).toMatchObject({ status: 'FAILED', error: `Simulator.${error}` });
    }
    expect(await runState(mapOf(10, small))).toMatchObject({ status: 'SUCCEEDED' });
  });

  it('end a fan-out that is wider than the host tolerates', async () => {
    const branch = { StartAt: 'W', States: { W: { Type: 'Wait', Seconds: 1, End: true } } };
    const inner = { Type: 'Parallel', Branches: Array.from({ length: 60 }, () => branch) };
    const result = await runState(inner, { limits: { threads: 50 } });
    expect(result.error).toBe('Simulator.ThreadLimitExceeded');
  });

  it('end an expression that recurses or grows without end', async () => {
    const jsonata = (output: string): object => ({ Type: 'Pass', QueryLanguage: 'JSONata', Output: output });
    expect(await runState(jsonata('{% ($f := function($n){ 1 + $f($n) }; $f(1)) %}'))).toMatchObject({
      error: 'States.QueryEvaluationError',
    });
    expect(await runState(jsonata('{% [1..10000000] %}'))).toMatchObject({ error: 'States.QueryEvaluationError' });
    expect(await runState(jsonata('{% $eval("1") %}'))).toMatchObject({ error: 'States.QueryEvaluationError' });
  });

  it('end a regular expression in the state that holds it, in both languages', async () => {
    const text = `${'a'.repeat(100)}!`;
    const output = `{% $contains("${text}", /^(a+)+$/) %}`;
    expect(await runState({ Type: 'Pass', QueryLanguage: 'JSONata', Output: output })).toMatchObject({ output: false });
    const around = `{% $contains("${text}", /^(?=(a+)+$)b/) %}`;
    expect(await runState({ Type: 'Pass', QueryLanguage: 'JSONata', Output: around })).toMatchObject({
      error: 'States.QueryEvaluationError',
      cause: expect.stringMatching(/executing the state '\w+'.*could take for ever/) as unknown,
    });
    const items = { Result: { list: [{ t: text }, { t: 'aaa' }] }, Type: 'Pass' };
    const path = (pattern: string) => ({ ...items, OutputPath: `$.list[?(@.t =~ ${pattern})]` });
    expect(await runState(path('/(a+)+/'))).toMatchObject({ output: [{ t: 'aaa' }] });
    expect(await runState(path('/(?=(a+)+$)b/'))).toMatchObject({
      error: 'States.Runtime',
      cause: expect.stringContaining('could take for ever') as unknown,
    });
  });
});
