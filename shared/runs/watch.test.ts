import { describe, expect, it } from 'vitest';
import type { JsonObject } from '../base/json';
import { HistoryCursor } from '../history/cursor';
import { carryOut } from './carryOut';
import type { RunRequest } from './request';
import { watchData, watched } from './watch';

const definition: JsonObject = {
  StartAt: 'Set',
  States: {
    Set: { Type: 'Pass', Assign: { 'limit.$': '$.n' }, Next: 'Both' },
    Both: {
      Type: 'Parallel',
      Branches: [
        {
          StartAt: 'Left',
          States: {
            Left: { Type: 'Pass', Assign: { side: 'left' }, Next: 'Left 2' },
            'Left 2': { Type: 'Pass', End: true },
          },
        },
        {
          StartAt: 'Right',
          States: {
            Right: { Type: 'Wait', Seconds: 5, Next: 'Call' },
            Call: {
              Type: 'Task',
              Resource: 'arn:aws:states:::lambda:invoke',
              Parameters: { FunctionName: 'f' },
              End: true,
            },
          },
        },
      ],
      End: true,
    },
  },
};

async function at(
  name: string,
  expressions: readonly string[],
  offset = 0,
  language: 'JSONPath' | 'JSONata' = 'JSONPath',
) {
  const request: RunRequest = {
    definitionText: JSON.stringify(definition),
    inputText: '{"n":3}',
    name: 'w',
    seed: 1,
    type: 'STANDARD',
    startTime: 0,
    mocks: { Call: { kind: 'fail', error: 'Broken', cause: 'c' } },
    outcomeChanges: [],
    entryChanges: [],
    redrives: [],
  };
  const ended = await carryOut(request);
  if (!ended.ok) throw new Error(ended.problem);
  const { events } = ended.value;
  const index = events.findIndex(
    (event) => event.type.endsWith('StateEntered') && JSON.stringify(event).includes(`"name":"${name}"`),
  );
  const view = new HistoryCursor(events).moveTo(index + 1 + offset);
  const values = await watched(
    expressions,
    watchData(view, view.visits.findLast((visit) => visit.name === name) ?? null, language),
  );
  return values.map((value) => (value.ok ? value.value : `! ${value.problem}`));
}

describe('watch expressions', () => {
  it('are read in the query language of the state, {% %} as JSONata everywhere', async () => {
    expect(await at('Set', ['$.n', 'States.MathAdd($.n, 1)', '{% $states.input.n + 2 %}', '$$.State.Name'])).toEqual([
      3,
      4,
      5,
      'Set',
    ]);
    expect(await at('Set', ['$states.input.n * 2', '$states.context.Execution.Input.n'], 0, 'JSONata')).toEqual([6, 3]);
  });

  it('see the variables that are there at the cursor, in their scope', async () => {
    expect(await at('Set', ['$limit'])).toEqual([expect.stringMatching(/^! /)]);
    expect(await at('Left 2', ['$limit', '$side'])).toEqual([3, 'left']);
    // Those of the other branch are out of reach.
    expect(await at('Call', ['$limit', '$side'])).toEqual([3, expect.stringMatching(/^! /)]);
  });

  it('see an error once it is there', async () => {
    const expression = '{% $exists($states.errorOutput) ? $states.errorOutput.Error : "none yet" %}';
    expect(await at('Call', [expression])).toEqual(['none yet']);
    expect(await at('Call', [expression], 3)).toEqual(['Broken']);
  });

  it('say why they give nothing', async () => {
    const [path, syntax, broken] = await at('Set', ['$.nope', '$.[', '{% 1 + %}']);
    expect([path, syntax, broken]).toEqual([
      '! The path leads to nothing in this data.',
      expect.stringMatching(/^! /),
      expect.stringMatching(/^! /),
    ]);
  });
});
