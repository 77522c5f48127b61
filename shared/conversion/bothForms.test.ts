import { describe, expect, it } from 'vitest';
import { own, type JsonObject, type JsonValue } from '../base/json';
import { convertState } from './convert';
import { at, bothForms, machineOf, work } from './testing/bothForms';

const pass = (value: string): JsonObject => ({ Type: 'Pass', Parameters: { 'v.$': value }, End: true });
const lists = { list: [{ tags: ['t', 'u'] }, { tags: ['v'] }, { tags: [] }] };

describe('a state and its form in JSONata give the same', () => {
  it.each<readonly [string, JsonObject, JsonValue, JsonValue]>([
    ['a list of a list', pass('States.Array($.l)'), { l: [1, [2]] }, { v: [[1, [2]]] }],
    ['a list of an empty list', pass('States.Array($.l)'), { l: [] }, { v: [[]] }],
    ['a list of a list and a text', pass("States.Array($.l, 'a')"), { l: [1] }, { v: [[1], 'a'] }],
    ['the only item of a list of a list', pass('States.ArrayGetItem(States.Array($.l), 0)'), { l: [1] }, { v: [1] }],
    ['fields that are lists', pass('$.list[*].tags'), lists, { v: [['t', 'u'], ['v'], []] }],
    [
      'items of items',
      pass('$.m[*][*]'),
      {
        m: [
          [1, 2],
          [3, 4],
        ],
      },
      { v: [1, 2, 3, 4] },
    ],
    ['first items', pass('$.m[*][0]'), { m: [[[1], 2], [], 3] }, { v: [[1]] }],
    ['values of an object', pass('$.o.*'), { o: { p: [1], q: null } }, { v: [[1], null] }],
    ['values of the root', pass('$.*'), { p: 1, q: 2 }, { v: [1, 2] }],
    ['values of nothing', pass('$.a.b[*]'), { a: [{ b: [1] }] }, { v: [] }],
    ['the length of an object', pass('$.a.length()'), { a: { b: 1, c: 2 } }, { v: 2 }],
    ['the length of a number', pass('$.a.length()'), { a: 5 }, { v: null }],
    ['the least of no numbers', pass('$.a.min()'), { a: ['x'] }, { v: ['x'] }],
    [
      'an order of text and number',
      pass('$.l[?(@.x>1)]'),
      { l: [{ x: 2 }, { x: 'a' }, { x: null }, {}] },
      { v: [{ x: 2 }] },
    ],
    [
      'unlike what is not there',
      pass("$.l[?(@.x!='a')]"),
      { l: [{ x: 'a' }, {}, { x: null }] },
      { v: [{}, { x: null }] },
    ],
    ['a filter of an object', pass('$.o[?(@.x)]'), { o: { x: 1 } }, { v: [{ x: 1 }] }],
    ['an open slice', pass('$.l[1:]'), { l: [1, [2], 3] }, { v: [[2], 3] }],
    ['a slice from the end', pass('$.l[-1:]'), { l: [1, [2]] }, { v: [[2]] }],
    ['an index past the end', pass('$.l[3]'), { l: [1] }, { v: null }],
    ['a list in a list', pass('States.ArrayContains($.l, $.o)'), { l: [{ a: [1] }], o: { a: [1] } }, { v: true }],
    ['halves rounded up', pass('States.MathAdd($.n, 1)'), { n: 2.5 }, { v: 4 }],
    ['blank text as JSON', pass('States.StringToJson($.s)'), { s: ' ' }, { v: null }],
    ['several delimiters', pass("States.StringSplit($.s, ',;')"), { s: 'a,b;;c' }, { v: ['a', 'b', 'c'] }],
    ['braces in a text', pass("States.Format('\\{{}\\}', $.s)"), { s: 'x' }, { v: '{x}' }],
    ['below null', { Type: 'Pass', Result: 1, ResultPath: '$.n.q', End: true }, { n: null }, { n: { q: 1 } }],
    ['below nothing', { Type: 'Pass', Result: 1, ResultPath: "$.n['a b']", End: true }, {}, { n: { 'a b': 1 } }],
    ['text with marks', { Type: 'Pass', Result: ['{% 1 %}'], End: true }, {}, ['{% 1 %}']],
    ['what a Pass makes', { Type: 'Pass', Result: { k: 1 }, Assign: { 'v.$': '$.k' }, Next: 'Seen' }, {}, { v: 1 }],
    [
      'the result before its selector',
      { Type: 'Task', Resource: work, ResultSelector: { k: 1 }, Assign: { 'v.$': '$' }, Next: 'Seen' },
      {},
      { v: 'result' },
    ],
    [
      'items that are lists',
      {
        Type: 'Map',
        ItemsPath: '$.list[*].tags',
        ItemProcessor: { StartAt: 'I', States: { I: { Type: 'Pass', End: true } } },
        End: true,
      },
      lists,
      [['t', 'u'], ['v'], []],
    ],
    ['seconds as text', { Type: 'Wait', SecondsPath: '$.s', End: true }, { s: '5' }, { s: '5' }],
    [
      'nothing in a list of objects',
      { Type: 'Choice', Choices: [{ Variable: '$.a.b', IsPresent: true, Next: 'Seen' }], Default: 'N' },
      { a: [{ b: 1 }] },
      { a: [{ b: 1 }] },
    ],
  ])('%s', async (_title, state, input, output) => {
    const { before, after, why } = await bothForms(state, input, 'JSONata');
    expect([why, before.output]).toEqual([null, output]);
    expect(after).toEqual(before);
  });
});

