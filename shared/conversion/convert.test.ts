import { describe, expect, it } from 'vitest';
import { isObject, own, type JsonObject, type JsonValue } from '#shared/base/json';
import { compile } from '#shared/simulator/compile';
import { runMachine } from '#shared/simulator/testing/runMachine';
import { stubStore } from '#shared/simulator/workers/stubStore';
import { stubWorker } from '#shared/simulator/workers/stubWorker';
import { validateDefinition } from '../validation/registry';
import type { StatePath } from '#shared/workflow/paths';
import { allStates } from '#shared/workflow/scopes';
import { readReference } from '#shared/workflow/testing/reference';
import { convertMachine, convertState } from './convert';
import { expressionOf } from './expressionText';
import { stateToJsonata } from './toJsonata';
import { stateToJsonPath } from './toJsonPath';

const input = '$states.input';

describe('paths and intrinsic functions as expressions', () => {
  it.each([
    ['$', '$states.input'],
    ['$.a.b', '$states.input.a.b'],
    ["$['a b'].and", '$states.input.`a b`.`and`'],
    ['$.list[0]', '$states.input.list[0]'],
    ['$.list[-1].x', '$states.input.list[-1].x'],
    ['$.list[*]', "$itemsOf($fieldOf($states.input, 'list'))"],
    ['$.list[1:3]', "$sliceOf($fieldOf($states.input, 'list'), 1, 3)"],
    ['$.list.length()', '$lengthOf($states.input.list)'],
    ['$$.Execution.Id', '$states.context.Execution.Id'],
    ['$order.id', '$order.id'],
    ["States.Format('a {} b', $.x)", "('a ' & $states.input.x & ' b')"],
    ["States.Format('{}', $.x)", '$string($states.input.x)'],
    ["States.Format('it\\'s {}', 1)", '("it\'s " & 1)'],
    ['States.JsonToString($)', '$string($given($states.input))'],
    ['States.Array(1, 2)', '[1, 2]'],
    ['States.ArrayContains($.l, 2)', '(2 in $asList($states.input.l))'],
    ['States.ArrayRange(1, 9, 2)', '[$range(1, 9, 2)]'],
    ['States.ArrayGetItem($.l, 2)', '$asList($states.input.l)[2]'],
    ['States.JsonMerge($.a, $.b, false)', '$merge([$asObject($states.input.a), $asObject($states.input.b)])'],
    ['States.MathAdd($.a, 1)', '($asInteger($states.input.a) + 1)'],
    ["States.StringSplit($.s, ',')", "[$split($asText($states.input.s), ',')[$ != '']]"],
    ["States.StringSplit($.s, ', ')", "[$split($asText($states.input.s), /[\\, ]/)[$ != '']]"],
    ['States.UUID()', '$uuid()'],
  ])('%s is %s', (path, expression) => {
    expect(expressionOf(path, input)).toBe(expression);
  });

  it.each(['$..x', '$.list[0,1]', "States.StringSplit($.s, '')"])('%s cannot be converted', (path) => {
    expect(() => expressionOf(path, input)).toThrow();
  });
});

describe('states to JSONata', () => {
  it.each([
    [
      { Type: 'Task', Resource: 'r', Parameters: { 'a.$': '$.x', b: 1 }, ResultPath: '$.r', End: true },
      {
        Type: 'Task',
        Resource: 'r',
        Arguments: { a: '{% $states.input.x %}', b: 1 },
        Output: '{% $merge([$states.input, {"r": $states.result}]) %}',
        End: true,
      },
    ],
    [
      { Type: 'Task', Resource: 'r', InputPath: '$.q', ResultSelector: { 'n.$': '$.Payload.n' }, Next: 'B' },
      {
        Type: 'Task',
        Resource: 'r',
        Arguments: '{% $states.input.q %}',
        Output: { n: '{% $states.result.Payload.n %}' },
        Next: 'B',
      },
    ],
    [
      { Type: 'Task', Resource: 'r', OutputPath: '$.Payload', End: true },
      { Type: 'Task', Resource: 'r', Output: '{% $states.result.Payload %}', End: true },
    ],
    [
      { Type: 'Task', Resource: 'r', ResultPath: null, TimeoutSecondsPath: '$.t', End: true },
      {
        Type: 'Task',
        Resource: 'r',
        TimeoutSeconds: '{% $states.input.t %}',
        Output: '{% $states.input %}',
        End: true,
      },
    ],
    [
      { Type: 'Pass', Result: { a: 1 }, ResultPath: '$.x.y', Next: 'B' },
      {
        Type: 'Pass',
        Output: expect.stringContaining(
          '$merge([$states.input, {"x": $merge([$placeIn($states.input.x), {"y": {"a":1}}])}])',
        ) as unknown,
        Next: 'B',
      },
    ],
    [
      { Type: 'Wait', SecondsPath: '$.s', OutputPath: '$.rest', Next: 'B' },
      { Type: 'Wait', Seconds: '{% $number($states.input.s) %}', Output: '{% $states.input.rest %}', Next: 'B' },
    ],
    [
      { Type: 'Fail', ErrorPath: '$.e', CausePath: "States.Format('why {}', $.c)" },
      { Type: 'Fail', Error: '{% $states.input.e %}', Cause: "{% ('why ' & $states.input.c) %}" },
    ],
    [
      { Type: 'Choice', Choices: [{ Variable: '$.n', NumericGreaterThan: 3, Next: 'B' }], Default: 'C' },
      {
        Type: 'Choice',
        Choices: [{ Condition: "{% ($type($states.input.n) = 'number' ? $states.input.n > 3 : false) %}", Next: 'B' }],
        Default: 'C',
      },
    ],
    [
      {
        Type: 'Task',
        Resource: 'r',
        Catch: [{ ErrorEquals: ['States.ALL'], ResultPath: '$.error', Next: 'B' }],
        End: true,
      },
      {
        Type: 'Task',
        Resource: 'r',
        Catch: [
          {
            ErrorEquals: ['States.ALL'],
            Output: '{% $merge([$states.input, {"error": $states.errorOutput}]) %}',
            Next: 'B',
          },
        ],
        End: true,
      },
    ],
  ] as [JsonObject, unknown][])('%j', (before, after) => {
    expect(stateToJsonata(before)).toEqual(after);
  });

  it('and back, where paths can say it', () => {
    const jsonata: JsonObject = {
      Type: 'Task',
      Resource: 'r',
      Arguments: { a: '{% $states.input.x %}', b: [1] },
      Output: '{% $merge([$states.input, {"r": $states.result}]) %}',
      Catch: [{ ErrorEquals: ['States.ALL'], Output: '{% $states.input %}', Next: 'B' }],
      End: true,
    };
    expect(stateToJsonPath(jsonata)).toEqual({
      Type: 'Task',
      Resource: 'r',
      Parameters: { 'a.$': '$.x', b: [1] },
      ResultPath: '$.r',
      Catch: [{ ErrorEquals: ['States.ALL'], ResultPath: null, Next: 'B' }],
      End: true,
    });
    expect(() => stateToJsonPath({ Type: 'Pass', Output: '{% $sum($states.input.x) %}' })).toThrow('$sum');
  });
});

