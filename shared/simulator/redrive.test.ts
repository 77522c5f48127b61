import { describe, expect, it } from 'vitest';
import { failWith, lambda, startMachine, succeed } from './testing/runMachine';
import { compile } from './compile';
import { Simulation } from './simulation';
import type { TaskAnswer, Worker } from './worker';

const task = (name: string, more: object = { End: true }): object => ({
  Type: 'Task',
  Resource: `arn:aws:lambda:us-east-1:123456789012:function:${name}`,
  ...more,
});

function start(definition: object, worker: Worker): Simulation {
  const program = compile(JSON.stringify(definition));
  if (!program.ok) throw new Error(JSON.stringify(program.problem));
  return Simulation.create(program.value, { input: [1, 2, 3], startTime: 0, worker });
}

/** A worker whose functions fail until they are repaired; it counts the calls of each. */
function brokenWorker(broken: Set<string>): { readonly worker: Worker; readonly calls: Map<string, number> } {
  const calls = new Map<string, number>();
  const worker: Worker = (request): TaskAnswer => {
    const key = `${request.stateName}${request.mapIndex === undefined ? '' : `#${String(request.mapIndex)}`}`;
    calls.set(key, (calls.get(key) ?? 0) + 1);
    if (broken.has(key)) return { outcome: { kind: 'failure', error: 'Broken', cause: key } };
    return { delayMs: 10, outcome: { kind: 'success', output: key } };
  };
  return { worker, calls };
}

