import { expect, it } from 'vitest';
import { expressionProblem, expressionSource, isExpression } from './expression';

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

it.each([
  ['{% 1 %}', null],
  ['{% 1 ', 'unclosed'],
  ['{% 1 %} ', 'unclosed'],
  [' {% 1 %}', 'unopened'],
  [' {% 1 %} ', 'text'],
  ['{% 1 %}\n', 'text'],
  ['1 %}', 'unopened'],
  ['Hello {% $name %}, how are you?', null],
  ['100 %', null],
] as const)('%j has the problem %s', (text, expected) => {
  expect(expressionProblem(text)).toBe(expected);
});

it('is read without its marks', () => {
  expect(expressionSource('{% $states.input %}')).toBe('$states.input');
});