describe('a state that fails on its data', () => {
  it.each<readonly [string, JsonObject, JsonValue, string]>([
    ['the length of a text', pass('States.ArrayLength($.s)'), { s: 'hi' }, 'States.IntrinsicFailure'],
    ['an index before the start', pass('States.ArrayGetItem($.l, $.n)'), { l: [1], n: -1 }, 'States.IntrinsicFailure'],
    ['a value in a text', pass("States.ArrayContains($.s, 'h')"), { s: 'h' }, 'States.IntrinsicFailure'],
    ['a list of nothing', pass('States.Array($.none)'), {}, 'States.Runtime'],
    [
      'below a list',
      { Type: 'Pass', Result: 1, ResultPath: '$.l.q', End: true },
      { l: [{}] },
      'States.ResultPathMatchFailure',
    ],
  ])('fails in JSONata too, and the other name of the error is told: %s', async (_title, state, input, error) => {
    const { before, after, differences } = await bothForms(state, input, 'JSONata');
    expect(before.error).toBe(error);
    expect(after?.error).toBe('States.QueryEvaluationError');
    expect(differences).toContainEqual(expect.objectContaining({ kind: 'failure' }));
  });

  it('is told where its catchers take it otherwise', async () => {
    const state: JsonObject = {
      Type: 'Task',
      Resource: work,
      Parameters: { 'p.$': '$.a.missing' },
      Catch: [{ ErrorEquals: ['States.ALL'], Next: 'N' }],
      Next: 'Y',
    };
    const { before, after, differences } = await bothForms(state, { a: 1 }, 'JSONata');
    expect(before.error).toBe('States.Runtime');
    expect(after?.error).toBeUndefined();
    expect(differences.map(({ field }) => field)).toEqual(['Parameters', 'Catch']);
  });

  it('is taken by the catcher that named the failure of a function', () => {
    const state = {
      Type: 'Task',
      Resource: work,
      Catch: [{ ErrorEquals: ['States.IntrinsicFailure'], Next: 'N' }],
      Next: 'Y',
    };
    const { definition } = convertState(machineOf(state), at, 'JSONata');
    const converted = own(own(definition, 'States') as JsonObject, 'S') as JsonObject;
    expect(converted['Catch']).toEqual([
      { ErrorEquals: ['States.IntrinsicFailure', 'States.QueryEvaluationError'], Next: 'N' },
    ]);
  });

  it.each([
    'States.JsonMerge($.a, $.b, true)',
    'States.ArrayGetItem($.l, -1)',
    "States.Format('{')",
    "States.Format('{}', $.a, $.b)",
    '$..x',
    '$.l[0,1]',
    "$['a','b']",
  ])('or that JSONata has no words for is refused: %s', async (value) => {
    expect((await bothForms(pass(value), {}, 'JSONata')).why).not.toBeNull();
  });
});

