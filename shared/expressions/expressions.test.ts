import { describe, expect, it } from 'vitest';
import { parseJsonText, jsonText } from '../base/jsonNumbers';
import { seededRandom } from '../base/seededRandom';
import type { JsonValue } from '../base/json';
import { base64FromText, textFromBase64 } from './base64';
import { compileIntrinsic } from './compileIntrinsic';
import { compilePath } from './compilePath';
import type { Environment } from './environment';
import { hash } from './hash';
import { intrinsicFunctions } from './intrinsics/index';
import { PathNotFound } from './jsonPath/evaluate';
import { compileTemplate } from './payloadTemplate';
import { compileResultPath } from './referencePath';

const environment: Environment = {
  variables: { list: [10, 20], obj: { a: 1 } },
  context: () => ({ State: { Name: 'S' } }),
  random: seededRandom(1),
  uuid: () => '00000000-0000-4000-8000-000000000000',
  now: () => 0,
};

const store = {
  book: [
    { title: 'A', price: 8, tags: ['x'] },
    { title: 'B', price: 22.5, tags: ['x', 'y'] },
    { title: 'C', price: 12 },
  ],
  'odd key': { "it's": 1 },
  nothing: null,
};

function path(text: string, input: JsonValue = store): JsonValue {
  const compiled = compilePath(text);
  if (!compiled.ok) throw new Error(compiled.problem);
  return compiled.value(input, environment);
}

function intrinsic(text: string, input: JsonValue = {}): JsonValue {
  const compiled = compileIntrinsic(text);
  if (!compiled.ok) throw new Error(compiled.problem);
  return compiled.value(input, environment);
}

describe('JSONPath as AWS evaluates it', () => {
  it.each<[string, JsonValue]>([
    ['$.book[0].title', 'A'],
    ['$.book[-1].title', 'C'],
    ["$['odd key']['it\\'s']", 1],
    ['$.nothing', null],
    ['$.book[*].title', ['A', 'B', 'C']],
    ['$.book[0,2].price', [8, 12]],
    ['$.book[1:].title', ['B', 'C']],
    ['$.book[:-1].title', ['A', 'B']],
    ['$..tags', [['x'], ['x', 'y']]],
    ['$.book[?(@.price < 20)].title', ['A', 'C']],
    ['$.book[?(@.tags)].title', ['A', 'B']],
    ["$.book[?(@.title == 'B' || @.price == 8)].title", ['A', 'B']],
    ["$.book[?(!(@.title == 'B') && @.price > 8)].title", ['C']],
    ['$.book[?(@.title =~ /[ab]/i)].title', ['A', 'B']],
    ["$.book[?('y' in @.tags)].title", ['B']],
    ["$.book[?(@.title in ['A','C'])].title", ['A', 'C']],
    ['$.book[?(@.title == B)].price', [22.5]],
    ['$.book.length()', 3],
    ['$.missing[*].x', []],
    ['$$.State.Name', 'S'],
    ['$list[1]', 20],
    ['$obj.a', 1],
  ])('%s', (text, expected) => {
    expect(path(text)).toEqual(expected);
  });

  it.each([
    ['$.none', "No results for path: $['none']"],
    ['$.none.deeper', "Missing property in path $['none']"],
    ['$.book[9]', "No results for path: $['book'][9]"],
    [
      '$.book.title',
      "Expected to find an object with property ['title'] in path $['book'] but found 'com.fasterxml.jackson.databind.node.ArrayNode'",
    ],
    ['$unset', 'Variable unset is not defined'],
  ])('%s leads nowhere: %s', (text, message) => {
    expect(() => path(text)).toThrow(PathNotFound as never);
    try {
      path(text);
    } catch (problem) {
      expect((problem as PathNotFound).message).toContain(message);
    }
  });

  it.each(['book', '$.', '$.a[', "$['a", '$.a[?(@.b ==)]', '$.a b'])('%s is no path', (text) => {
    expect(compilePath(text).ok).toBe(false);
  });
});

