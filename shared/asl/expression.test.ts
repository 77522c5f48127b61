import { expect, it } from 'vitest';
import { expressionSource, isExpression } from './expression';

it.each([
  ['{% $states.input.size > 10 %}', true],
  ['{%%}', true],
  ['{%}', false],
  [' {% 1 %}', false],
  ['{% 1 %} and more', false],
  ['{% 1', false],
  ['$.size', false],
  [1, false],
  [null, false],
])('%j is an expression: %s', (value, expected) => {
  expect(isExpression(value)).toBe(expected);
});

it('is read without its marks', () => {
  expect(expressionSource('{% $states.input %}')).toBe('$states.input');
});
