import { describe, expect, it } from 'vitest';
import type { LiveClock } from '../simulator/live/liveExecution';
import { memoryStore } from './testing/memoryStore';
import { apiOf, ask, base, role } from './testing/callApi';
import type { StepFunctionsApi } from './stepFunctionsApi';

/** A clock that the test moves. */
class HandClock implements LiveClock {
  private time = Date.UTC(2026, 0, 31);
  private wakes: { readonly at: number; readonly wake: () => void }[] = [];

  now(): number {
    return this.time;
  }

  wake(at: number, wake: () => void): () => void {
    const one = { at, wake };
    this.wakes.push(one);
    return () => {
      this.wakes = this.wakes.filter((other) => other !== one);
    };
  }

  /** The process of this clock's wakes is gone. */
  forget(): void {
    this.wakes = [];
  }

  async advance(seconds: number): Promise<void> {
    this.time += seconds * 1000;
    for (const { wake } of this.wakes.filter(({ at }) => at <= this.time)) wake();
    // Expressions and workers answer later, but soon.
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}

const execution = `${base}:execution:m:e`;
const lambda = 'arn:aws:lambda:us-east-1:123456789012:function:f';

/** Waits, calls, draws lots, asks an activity, and evaluates an expression that is not plain. */
const definition = JSON.stringify({
  QueryLanguage: 'JSONata',
  StartAt: 'First',
  States: {
    First: { Type: 'Wait', Seconds: 10, Next: 'Call' },
    Call: { Type: 'Task', Resource: lambda, Arguments: {}, Output: '{% $string($random()) & $uuid() %}', Next: 'Both' },
    Both: {
      Type: 'Parallel',
      Branches: [
        { StartAt: 'Ask', States: { Ask: { Type: 'Task', Resource: `${base}:activity:a`, End: true } } },
        { StartAt: 'Wait', States: { Wait: { Type: 'Wait', Seconds: 30, End: true } } },
      ],
      End: true,
    },
  },
});

describe('an endpoint that was ended at any moment', () => {
  const setUp = async (api: StepFunctionsApi): Promise<void> => {
    await ask(api, 'CreateActivity', { name: 'a' });
    await ask(api, 'CreateStateMachine', { name: 'm', definition, roleArn: role });
    await ask(api, 'StartExecution', { stateMachineArn: `${base}:stateMachine:m`, name: 'e', input: '{"n":1.0}' });
  };

  it('goes on with the same history, asks nothing again that was answered, and knows the tokens it gave', async () => {
    // What happens step by step; the endpoint is made anew after each of the first `restarts`, and must come to the same.
    const run = async (restartsAfter: readonly number[]) => {
      const clock = new HandClock();
      const store = memoryStore();
      let calls = 0;
      const make = () =>
        apiOf({
          store,
          clock,
          now: () => clock.now(),
          worker: (request) => {
            if (request.resource !== lambda) return undefined;
            calls++;
            return Promise.resolve({ outcome: { kind: 'success', output: 'called' } });
          },
        });
      let api = make();
      let token: unknown;
      const steps: readonly (() => Promise<unknown>)[] = [
        () => setUp(api),
        () => clock.advance(4),
        () => clock.advance(6),
        async () => (token = (await ask(api, 'GetActivityTask', { activityArn: `${base}:activity:a` }))['taskToken']),
        () => clock.advance(5),
        () => ask(api, 'SendTaskSuccess', { taskToken: token, output: '{"by":"hand"}' }),
        () => clock.advance(25),
      ];
      for (const [i, step] of steps.entries()) {
        await step();
        if (!restartsAfter.includes(i)) continue;
        clock.forget();
        api = make();
        await api.resume();
      }
      const { events } = await ask(api, 'GetExecutionHistory', { executionArn: execution, maxResults: 1000 });
      return { events, calls, described: await ask(api, 'DescribeExecution', { executionArn: execution }) };
    };
    const straight = await run([]);
    expect(straight.described).toMatchObject({ status: 'SUCCEEDED', input: '{"n":1.0}' });
    expect(straight.calls).toBe(1);
    for (const restarts of [[0], [1], [2], [3], [4], [5], [6], [0, 1, 2, 3, 4, 5, 6]])
      expect(await run(restarts), `restarted after ${restarts.join()}`).toEqual(straight);
  });

  it('redrives what ended before', async () => {
    const store = memoryStore();
    const waits = definition.replace('"Seconds":10', '"Seconds":0');
    const first = apiOf({ store });
    await ask(first, 'CreateActivity', { name: 'a' });
    await ask(first, 'CreateStateMachine', { name: 'm', definition: waits, roleArn: role });
    await ask(first, 'StartExecution', { stateMachineArn: `${base}:stateMachine:m`, name: 'e' });
    await ask(first, 'StopExecution', { executionArn: execution });
    const second = apiOf({ store });
    await second.resume();
    expect(await ask(second, 'RedriveExecution', { executionArn: execution })).toHaveProperty('redriveDate');
    const { taskToken } = await ask(second, 'GetActivityTask', { activityArn: `${base}:activity:a` });
    await ask(second, 'SendTaskSuccess', { taskToken, output: '1' });
    expect(await ask(second, 'DescribeExecution', { executionArn: execution })).toMatchObject({
      status: 'SUCCEEDED',
      redriveCount: 1,
    });
  });
});

describe('a disk that is full', () => {
  it('refuses what would have to be kept, breaks no more than it must, and is answered on', async () => {
    const plain = memoryStore();
    let isFull = false;
    const full = <Args extends readonly unknown[]>(work: (...args: Args) => void) => {
      return (...args: Args): void => {
        if (isFull) throw new Error('database or disk is full');
        work(...args);
      };
    };
    const faults: unknown[] = [];
    const clock = new HandClock();
    const settings = { clock, now: () => clock.now(), onFault: (problem: unknown) => void faults.push(problem) };
    const store = { ...plain, put: full(plain.put), append: full(plain.append) };
    const api = apiOf({ ...settings, store });
    const waits = '{"StartAt":"W","States":{"W":{"Type":"Wait","Seconds":10,"End":true}}}';
    await ask(api, 'CreateStateMachine', { name: 'm', definition: waits, roleArn: role });
    const start = { stateMachineArn: `${base}:stateMachine:m`, name: 'e' };
    await ask(api, 'StartExecution', start);
    isFull = true;
    // A fault of ours, which clients try again; nothing of it stays.
    await expect(ask(api, 'StartExecution', { ...start, name: 'f' })).rejects.toThrow('disk is full');
    expect(await ask(api, 'DescribeExecution', { executionArn: `${base}:execution:m:f` })).toMatchObject({
      code: 'ExecutionDoesNotExist',
    });
    // The timer is due, and cannot be written down.
    await clock.advance(11);
    expect(faults).toHaveLength(2);
    expect(await ask(api, 'ListStateMachines', {})).toMatchObject({ stateMachines: [{ name: 'm' }] });
    isFull = false;
    const again = apiOf({ ...settings, store });
    await again.resume();
    await clock.advance(0);
    expect(await ask(again, 'DescribeExecution', { executionArn: execution })).toMatchObject({ status: 'SUCCEEDED' });
  });
});