describe('intrinsic functions', () => {
  it.each<[string, JsonValue]>([
    ["States.Array(1, 'two', null, true)", [1, 'two', null, true]],
    ['States.ArrayPartition($.list, 2)', [[1, 2], [3]]],
    ['States.ArrayContains($.list, 3)', true],
    ['States.ArrayRange(5, 1, -2)', [5, 3, 1]],
    ['States.ArrayRange(1, 0, 1)', []],
    ['States.ArrayGetItem($.list, 0)', 1],
    ['States.ArrayLength($.list)', 3],
    ['States.ArrayUnique(States.Array(1, 1, 2, 1))', [1, 2]],
    ["States.Base64Encode('Grüße')", 'R3LDvMOfZQ=='],
    ["States.Base64Decode('R3LDvMOfZQ==')", 'Grüße'],
    ["States.Hash('abc', 'SHA-1')", 'a9993e364706816aba3e25717850c26c9cd0d89d'],
    ['States.JsonMerge($.one, $.two, false)', { a: { y: 2 }, b: 1 }],
    ['States.StringToJson(\'{"a":[1]}\')', { a: [1] }],
    ['States.JsonToString($.one)', '{"a":{"x":1},"b":1}'],
    ['States.MathAdd(2, -5)', -3],
    ['States.MathAdd(1.5, -1.5)', 1],
    ["States.StringSplit('a.b;;c', '.;')", ['a', 'b', 'c']],
    ['States.UUID()', '00000000-0000-4000-8000-000000000000'],
    ["States.Format('{} is \\{{}\\} of {}', 'x', 1, $.one)", 'x is {1} of {a={x=1}, b=1}'],
    ["States.Format('It\\'s {}', States.Format('{}', 'nested'))", "It's nested"],
  ])('%s', (text, expected) => {
    const input = { list: [1, 2, 3], one: { a: { x: 1 }, b: 1 }, two: { a: { y: 2 } } };
    expect(intrinsic(text, input)).toEqual(expected);
  });

  it('are all eighteen there, each with a sentence of help', () => {
    expect(intrinsicFunctions.size).toBe(18);
    for (const [name, one] of intrinsicFunctions) {
      expect(one.name).toBe(name);
      expect(one.help).toMatch(/\.$/);
    }
  });

  it('MathRandom gives integers in its range, and the same for the same seed', () => {
    for (let i = 0; i < 50; i++) {
      const value = Number(intrinsic('States.MathRandom(3, 6)'));
      expect(value).toBeGreaterThanOrEqual(3);
      expect(value).toBeLessThan(6);
    }
    expect(intrinsic('States.MathRandom(0, 1000000, 7)')).toBe(intrinsic('States.MathRandom(0, 1000000, 7)'));
  });

  it.each([
    'States.ArrayPartition($.list, 0)',
    'States.ArrayRange(0, 5000, 1)',
    'States.ArrayGetItem($.list, 7)',
    "States.Hash('a', 'CRC')",
    'States.JsonMerge($.list, $.list, false)',
    "States.StringToJson('{')",
    'States.MathRandom(5, 5)',
    "States.Format('{} {}', 1)",
    "States.Base64Decode('***')",
    "States.Format('a { {}', 1)",
    "States.Format('{{}}', 1)",
    "States.Format('} {}', 1)",
    'States.Format(\'{"id": {}}\', 1)',
    'States.MathAdd(2147483647, 1)',
    'States.MathAdd(2147483648, -1)',
    'States.ArrayGetItem($.list, 9)',
  ])('%s is States.IntrinsicFailure', (text) => {
    expect(() => intrinsic(text, { list: [1] })).toThrow(expect.objectContaining({ error: 'States.IntrinsicFailure' }));
  });

  it('refuses unknown functions, wrong counts and too deep nesting', () => {
    const nested = (depth: number): string => (depth === 0 ? '1' : `States.Array(${nested(depth - 1)})`);
    expect(compileIntrinsic('States.Nope()').ok).toBe(false);
    expect(compileIntrinsic('States.UUID(1)').ok).toBe(false);
    expect(compileIntrinsic('States.MathAdd(1)').ok).toBe(false);
    expect(compileIntrinsic(nested(10)).ok).toBe(true);
    expect(compileIntrinsic(nested(11)).ok).toBe(false);
  });
});

