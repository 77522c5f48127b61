import { expect, it } from 'vitest';
import type { JsonValue } from '../base/index';
import { foldHistory } from '../history/index';
import { runMachine } from '../simulator/testing/runMachine';
import { failureOf } from './failure';

const failureIn = async (definition: object, input: JsonValue = {}) => {
  const { events } = await runMachine(definition, { input });
  return failureOf(foldHistory(events));
};
const machine = (States: object, more: object = {}) => ({ StartAt: 'A', States, ...more });

it('is none while a run goes on, and of one that succeeded', async () => {
  const definition = machine({ A: { Type: 'Pass', End: true } });
  const { events } = await runMachine(definition);
  expect(failureOf(foldHistory(events))).toBeNull();
  expect(failureOf(foldHistory(events.slice(0, 2)))).toBeNull();
});

it.each([
  [
    'a Choice without a match',
    machine({
      A: { Type: 'Choice', Choices: [{ Variable: '$.n', NumericEquals: 1, Next: 'B' }] },
      B: { Type: 'Succeed' },
    }),
    { name: 'A', error: 'States.Runtime', advice: /Default/ },
  ],
  [
    'an expression that reads what is not there',
    machine({ A: { Type: 'Pass', Output: '{% $states.input.none %}', End: true } }, { QueryLanguage: 'JSONata' }),
    { name: 'A', error: 'States.QueryEvaluationError', advice: /expression/ },
  ],
  [
    'a path that is not there',
    machine({ A: { Type: 'Pass', InputPath: '$.none', End: true } }),
    { name: 'A', error: 'States.Runtime', advice: /path/ },
  ],
  [
    'a Fail state inside a Parallel',
    machine({
      A: {
        Type: 'Parallel',
        Branches: [{ StartAt: 'F', States: { F: { Type: 'Fail', Error: 'Broken', Cause: 'by hand' } } }],
        End: true,
      },
    }),
    { name: 'F', error: 'Broken', advice: /on purpose/ },
  ],
  [
    'an endless loop',
    machine({ A: { Type: 'Pass', Next: 'A' } }),
    { name: undefined, error: 'States.Runtime', advice: /catcher|path/ },
  ],
])('of %s names the state, the error and what to do', async (_what, definition, { name, error, advice }) => {
  const failure = await failureIn(definition);
  expect(failure).toMatchObject({ error });
  expect(failure?.visit?.name).toBe(name);
  expect(failure?.advice).toMatch(advice);
});
