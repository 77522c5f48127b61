import { describe, expect, it } from 'vitest';
import type { JsonValue } from '../../base/json';
import { parseJsonText } from '../../base/jsonNumbers';
import { seededRandom } from '../../base/seededRandom';
import type { Environment } from '../environment';
import { compileExpression, expressionText } from './compileExpression';
import { compileJsonataTemplate } from './compileTemplate';

function environment(variables: Record<string, JsonValue> = {}): Environment {
  const random = seededRandom(1);
  return { variables, context: () => ({ State: { Name: 'S' } }), random, uuid: () => 'id', now: () => 1_000 };
}

async function run(text: string, input: JsonValue = {}, variables: Record<string, JsonValue> = {}): Promise<JsonValue> {
  const compiled = compileExpression(text, 'Output');
  if (!compiled.ok) throw new Error(compiled.problem);
  return compiled.value.evaluate({ input }, environment(variables));
}

describe('JSONata in the dialect of AWS', () => {
  it.each<[string, JsonValue]>([
    ['$partition([1,2,3], 2)', [[1, 2], [3]]],
    ['$partition([0], 1)', [[0]]],
    ['$range(1, 9, 9)', 1],
    ['$range(0, 10, 5)', [0, 5, 10]],
    // AWS rounds towards zero.
    ['$range(1.7, 4.9, 1)', [1, 2, 3, 4]],
    ['$range(-1.7, 2, 1)', [-1, 0, 1, 2]],
    ['$range(-0.9, 1, 1)', [0, 1]],
    ['$range(0, 5, 1.9)', [0, 1, 2, 3, 4, 5]],
    ['$count($range(1, 200000, 1))', 200_000],
    ['1 / 0', 'Infinity'],
    ['-1 / 0', '-Infinity'],
    ['0 / 0', 'NaN'],
    ["[1 / 0, {'k': 0 / 0}]", ['Infinity', { k: 'NaN' }]],
    // java.util.Random's first nextDouble() for each seed.
    ['$random(42)', 0.7275636800328681],
    ['$random(1)', 0.7308781907032909],
    ['$random(123456789)', 0.664038103272266],
    ["$length($pad('', 4194304))", 4_194_304],
    ['$count([1..873782])', 873_782],
    ["$hash('abc', 'MD5')", '900150983cd24fb0d6963f7d28e17f72'],
    ['$parse(\'{"a":[1]}\')', { a: [1] }],
    ['$uuid()', 'id'],
    ['$random(7) = $random(7)', true],
    ['$states.context.State.Name', 'S'],
    ['$millis()', 1000],
    ['$now()', '1970-01-01T00:00:01.000Z'],
    ["$now('[Y0001]')", '1970'],
    ['$count($shuffle([1,2,3]))', 3],
    ['$sum($x) + $states.input.n', 7],
  ])('%s', async (text, expected) => {
    expect(await run(text, { n: 1 }, { x: [1, 2, 3] })).toEqual(expected);
  });

  it.each([
    ['$states.input.none', 'returned nothing (undefined).'],
    ['function($x) { $x }', 'returned an unsupported result type.'],
    ['$eval("1")', 'threw an error during evaluation'],
    ["$hash('a', 'CRC')", 'threw an error during evaluation'],
    ["$parse('{')", 'threw an error during evaluation: The argument of $parse is not valid JSON'],
    ['$range(0, 1, 0.5)', 'threw an error during evaluation'],
    [
      "$sum([1, 'a'])",
      'threw an error during evaluation. T0412: Argument 1 of function "sum" must be an array of "numbers"',
    ],
    ...['$range(0, 1e12, 1)', '$range(1, 500000, 1)', '[1..900000] ~> $count()', "$length($pad('', 8388608))"].map(
      (text): [string, string] => [
        text,
        'threw an error during evaluation: Expression evaluation memory limit exceeded: Check for excessive memory usage',
      ],
    ),
    [
      '($grow := function($s, $n) { $n = 0 ? $s : $grow($s & $s, $n - 1) }; $length($grow("x", 23)))',
      'Expression evaluation memory limit exceeded',
    ],
    [
      `1${'+1'.repeat(199)}`,
      'threw an error during evaluation: Stack overflow error: Check for non-terminating recursive function. Consider rewriting as tail-recursive',
    ],
  ])('%s fails and names the field: %s', async (text, cause) => {
    await expect(run(text)).rejects.toMatchObject({
      error: 'States.QueryEvaluationError',
      cause: expect.stringContaining(cause) as string,
      details: { evaluation: { location: 'Output' } },
    });
  });

  it('refuses ?? and ?:, but not where they are text', () => {
    expect(compileExpression('$a ?? 1', 'Output').ok).toBe(false);
    expect(compileExpression('$a ?: 1', 'Output').ok).toBe(false);
    expect(compileExpression("$a ? 'x' : '??'", 'Output').ok).toBe(true);
    expect(compileExpression('$match($a, /(?:b)/) /* ?? */', 'Output').ok).toBe(true);
  });

  it('gives results that never alias the input', async () => {
    const input = { list: [{ a: 1 }] };
    const output = (await run('$states.input.list', input)) as { a: number }[];
    expect(output).toEqual(input.list);
    expect(output).not.toBe(input.list);
    expect(output[0]).not.toBe(input.list[0]);
  });

  it('lets a variable hide a function, and counts with numbers that keep their text', async () => {
    expect(await run('$uuid', {}, { uuid: 'mine' })).toBe('mine');
    expect(await run('$states.input.n + 1', parseJsonText('{"n":1.0}'))).toBe(2);
  });

  it('is marked by {% %} around the whole text', () => {
    expect(expressionText('{% 1 + 1 %}')).toBe('1 + 1');
    expect(expressionText(' {% 1 %}')).toBeUndefined();
    expect(expressionText('{% 1 %} ')).toBeUndefined();
  });
});

describe('a JSONata template', () => {
  it('evaluates the expressions inside and names their places', async () => {
    const compiled = compileJsonataTemplate(
      { a: '{% $states.input.n %}', list: ['x', '{% $states.input.none %}'] },
      'Arguments',
    );
    if (!compiled.ok) throw new Error(compiled.problem.message);
    await expect(compiled.value?.evaluate({ input: { n: 1 } }, environment())).rejects.toMatchObject({
      details: { evaluation: { location: 'Arguments/list[1]' } },
    });
  });

  it('is nothing to evaluate when it has none', () => {
    const template = { a: [1, 'two'] };
    const compiled = compileJsonataTemplate(template, 'Output');
    expect(compiled).toEqual({ ok: true, value: undefined });
  });

  it('says where an expression does not parse', () => {
    expect(compileJsonataTemplate({ a: ['{% 1 + %}'] }, 'Output')).toMatchObject({
      ok: false,
      problem: { path: ['a', 0] },
    });
  });
});
