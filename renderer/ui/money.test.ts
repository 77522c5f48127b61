import { expect, it } from 'vitest';
import { amount, money } from './money';

it.each([
  [0, '$0'],
  [12.3456, '$12.35'],
  [1234.5, '$1,234.50'],
  [0.01, '$0.01'],
  [0.000025, '$0.000025'],
  [0.0000002, '$0.00000020'],
  [0.0034, '$0.0034'],
])('%d is %s', (usd, text) => {
  expect(money(usd)).toBe(text);
});

it.each([
  [1, '1'],
  [0.123456, '0.123'],
  [12345.6, '12,346'],
])('%d units are %s', (units, text) => {
  expect(amount(units)).toBe(text);
});