describe('payload templates', () => {
  it('replace keys that end in .$ and leave everything else, sharing what is literal', () => {
    const literal = { kept: [1, 2] };
    const compiled = compileTemplate({
      'a.$': '$.x',
      deep: { 'b.$': 'States.MathAdd($.x, 1)', literal },
      list: [{ 'c.$': '$$.State.Name' }, '$.x'],
    });
    if (!compiled.ok) throw new Error(compiled.problem.message);
    const value = compiled.value({ x: 1 }, environment) as { deep: { literal: unknown } };
    expect(value).toEqual({ a: 1, deep: { b: 2, literal }, list: [{ c: 'S' }, '$.x'] });
    expect(value.deep.literal).toBe(literal);
  });

  it('keep a __proto__ key as an ordinary key', () => {
    const compiled = compileTemplate(JSON.parse('{"__proto__.$":"$.x"}') as JsonValue);
    if (!compiled.ok) throw new Error(compiled.problem.message);
    const value = compiled.value({ x: { polluted: true } }, environment);
    expect(Object.keys(value as object)).toEqual(['__proto__']);
    expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
  });

  it('say where a value is no path', () => {
    expect(compileTemplate({ a: [{ 'b.$': 'plain' }] })).toMatchObject({
      ok: false,
      problem: { path: ['a', 0, 'b.$'] },
    });
  });
});

describe('ResultPath', () => {
  it.each<[string | null | undefined, JsonValue]>([
    [undefined, 'r'],
    ['$', 'r'],
    [null, { a: { b: 1 }, l: [1, 2] }],
    ['$.new', { a: { b: 1 }, l: [1, 2], new: 'r' }],
    ['$.a.c', { a: { b: 1, c: 'r' }, l: [1, 2] }],
    ['$.x.y', { a: { b: 1 }, l: [1, 2], x: { y: 'r' } }],
    ['$.l[1]', { a: { b: 1 }, l: [1, 'r'] }],
  ])('%s', (text, expected) => {
    const compiled = compileResultPath(text);
    if (!compiled.ok) throw new Error(compiled.problem);
    expect(compiled.value({ a: { b: 1 }, l: [1, 2] }, 'r')).toEqual(expected);
  });

  it('must lead to one place', () => {
    expect(compileResultPath('$.a[*]').ok).toBe(false);
    expect(compileResultPath('$$.a').ok).toBe(false);
  });
});

describe('texts', () => {
  it.each(['{"a":1.0}', '[1e3,1E3,-0,-0.0,12345678901234567890,0.10]', '{"a":{"b":[1.50,2]}}'])(
    '%s keeps its numbers',
    (text) => {
      expect(jsonText(parseJsonText(text))).toBe(text);
    },
  );

  it('reads what JSON.parse reads, and refuses what it refuses', () => {
    const text = ' { "__proto__" : 1.0 , "é\\u0041" : [ true , false , null , "\\"1.0" , {} , [] ] } ';
    expect(Object.keys(parseJsonText(text) as object)).toEqual(['__proto__', 'éA']);
    expect(() => parseJsonText('{"a":1.0,}')).toThrow(SyntaxError);
  });

  it('Base64 and digests agree with what is known', () => {
    for (const text of ['', 'f', 'fo', 'foo', 'ü€😀']) expect(textFromBase64(base64FromText(text))).toBe(text);
    expect(base64FromText('ü€😀')).toBe('w7zigqzwn5iA');
    expect(textFromBase64('a')).toBeUndefined();
    expect(hash('', 'MD5')).toBe('d41d8cd98f00b204e9800998ecf8427e');
    expect(hash('abc', 'SHA-512')?.slice(0, 16)).toBe('ddaf35a193617aba');
  });
});
