import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { expressionFacts, readFacts } from './expressionFacts';
import type { ExpressionFacts } from './facts';
import { plainFacts } from './plainFacts';

const nothing: ExpressionFacts = {
  problem: null,
  topLevel: [],
  states: [],
  variables: [],
  asked: [],
  unknownFunctions: [],
};

describe('the facts of an expression', () => {
  it.each<[string, Partial<ExpressionFacts>]>([
    ['1', {}],
    ['$states.input.a.b[0]', { states: ['input'] }],
    ['$states.result.Payload & $states.context.Execution.Id', { states: ['result', 'context'] }],
    ['$order.id + $count', { variables: ['order'] }],
    ['$total > 10 and $states.input.kind = "a"', { variables: ['total'], states: ['input'] }],
    ['phone', { topLevel: ['phone'] }],
    ['order.id', { topLevel: ['order'] }],
    ['$', { topLevel: ['$'] }],
    ['**.id', { topLevel: ['**'] }],
    ['a ? b : c', { topLevel: ['a', 'b', 'c'] }],
    ['$states.input[total > 1 and $.open].id', { states: ['input'] }],
    ['$states.input.orders{id: $sum(total)}', { states: ['input'] }],
    ['$states.input^(>total, <id)', { states: ['input'] }],
    ['$states.input ~> |a|{"b": c}, ["d"]|', { states: ['input'] }],
    ['( $x := $y; $x + $z )', { variables: ['y', 'z'] }],
    ['$map($list, function($v, $i) { $v.id & $i & name })', { variables: ['list'] }],
    ['( $f := function($n) { $n < 1 ? 1 : $f($n - 1) }; $f(3) )', {}],
    ['$states.input.orders@$o.items#$i.{"o": $o, "i": $i}', { states: ['input'] }],
    ['$exists($x) ? $x : $y', { variables: ['x', 'y'], asked: ['x'] }],
    ['$exists($x.a)', { variables: ['x'], asked: ['x'] }],
    ['$eval("1")', { unknownFunctions: ['eval'] }],
    ['$frobnicate($states.input)', { states: ['input'], unknownFunctions: ['frobnicate'] }],
    ['$states.input.list ~> $sum', { states: ['input'] }],
    ['$uuid() & $hash("a", "MD5") & $partition([1], 1) & $range(0, 1, 1) & $parse("1")', {}],
    ['$match("a", /a(?:b)?/)', {}],
  ])('of %s', (text, facts) => {
    expect(expressionFacts(text)).toEqual({ ...nothing, ...facts });
  });

  it.each([
    ['1 +', 'Unexpected end of expression'],
    ['a[1,2)', 'Expected "]", got ","'],
    ['"unterminated', 'String literal must be terminated by a matching quote'],
    ['{"a":}', 'The symbol "}" cannot be used as a unary operator'],
    ['$match("a", /abc', 'No terminating / in regular expression'],
    ['$x ?? 1', 'AWS does not know the operator ??'],
    ['$x ?: 1', 'AWS does not know the operator ?:'],
    ['$$.a', '$$ has no meaning here: there is no document around the expression'],
    ['%.a', "The object representing the 'parent' cannot be derived from this expression"],
  ])('that %s cannot be read', (text, problem) => {
    expect(expressionFacts(text)).toEqual({ ...nothing, problem });
  });

  it('are the same by the shortcut for common forms, wherever that says something', () => {
    const operand = fc.constantFrom(
      '$states.input.a',
      '$states.context.Execution.Id',
      '$states',
      '$x',
      '$x.y[0].z',
      '$count',
      '$eval',
      '12',
      '1.5',
      "'a b'",
      '"c"',
      'true',
      'null',
      'name',
      '-1',
      '$',
      '$$',
      '$f(1)',
      '[1]',
      '(1)',
      '$a.in',
    );
    const operator = fc.constantFrom(
      '+',
      ' + ',
      ' & ',
      '=',
      ' != ',
      '<=',
      ' and ',
      ' or ',
      ' in ',
      '-',
      '*',
      '/',
      ' ? ',
      '..',
      '~>',
      'and',
    );
    const text = fc
      .tuple(operand, fc.array(fc.tuple(operator, operand), { maxLength: 3 }))
      .map(([first, rest]) => first + rest.flat().join(''));
    let taken = 0;
    fc.assert(
      fc.property(text, (expression) => {
        const facts = plainFacts(expression);
        if (facts === undefined) return;
        taken++;
        expect(facts).toEqual(readFacts(expression));
      }),
      { numRuns: 3000, seed: 20261125 },
    );
    expect(taken).toBeGreaterThan(300);
  });
});
