import { expect, it } from 'vitest';
import type { SourceFormat } from '../workflow/index';
import { scalarText } from './scalarText';

it.each<[string, SourceFormat, string, string]>([
  ['quotes', 'json', '"ab"', 'ab'],
  ['a quote that is open', 'json', '"ab', 'ab'],
  ['escapes', 'json', '"a\\"b\\u0041\\n"', 'a"bA\n'],
  ['a placeholder', 'json', '${x}', '${x}'],
  ['plain text', 'yaml', 'a b', 'a b'],
  ['single quotes', 'yaml', "'it''s'", "it's"],
  ['a literal block', 'yaml', '|\n    a\n      b\n', 'a\n  b\n'],
  ['a folded block', 'yaml', '>-\n    a\n    b', 'a\nb'],
])('%s of %s: what it says, and where each character stands', (_what, format, written, text) => {
  const whole = `key: ${written} rest`;
  const read = scalarText(whole, 5, 5 + written.length, format);
  expect(read.text).toBe(text);
  for (let index = 0; index < text.length; index++) {
    const char = text[index] ?? '';
    // What is escaped stands where its escape begins.
    if (!'"\nA\''.includes(char)) expect(whole[read.at(index)]).toBe(char);
    expect(read.indexOf(read.at(index))).toBe(index);
  }
  expect(read.at(text.length)).toBeLessThanOrEqual(5 + written.length);
});