describe('redrive', () => {
  it('goes on from the failed state with the input it had', async () => {
    const broken = new Set(['Second']);
    const { worker, calls } = brokenWorker(broken);
    const simulation = start(
      { StartAt: 'First', States: { First: task('a', { Next: 'Second' }), Second: task('b') } },
      worker,
    );
    expect((await simulation.runToEnd()).status).toBe('FAILED');

    broken.clear();
    expect(simulation.redrive().ok).toBe(true);
    const result = await simulation.runToEnd();

    expect(result).toMatchObject({
      status: 'SUCCEEDED',
      output: 'Second',
      redriveCount: 1,
      redriveStatus: 'NOT_REDRIVABLE',
    });
    expect(Object.fromEntries(calls)).toEqual({ First: 1, Second: 2 });
    expect(result.events.slice(9).map((event) => event.type)).toEqual([
      'LambdaFunctionFailed',
      'ExecutionFailed',
      'ExecutionRedriven',
      'LambdaFunctionScheduled',
      'LambdaFunctionStarted',
      'LambdaFunctionSucceeded',
      'TaskStateExited',
      'ExecutionSucceeded',
    ]);
  });

  it('keeps the branches of a Parallel that succeeded', async () => {
    const broken = new Set(['Right']);
    const { worker, calls } = brokenWorker(broken);
    const late: Worker = (request) => {
      const answer = worker(request) as TaskAnswer;
      return request.stateName === 'Right' ? { ...answer, delayMs: 1000 } : answer;
    };
    const branch = (name: string): object => ({ StartAt: name, States: { [name]: task(name) } });
    const simulation = start(
      {
        StartAt: 'Both',
        States: { Both: { Type: 'Parallel', Branches: [branch('Left'), branch('Right')], End: true } },
      },
      late,
    );
    expect((await simulation.runToEnd()).error).toBe('Broken');

    broken.clear();
    simulation.redrive();

    expect(await simulation.runToEnd()).toMatchObject({ status: 'SUCCEEDED', output: ['Left', 'Right'] });
    expect(Object.fromEntries(calls)).toEqual({ Left: 1, Right: 2 });
  });

  it('keeps the iterations of an inline Map that succeeded', async () => {
    const broken = new Set(['Work#2']);
    const { worker, calls } = brokenWorker(broken);
    const simulation = start(
      {
        StartAt: 'Each',
        States: {
          Each: {
            Type: 'Map',
            MaxConcurrency: 1,
            ItemProcessor: { StartAt: 'Work', States: { Work: task('w') } },
            End: true,
          },
        },
      },
      worker,
    );
    expect((await simulation.runToEnd()).cause).toBe('Work#2');

    broken.clear();
    simulation.redrive();

    expect(await simulation.runToEnd()).toMatchObject({ status: 'SUCCEEDED', output: ['Work#0', 'Work#1', 'Work#2'] });
    expect(Object.fromEntries(calls)).toEqual({ 'Work#0': 1, 'Work#1': 1, 'Work#2': 2 });
  });

  it('redrives the failed child executions of a distributed Map in their own histories', async () => {
    const broken = new Set(['Work#1']);
    const { worker, calls } = brokenWorker(broken);
    const simulation = start(
      {
        StartAt: 'Each',
        States: {
          Each: {
            Type: 'Map',
            MaxConcurrency: 1,
            ItemProcessor: {
              ProcessorConfig: { Mode: 'DISTRIBUTED', ExecutionType: 'STANDARD' },
              StartAt: 'Before',
              States: { Before: task('b', { Next: 'Work', ResultPath: null }), Work: task('w') },
            },
            End: true,
          },
        },
      },
      worker,
    );
    expect((await simulation.runToEnd()).error).toBe('States.ExceedToleratedFailureThreshold');

    broken.clear();
    simulation.redrive();
    const result = await simulation.runToEnd();

    expect(result).toMatchObject({ status: 'SUCCEEDED', output: ['Work#0', 'Work#1', 'Work#2'] });
    expect(Object.fromEntries(calls)).toEqual({
      'Before#0': 1,
      'Before#1': 1,
      'Before#2': 1,
      'Work#0': 1,
      'Work#1': 2,
      'Work#2': 1,
    });
    const children = simulation.childExecutions();
    expect(children.map(({ index, status, redriveCount }) => [index, status, redriveCount])).toEqual([
      [0, 'SUCCEEDED', 0],
      [1, 'SUCCEEDED', 1],
      [2, 'SUCCEEDED', 0],
    ]);
    expect(children[1]?.events.map((event) => event.type)).toContain('ExecutionRedriven');
    expect(children[1]?.mapRunArn).toBe(result.mapRuns[0]?.mapRunArn);
    expect(result.events.filter((event) => event.type.startsWith('MapRun')).map((event) => event.type)).toEqual([
      'MapRunStarted',
      'MapRunFailed',
      'MapRunRedriven',
      'MapRunSucceeded',
    ]);
  });

  it('shows in the context object how often and when it was', async () => {
    const seen: unknown[] = [];
    const simulation = startMachine(
      {
        StartAt: 'First',
        States: {
          First: {
            Type: 'Task',
            Resource: lambda,
            Parameters: { 'count.$': '$$.Execution.RedriveCount', 'all.$': '$$.Execution' },
            End: true,
          },
        },
      },
      {
        worker: ({ parameters }) => {
          seen.push(parameters);
          return seen.length === 1 ? failWith('Broken', '', 5000) : succeed('done');
        },
      },
    );
    await simulation.runToEnd();
    simulation.redrive();
    expect((await simulation.runToEnd()).output).toBe('done');
    expect(seen[0]).toMatchObject({ count: 0 });
    expect(Object.keys((seen[0] as { all: object }).all)).not.toContain('RedriveTime');
    expect(seen[1]).toMatchObject({ count: 1, all: { RedriveTime: '1970-01-01T00:00:05.000Z' } });
  });

  it('is advanced event by event like the first attempt', async () => {
    const broken = new Set(['First']);
    const simulation = start({ StartAt: 'First', States: { First: task('a') } }, brokenWorker(broken).worker);
    while ((await simulation.advance()) !== undefined);
    expect(await simulation.advance()).toBeUndefined();
    broken.clear();
    simulation.redrive();
    expect((await simulation.advance())?.type).toBe('ExecutionRedriven');
    expect((await simulation.advance())?.type).toBe('LambdaFunctionScheduled');
  });

  it('is refused for an execution that succeeded', async () => {
    const simulation = start({ StartAt: 'First', States: { First: task('a') } }, brokenWorker(new Set()).worker);
    await simulation.runToEnd();
    expect(simulation.redrive()).toEqual({
      ok: false,
      problem: { code: 'ExecutionNotRedrivable', message: 'Execution is SUCCEEDED and cannot be redriven' },
    });
  });
});
