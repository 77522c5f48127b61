import { describe, expect, it } from 'vitest';
import type { HistoryEvent } from '../history/events';
import type { MakeScheduler } from './scheduler';
import { failWith, lambda, runMachine, startMachine, succeed, typesOf } from './testing/runMachine';

const twoTasks = {
  StartAt: 'First',
  States: {
    First: { Type: 'Task', Resource: lambda, Assign: { first: 1 }, Next: 'Second' },
    Second: { Type: 'Task', Resource: lambda, End: true },
  },
};

describe('an execution', () => {
  it('is advanced event by event and inspected between', async () => {
    const simulation = startMachine(twoTasks, { input: { n: 1 }, worker: () => succeed('done', 1000) });
    const seen: HistoryEvent[] = [];
    while (seen.at(-1)?.type !== 'LambdaFunctionStarted') seen.push((await simulation.advance()) as HistoryEvent);
    expect(simulation.inspect()).toMatchObject([
      { path: [], stateName: 'First', stateType: 'Task', input: { n: 1 }, waitsFor: 'task', variables: {} },
    ]);
    expect(simulation.pendingTasks()).toMatchObject([
      { request: { stateName: 'First', attempt: 0, parameters: { n: 1 } } },
    ]);
  });

  it('goes on with the answer that is given in place of the worker', async () => {
    const simulation = startMachine(twoTasks, { worker: () => ({}) });
    await simulation.runToEnd(() => simulation.pendingTasks().length > 0);
    const [task] = simulation.pendingTasks();
    expect(simulation.answer(task?.id ?? 0, { kind: 'success', output: 'by hand' })).toBe(true);
    simulation.useWorker(() => failWith('Other'));
    const result = await simulation.runToEnd();
    expect(result).toMatchObject({ status: 'FAILED', error: 'Other' });
    expect(result.events[4]).toMatchObject({ lambdaFunctionSucceededEventDetails: { output: '"by hand"' } });
    expect(simulation.answer(task?.id ?? 0, { kind: 'success', output: 'too late' })).toBe(false);
  });

  it('shows the lines of control of branches and iterations with their paths', async () => {
    const wait = (name: string): object => ({
      StartAt: name,
      States: { [name]: { Type: 'Wait', Seconds: 5, End: true } },
    });
    const simulation = startMachine(
      {
        StartAt: 'Both',
        States: {
          Both: {
            Type: 'Parallel',
            Branches: [
              wait('Left'),
              { StartAt: 'Each', States: { Each: { Type: 'Map', ItemProcessor: wait('Rest'), End: true } } },
            ],
            End: true,
          },
        },
      },
      { input: [1, 2] },
    );
    await simulation.runToEnd(() => simulation.inspect().filter((view) => view.stateName === 'Rest').length === 2);
    expect(simulation.inspect().map(({ path, stateName, waitsFor }) => [path.join('.'), stateName, waitsFor])).toEqual([
      ['', 'Both', 'children'],
      ['0', 'Left', 'time'],
      ['1', 'Each', 'children'],
      ['1.0', 'Rest', 'time'],
      ['1.1', 'Rest', 'time'],
    ]);
  });

  it('is stopped where it stands, with an error and a cause, and can be redriven', async () => {
    const simulation = startMachine(twoTasks, { worker: () => succeed(1, 1000) });
    await simulation.runToEnd(() => simulation.pendingTasks().length > 0);
    expect(simulation.stop({ error: 'Enough', cause: 'by hand' })).toBe(true);
    expect(simulation.result()).toMatchObject({ status: 'ABORTED', error: 'Enough', redriveStatus: 'REDRIVABLE' });
    expect(simulation.stop()).toBe(false);
    expect(simulation.redrive().ok).toBe(true);
    expect((await simulation.runToEnd()).status).toBe('SUCCEEDED');
  });

  it('keeps the text of its input and the spelling of its numbers', async () => {
    const result = await runMachine(
      { StartAt: 'A', States: { A: { Type: 'Pass', End: true } } },
      { inputText: '{"a": 1.0, "b":[1e3, -0.0]}' },
    );
    expect(result.events[0]).toMatchObject({ executionStartedEventDetails: { input: '{"a": 1.0, "b":[1e3, -0.0]}' } });
    const shaped = await runMachine(
      { StartAt: 'A', States: { A: { Type: 'Pass', Parameters: { 'x.$': '$.a', fixed: 2 }, End: true } } },
      { inputText: '{"a":1.0}' },
    );
    expect(shaped.outputText).toBe('{"x":1.0,"fixed":2}');
  });

  it('gives a Task that fails a state of its own in Parallel while the other branch is aborted', async () => {
    const branch = (name: string): object => ({
      StartAt: name,
      States: { [name]: { Type: 'Task', Resource: lambda, End: true } },
    });
    const result = await runMachine(
      { StartAt: 'Both', States: { Both: { Type: 'Parallel', Branches: [branch('Bad'), branch('Slow')], End: true } } },
      { worker: ({ stateName }) => (stateName === 'Bad' ? failWith('No', '', 10) : succeed(1, 1000)) },
    );
    expect(typesOf(result).slice(-5)).toEqual([
      'LambdaFunctionFailed',
      'TaskStateAborted',
      'TaskStateAborted',
      'ParallelStateFailed',
      'ExecutionFailed',
    ]);
  });

  it('ends an iteration of a nested Map before its Parallel, in the order things happened', async () => {
    const inner = {
      StartAt: 'Each',
      States: {
        Each: {
          Type: 'Map',
          MaxConcurrency: 1,
          ItemProcessor: { StartAt: 'In', States: { In: { Type: 'Pass', End: true } } },
          End: true,
        },
      },
    };
    const result = await runMachine(
      { StartAt: 'Both', States: { Both: { Type: 'Parallel', Branches: [inner, inner], End: true } } },
      { input: [1] },
    );
    expect(result.output).toEqual([[1], [1]]);
    const types = typesOf(result);
    expect(types.lastIndexOf('MapStateExited')).toBeLessThan(types.indexOf('ParallelStateSucceeded'));
    expect(types.filter((type) => type === 'MapIterationSucceeded')).toHaveLength(2);
  });
});

