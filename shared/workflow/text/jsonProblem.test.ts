import { expect, test } from 'vitest';
import { jsonProblem } from './jsonProblem';

test('what is JSON has no problem', () => {
  for (const text of ['{}', ' [1, "a"]\n', '"text"', '12345678901234567890']) expect(jsonProblem(text)).toBeNull();
});

test.each([
  ['', /nothing is written/],
  ['Dear all, hello', /^Not JSON yet, line 1, column 1: /],
  ['{\n  "a": 1,\n  "b"\n}', /line [34], column \d+: /],
  ['{"a": 1} // why', /comments/],
  ['{"a": ${wait}}', /placeholders stand in quotes/],
])('%j says where, in words of ours', (text, said) => {
  const problem = jsonProblem(text);
  expect(problem).toMatch(said);
  expect(problem).not.toMatch(/Unexpected (?:token|end)/);
});
