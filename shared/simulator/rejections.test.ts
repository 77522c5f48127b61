import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { JsonValue } from '../base/json';
import { failWith, lambda, runMachine, succeed, typesOf } from './testing/runMachine';
import type { ObjectStore, TaskAnswer } from './worker';

const pass = (more: object): object => ({ Type: 'Pass', End: true, ...more });
const branch = (state: object): object => ({ StartAt: 'S', States: { S: state } });
const failing = branch(pass({ QueryLanguage: 'JSONata', Output: "{% $error('broken') %}" }));
const slow = branch(pass({ QueryLanguage: 'JSONata', Output: '{% $sum($map([1..3000], function($n) { $n * 2 })) %}' }));
const failsAtOnce = branch({ Type: 'Fail', Error: 'AtOnce' });
const slowThenFails = {
  StartAt: 'Slow',
  States: {
    Slow: {
      Type: 'Pass',
      QueryLanguage: 'JSONata',
      Output: '{% $sum($map([1..3000], function($n) { $n * 2 })) %}',
      Next: 'Bad',
    },
    Bad: pass({ QueryLanguage: 'JSONata', Output: "{% $error('late') %}" }),
  },
};
const parallel = (...branches: readonly object[]): object => ({
  StartAt: 'Both',
  States: { Both: { Type: 'Parallel', Branches: branches, End: true } },
});

const turn = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 0));

describe('a value that is refused when nobody awaits it any more', () => {
  const unhandled: unknown[] = [];
  const note = (problem: unknown): void => void unhandled.push(problem);
  beforeEach(() => {
    unhandled.length = 0;
    process.on('unhandledRejection', note);
  });
  afterEach(() => {
    process.off('unhandledRejection', note);
  });

  const run = async (definition: object, options: object = {}): Promise<{ readonly error: string | undefined }> => {
    const result = await runMachine(definition, options);
    for (let i = 0; i < 5; i++) await turn();
    expect(unhandled).toEqual([]);
    return { error: result.error };
  };

  it.each([
    ['before the branch that fails at once', parallel(failing, failsAtOnce)],
    ['after the branch that fails at once', parallel(failsAtOnce, failing)],
    ['beside a slow one', parallel(slow, failing, failsAtOnce)],
    ['after a slow one', parallel(slowThenFails, failsAtOnce)],
  ])('a JSONata state %s ends with the branch', async (_name, definition) => {
    expect(await run(definition)).toEqual({ error: 'AtOnce' });
  });

  it('two that fail together end with the first', async () => {
    expect(await run(parallel(failing, failing, slow))).toEqual({ error: 'States.QueryEvaluationError' });
  });

  it('a store that refuses beside a task that is slow ends the state that asked it', async () => {
    const reads = {
      Type: 'Map',
      ItemReader: {
        Resource: 'arn:aws:states:::s3:getObject',
        ReaderConfig: { InputType: 'JSON' },
        Parameters: { Bucket: 'b', Key: 'k' },
      },
      ItemProcessor: { ProcessorConfig: { Mode: 'DISTRIBUTED', ExecutionType: 'STANDARD' }, ...branch(pass({})) },
      End: true,
    };
    const worker = async (): Promise<TaskAnswer> => {
      await turn();
      await turn();
      return succeed({});
    };
    const store: ObjectStore = async (): Promise<JsonValue> => {
      await Promise.resolve();
      throw new Error('The disk is gone');
    };
    const task = branch({ Type: 'Task', Resource: lambda, End: true });
    expect(await run(parallel(task, branch(reads)), { worker, store })).toEqual({ error: 'States.ItemReaderFailed' });
  });

  it('a worker that rejects late ends the run with its problem, and nothing else', async () => {
    const worker = async (request: { readonly stateName: string }): Promise<TaskAnswer> => {
      if (request.stateName === 'Bad') throw new Error('The worker is gone');
      await turn();
      await turn();
      return failWith('Slow');
    };
    const task = (name: string): object => ({
      StartAt: name,
      States: { [name]: { Type: 'Task', Resource: lambda, End: true } },
    });
    await expect(runMachine(parallel(task('Good'), task('Bad')), { worker })).rejects.toThrow('The worker is gone');
    for (let i = 0; i < 5; i++) await turn();
    expect(unhandled).toEqual([]);
  });

  it('a stopped branch leaves no event of its expression', async () => {
    const result = await runMachine(parallel(failing, failsAtOnce));
    expect(typesOf(result)).not.toContain('EvaluationFailed');
  });
});
