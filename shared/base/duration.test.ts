import { expect, it } from 'vitest';
import { duration } from './duration';

it.each([
  [0, '0 s'],
  [0.256, '0.26 s'],
  [59, '59 s'],
  [60, '1 min'],
  [90, '1 min 30 s'],
  [3600, '1 h'],
  [3690, '1 h 1 min'],
  [90_000, '1 d 1 h'],
])('%d seconds read as %s', (seconds, text) => {
  expect(duration(seconds)).toBe(text);
});