it.each([
  ['$count', { count: 1 }, 'States.ArrayLength($.l)'],
  ['$listOf', { listOf: [1] }, 'States.Array($listOf)'],
  ['$asList', {}, 'States.ArrayLength($asList)'],
])('a variable with the name of a function that the expressions need is refused: %s', async (name, Assign, value) => {
  const { why } = await bothForms({ Type: 'Pass', Parameters: { 'v.$': value }, Assign, End: true }, {}, 'JSONata');
  expect(why).toContain(name);
});

describe('a state and its form in JSONPath', () => {
  it.each<readonly [string, JsonObject, JsonValue]>([
    [
      'a part of the input and a variable of another',
      { Type: 'Pass', Output: '{% $states.input.a %}', Assign: { v: '{% $states.input.n %}' }, Next: 'Seen' },
      { a: { v: 1 }, n: 5 },
    ],
    ['a list is written as it stands', { Type: 'Pass', Output: [1, { 'x.$': '$.n' }], End: true }, {}],
    [
      'an equality with what is not there',
      { Type: 'Choice', Choices: [{ Condition: "{% $states.input.a = 'x' %}", Next: 'Y' }], Default: 'N' },
      {},
    ],
    ['the input as it is', { Type: 'Succeed', Output: '{% $states.input %}' }, [1]],
  ])('give the same: %s', async (_title, state, input) => {
    const { before, after, why } = await bothForms(state, input, 'JSONPath');
    expect(why).toBeNull();
    expect(after).toEqual(before);
  });

  it.each<readonly [string, JsonObject]>([
    [
      'Assign reads the input beside a fixed Output',
      { Type: 'Pass', Output: 5, Assign: { v: '{% $states.input %}' }, Next: 'N' },
    ],
    [
      'a key that JSONPath evaluates',
      { Type: 'Task', Resource: work, Arguments: { Payload: { 'x.$': '$.num' } }, End: true },
    ],
    ['an expression in a list', { Type: 'Pass', Output: ['{% $states.input.a %}'], End: true }],
    [
      'fields beside a part of the input as arguments',
      {
        Type: 'Task',
        Resource: work,
        Arguments: '{% $states.input.a %}',
        TimeoutSeconds: '{% $states.input.t %}',
        End: true,
      },
    ],
    [
      'the output of a Choice',
      {
        Type: 'Choice',
        Choices: [{ Condition: '{% $states.input.n = 1 %}', Next: 'Y' }],
        Default: 'N',
        Output: '{% $states.input.n %}',
      },
    ],
    ['a fixed result', { Type: 'Task', Resource: work, Output: 'done', End: true }],
  ])('is refused: %s', async (_title, state) => {
    expect((await bothForms(state, {}, 'JSONPath')).why).not.toBeNull();
  });

  it.each<readonly [string, JsonObject, JsonValue, string]>([
    [
      'a path through a list',
      { Type: 'Pass', Output: { v: '{% $states.input.list.x %}' }, End: true },
      { list: [{ x: 1 }, { x: 2 }] },
      'Output',
    ],
    [
      'a text in an order',
      { Type: 'Choice', Choices: [{ Condition: '{% $states.input.num > 3 %}', Next: 'Y' }], Default: 'N' },
      { num: '5' },
      'Choices.0.Condition',
    ],
  ])('differ, which is told with the field: %s', async (_title, state, input, field) => {
    const { before, after, differences } = await bothForms(state, input, 'JSONPath');
    expect(after).not.toEqual(before);
    expect(differences.map((each) => each.field)).toContain(field);
  });
});
