import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { JsonObject, JsonValue } from '../../base/json';
import { parseJsonText } from '../../base/jsonNumbers';
import type { Environment } from '../environment';
import { compileExpression } from './compileExpression';
import type { StatesValue } from './statesValue';

const variables: JsonObject = { n: 3, s: 'x', list: [1, { a: 2 }], o: { a: { b: [5] }, e: [] }, no: null, t: true };
const environment: Environment = {
  variables,
  context: () => ({ State: { Name: 'S', RetryCount: 2 } }),
  random: () => 0.5,
  uuid: () => 'id',
  now: () => 0,
};
const states: StatesValue = {
  input: parseJsonText('{"count": 1.0, "text": "x", "deep": {"list": [[1], []], "one": [7], "off": false}}'),
  result: [{ a: 1 }],
  errorOutput: { Error: 'E', Cause: '' },
};

const references = [
  '$n',
  '$s',
  '$t',
  '$no',
  '$list',
  '$list.a',
  '$o.a.b',
  '$o.a',
  '$o.e',
  '$missing',
  '$count',
  '$states.input',
  '$states.input.count',
  '$states.input.text',
  '$states.input.deep.list',
  '$states.input.deep.one',
  '$states.input.deep.off',
  '$states.input.none.more',
  '$states.result.a',
  '$states.result',
  '$states.errorOutput.Cause',
  '$states.context.State.RetryCount',
  '$states.context',
  '$o.true',
];
const literals = ['0', '2', '1.5', '007', '"x"', "''", 'true', 'false', 'null'];
const operators = [' + ', '-', '*', '&', ' = ', '!=', '<', ' <= ', '>', '>=', ' and ', ' or ', ' in '];

/** Calls of functions, in calls, over lists, with what they do not take. */
const names = ['sum', 'max', 'min', 'average', 'abs', 'floor', 'ceil', 'length', 'uppercase', 'exists', 'not', 'count'];
const moreNames = [...names, 'lowercase', 'string', 'number', 'contains', 'join', 's', 'boolean', 'keys'];
const calls = fc.letrec<{ call: string; part: string }>((tie) => ({
  part: fc.oneof(
    { weight: 5, arbitrary: fc.constantFrom(...references, ...literals, '"b"', '-2', '" "', '"12"', '"é🎉"') },
    fc.array(fc.constantFrom(...references, ...literals), { maxLength: 3 }).map((items) => `[${items.join(', ')}]`),
    { weight: 2, arbitrary: tie('call') },
  ),
  call: fc
    .tuple(fc.constantFrom(...moreNames), fc.array(tie('part'), { minLength: 1, maxLength: 2 }))
    .map(([name, parts]) => `$${name}(${parts.join(', ')})`),
})).call;
const withCalls = fc
  .tuple(
    calls,
    fc.array(fc.tuple(fc.constantFrom(...operators), fc.oneof(calls, fc.constantFrom(...references))), {
      maxLength: 2,
    }),
  )
  .map(([first, others]) => first + others.map(([operator, operand]) => operator + operand).join(''));

const texts = fc
  .tuple(
    fc.constantFrom(...references, ...literals),
    fc.array(fc.tuple(fc.constantFrom(...operators), fc.constantFrom(...references, ...literals)), { maxLength: 4 }),
  )
  .map(([first, others]) => first + others.map(([operator, operand]) => operator + operand).join(''));

describe('an expression of a plain form', () => {
  it('is, where it has a value at once, what JSONata gives', async () => {
    let answered = 0;
    await fc.assert(
      fc.asyncProperty(texts, async (text) => {
        const compiled = compileExpression(text, 'Output');
        if (!compiled.ok) return;
        const value = compiled.value.atOnce?.(states, environment);
        if (value === undefined) return;
        answered++;
        expect(await compiled.value.evaluate(states, environment)).toEqual(value);
      }),
      { numRuns: 3000, seed: 14 },
    );
    expect(answered).toBeGreaterThan(500);
  });

  it('is that with calls of functions too', async () => {
    const answered = new Map<string, number>();
    await fc.assert(
      fc.asyncProperty(withCalls, async (text) => {
        const compiled = compileExpression(text, 'Output');
        const value = compiled.ok ? compiled.value.atOnce?.(states, environment) : undefined;
        if (!compiled.ok || value === undefined) return;
        for (const [, name = ''] of text.matchAll(/\$(\w+)\(/g)) answered.set(name, (answered.get(name) ?? 0) + 1);
        expect(await compiled.value.evaluate(states, environment)).toEqual(value);
      }),
      { numRuns: 8_000, seed: 15 },
    );
    for (const name of names)
      expect([name, answered.get(name) ?? 0]).toEqual([name, expect.toSatisfy((n: number) => n > 0)]);
  });

  it.each<[string, JsonValue]>([
    ['$n', 3],
    ['$sum([$states.input.count, 2])', 3],
    ['$count($states.input.deep.list) > 1 and $not($states.input.deep.off)', true],
    ['$join(["a", $s], "-") & $string($n)', 'a-x3'],
    ['$states.input.deep.list', [[1], []]],
    ['$states.input.count + $n * 2 - 1', 6],
    ['$s & $states.input.text = "xx"', true],
    ['$n > 2 and $t', true],
    ['$states.context.State.Name', 'S'],
  ])('%s has a value without waiting', (text, value) => {
    const compiled = compileExpression(text, 'Output');
    expect(compiled.ok && compiled.value.atOnce?.(states, environment)).toEqual(value);
  });

  it.each(['$list.a', '$missing', '$n + $s', '$states.result.a', '$no = $o', '$n / 0'])(
    '%s is left to JSONata',
    (text) => {
      const compiled = compileExpression(text, 'Output');
      expect(compiled.ok && compiled.value.atOnce?.(states, environment)).toBeUndefined();
    },
  );

  it('is refused where JSONata refuses it', () => {
    expect(compileExpression('$n + 007', 'Output').ok).toBe(false);
    expect(compileExpression('$n +', 'Output').ok).toBe(false);
  });
});
