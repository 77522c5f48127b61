import { describe, expect, it } from 'vitest';
import { readingOf } from '../readings';
import { parseDocument } from '../parse';
import { parseJson } from './jsonParser';
import { readBrokenJson } from './brokenJson';

const problem = { code: 'NOT_JSON', message: '', offset: 0, line: 1, column: 1 } as const;
const saying = (text: string) => readingOf({ document: null, broken: { text, problem } }, 'json').valueAt([]);

describe('what a broken text says', () => {
  it.each<[string, string, unknown]>([
    ['a key without its colon', '{ "a": 1, "b" }', { a: 1, b: null }],
    ['a key without its quotes', '{ "a": 1, b: 2 }', { a: 1, b: 2 }],
    ['a key whose quote is open, up to the end of its line', '{ "a": 1,\n "b\n "c": 2 }', { a: 1, b: null, c: 2 }],
    ['a value that is missing before the next key', '{ "a":\n "b": 2 }', { a: null, b: 2 }],
    ['a value that is missing at the end', '{ "a": }', { a: null }],
    ['a value on the next line', '{ "a":\n "b" }', { a: 'b' }],
    ['a text whose quote is open', '{ "a": "b\n}', { a: 'b' }],
    ['a comma that is missing', '{ "a": 1 "b": [1 2] }', { a: 1, b: [1, 2] }],
    ['commas too many', '{ "a": [1,,2,], , "b": 3, }', { a: [1, 2], b: 3 }],
    ['what is open at the end', '{ "a": { "b": [ { "c": 1', { a: { b: [{ c: 1 }] } }],
    ['a bracket of the wrong kind', '{ "a": [1, 2}, "b": 3', { a: [1, 2] }],
    ['a bracket that nothing opened', '{ "a": 1 ] , "b": 2 }', { a: 1, b: 2 }],
    ['an object where a key belongs', '{ { "x": 1 } "a": 1 }', { a: 1 }],
    ['a placeholder', '{ "a": ${wait}, "b" }', { a: '${wait}', b: null }],
    [
      'an insertion with quotes of its own',
      '{ "a": "x ${lookup(v, "k")} y", "b" }',
      { a: 'x ${lookup(v, "k")} y', b: null },
    ],
    ['an escape', '{ "a": "x\\"y", "b" }', { a: 'x"y', b: null }],
    ['comments', '{ /* one */ "a": 1, // two\n "b" }', { a: 1, b: null }],
    ['a word that JSON has not', '{ "a": yes }', { a: 'yes' }],
    ['nothing', '', null],
  ])('%s', (_what, text, value) => {
    expect(saying(text)).toEqual(value);
  });

  it('of a text that is JSON is what it says, at the same places', () => {
    const text = '{ "a": [1, { "b": "x\\n" }], "c": { } }';
    const parsed = parseJson(text);
    expect(saying(text)).toEqual(parsed.ok && parsed.value.value);
    expect(readBrokenJson(text, null).root).toEqual(parsed.ok && parsed.value.tree.root);
  });

  it('goes no deeper than the parser does', () => {
    expect(() => saying('['.repeat(100_000))).not.toThrow();
  });
});

it('shares the states of the last good text that are equal', () => {
  const good = '{ "StartAt": "A", "States": { "A": { "Type": "Pass" }, "B": { "Type": "Fail" } } }';
  const parsed = parseDocument({ text: good, format: 'json' });
  if (!parsed.ok) throw new Error(parsed.problem.message);
  const { document } = parsed.value;
  const text = good.replace('"Fail" }', '"Fail", "Cau }');
  const definition = readingOf(
    { document, broken: { text, problem } },
    'json',
  ).definition() as typeof document.definition & {
    States: Record<string, unknown>;
  };
  const states = document.definition['States'] as Record<string, unknown>;
  expect(definition.States['A']).toBe(states['A']);
  expect(definition.States['B']).toEqual({ Type: 'Fail', 'Cau } } }': null });
});
