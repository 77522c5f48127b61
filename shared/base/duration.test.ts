import { expect, it } from 'vitest';
import { duration } from './duration';

it.each([
  [0, '0 s'],
  [0.00004, '0.04 ms'],
  [0.02, '20 ms'],
  [0.256, '256 ms'],
  [0.9996, '1 s'],
  [2.345, '2.35 s'],
  [59, '59 s'],
  [60, '1 min'],
  [60.4, '1 min'],
  [90, '1 min 30 s'],
  [3600, '1 h'],
  [3690, '1 h 1 min'],
  [90_000, '1 d 1 h'],
])('%d seconds read as %s', (seconds, text) => {
  expect(duration(seconds)).toBe(text);
});