describe('a query that fails', () => {
  const asking = (more: object): object => ({
    QueryLanguage: 'JSONata',
    StartAt: 'Before',
    States: { Before: { Type: 'Pass', Next: 'Ask' }, Ask: { End: true, ...more }, Caught: { Type: 'Pass', End: true } },
  });

  it('points to the event before the state, and its error is caught by its name', async () => {
    const result = await runMachine(
      asking({
        Type: 'Task',
        Resource: lambda,
        Output: '{% $none %}',
        Catch: [
          { ErrorEquals: ['States.QueryEvaluationError'], Output: '{% $states.errorOutput.Error %}', Next: 'Caught' },
        ],
      }),
    );
    const failed = result.events.find((event) => event.type === 'EvaluationFailed');
    expect(failed).toMatchObject({
      previousEventId: 3,
      evaluationFailedEventDetails: { state: 'Ask', location: 'Output' },
    });
    expect(result).toMatchObject({ status: 'SUCCEEDED', output: 'States.QueryEvaluationError' });
  });

  it('points to the entry of a Wait', async () => {
    const result = await runMachine(asking({ Type: 'Wait', Seconds: '{% "long" %}' }));
    expect(result.events.at(-2)).toMatchObject({ type: 'EvaluationFailed', previousEventId: 4 });
    expect(result.error).toBe('States.QueryEvaluationError');
  });
});

describe('the scheduler of an execution', () => {
  it('is an argument: it carries out plain data and moves the clock', async () => {
    const asked: object[] = [];
    const slow: MakeScheduler = (engine, host) => ({
      run: async (done) => {
        while (!done()) {
          engine.runReady(done);
          const effects = engine.waits.takeEffects();
          if (effects.length === 0 && !engine.hasReady) return false;
          for (const effect of effects) {
            asked.push(effect);
            await Promise.resolve();
            if (effect.kind === 'sleep' && effect.reason === 'wait') {
              engine.time = effect.until;
              engine.deliver(effect.id, { kind: 'awake' });
            } else if (effect.kind === 'evaluate') {
              const environment = engine.waits.environmentOf(effect.id);
              const value =
                environment && (await host.expressions[effect.expression]?.evaluate(effect.states, environment));
              engine.deliver(effect.id, { kind: 'value', value });
            } else if (effect.kind === 'invoke') {
              engine.deliver(effect.id, { kind: 'outcome', outcome: { kind: 'success', output: 'done' } });
            }
          }
        }
        return true;
      },
    });
    const definition = {
      QueryLanguage: 'JSONata',
      StartAt: 'Rest',
      States: {
        Rest: { Type: 'Wait', Seconds: '{% $states.input.s %}', Next: 'Call' },
        Call: { Type: 'Task', Resource: lambda, End: true },
      },
    };
    const result = await runMachine(definition, { input: { s: 3 }, scheduler: slow });
    expect(result).toMatchObject({ status: 'SUCCEEDED', output: 'done', stopTime: 3000 });
    expect(structuredClone(asked)).toEqual(asked);
    expect(asked).toContainEqual({ id: 2, kind: 'evaluate', expression: 0, states: { input: { s: 3 } } });
  });
});
