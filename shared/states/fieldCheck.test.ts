import { expect, it } from 'vitest';
import { isTimestamp } from './fieldCheck';

it.each([
  ['2026-01-31T09:00:00Z', true],
  ['2026-01-31T09:00:00.25+02:00', true],
  ['2028-02-29T00:00:00Z', true],
  ['2026-02-29T00:00:00Z', false],
  ['2026-02-30T00:00:00Z', false],
  ['1900-02-29T00:00:00Z', false],
  ['2000-02-29T00:00:00Z', true],
  ['2026-04-31T00:00:00Z', false],
  ['2016-13-05T21:29:29Z', false],
  ['05-12-2016T21:29:29Z', false],
  ['2016-12-05T25:29:29Z', false],
  ['2016-12-05T21:29:29', false],
  ['2016-12-05t21:29:29Z', false],
  ['2016-12-05T21:29:29+25:00', false],
  [5, false],
])('%s is a moment: %s', (value, expected) => {
  expect(isTimestamp(value)).toBe(expected);
});