describe('machines', () => {
  const mixed: JsonObject = {
    StartAt: 'A',
    States: {
      A: { Type: 'Pass', Parameters: { 'x.$': '$..deep' }, Next: 'M' },
      M: {
        Type: 'Map',
        ItemsPath: '$.list',
        ItemProcessor: { StartAt: 'I', States: { I: { Type: 'Pass', Parameters: { 'v.$': '$.v' }, End: true } } },
        End: true,
      },
    },
  };

  it('keep what cannot be converted, and say so', () => {
    const { definition, unconverted } = convertMachine(mixed, 'JSONata');
    expect(unconverted).toMatchObject([
      { path: '/States/A', name: 'A', why: expect.stringContaining('..') as unknown },
    ]);
    expect(definition['QueryLanguage']).toBeUndefined();
    expect(own(own(definition, 'States') as JsonObject, 'A')).toEqual(own(own(mixed, 'States') as JsonObject, 'A'));
    expect(allStates(definition).map(({ state }) => own(state, 'QueryLanguage'))).toEqual([
      undefined,
      'JSONata',
      'JSONata',
    ]);
    expect(validateDefinition(definition)).toEqual([]);
  });

  it('become one language when all states can', () => {
    const { A: _gone, ...States } = own(mixed, 'States') as JsonObject;
    const { definition, unconverted } = convertMachine({ StartAt: 'M', States }, 'JSONata');
    expect(unconverted).toEqual([]);
    expect(definition['QueryLanguage']).toBe('JSONata');
    expect(allStates(definition).every(({ state }) => own(state, 'QueryLanguage') === undefined)).toBe(true);
  });

  it('convert one state alone', () => {
    const one = convertState(mixed, '/States/M' as StatePath, 'JSONata');
    expect(one.why).toBeNull();
    expect(own(own(one.definition, 'States') as JsonObject, 'M')).toMatchObject({ QueryLanguage: 'JSONata' });
    expect(convertState(mixed, '/States/A' as StatePath, 'JSONata').why).toContain('..');
  });
});

const cases = readReference('conformance/open/cases.json');
const recorded = (Array.isArray(cases) ? (cases as JsonValue[]) : []).filter(isObject).flatMap((each) => {
  const given = own(each, 'definition');
  const definition = typeof given === 'string' ? (JSON.parse(given) as JsonValue) : given;
  if (!isObject(definition) || !compile(JSON.stringify(definition)).ok) return [];
  if (own(definition, 'QueryLanguage') === 'JSONata') return [];
  return [{ id: String(own(each, 'id') as string), definition, input: own(each, 'input') ?? {} }];
});

describe.runIf(recorded.length > 0)('recorded machines', () => {
  it('do the same in JSONata as in JSONPath', async () => {
    let same = 0;
    const different: string[] = [];
    for (const { id, definition, input: given } of recorded) {
      const { definition: converted, unconverted, differences } = convertMachine(definition, 'JSONata');
      // Where it is told that another value comes of it, chance among the reasons, there is nothing to compare.
      if (unconverted.length > 0 || differences.some(({ kind }) => kind !== 'failure')) continue;
      const options = () => ({ input: given, store: stubStore(0), worker: stubWorker(1), startTime: 0 });
      const before = await runMachine(definition, options());
      if (before.status !== 'SUCCEEDED') continue;
      const after = await runMachine(converted, options());
      if (after.status === before.status && JSON.stringify(after.output) === JSON.stringify(before.output)) same++;
      else
        different.push(
          `${id}: ${JSON.stringify(after.output ?? after.events.at(-1)).slice(0, 300)} | ${JSON.stringify(before.output).slice(0, 200)}`,
        );
    }
    expect(different).toEqual([]);
    expect(same).toBeGreaterThan(100);
  }, 120_000);
});
