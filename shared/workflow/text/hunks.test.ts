import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { textHunks } from './hunks';
import { mergeHunks } from './mergeHunks';
import { applySplices } from './splice';

const piece = fc.constantFrom('a', 'b', '\n', ',', '{', '}', '"x": 1', '  ', '[', ']');
const text = fc.array(piece, { maxLength: 60 }).map((pieces) => pieces.join(''));
const options = { seed: 20261125, numRuns: 2000 };

describe('the hunks between two texts', () => {
  it('lead from the one to the other, in order and apart from each other', () => {
    fc.assert(
      fc.property(text, text, (from, to) => {
        const hunks = textHunks(from, to);
        expect(applySplices(from, hunks)).toBe(to);
        for (const [index, { start }] of hunks.entries()) expect(start).toBeGreaterThan(hunks[index - 1]?.end ?? -1);
      }),
      options,
    );
  });

  it('are one for each place that differs, also on one line', () => {
    const from = '{"StartAt":"A","States":{"A":{"Type":"Pass","Next":"B"},"B":{"Type":"Succeed"}}}';
    const to = '{"StartAt":"C","States":{"C":{"Type":"Pass","Next":"B"},"B":{"Type":"Fail"}}}';
    expect(textHunks(from, to)).toEqual([
      { start: 12, end: 13, text: 'C' },
      { start: 26, end: 27, text: 'C' },
      { start: 69, end: 76, text: 'Fail' },
    ]);
  });

  it('are whole lines where lines that begin alike come or go', () => {
    const [from, to] = ['{\n  "a": 1,\n  "c": 3\n}', '{\n  "a": 1,\n  "b": 2,\n  "c": 3\n}'];
    expect(textHunks(from, to)).toEqual([{ start: 12, end: 12, text: '  "b": 2,\n' }]);
    expect(textHunks(to, from)).toEqual([{ start: 12, end: 22, text: '' }]);
  });

  it('are found at once where thousands of places differ', () => {
    const from = Array.from({ length: 20_000 }, (_, i) => `line ${i}\n`);
    const to = from.map((line, i) => (i % 2 ? line : `other ${i}\n`));
    const began = performance.now();
    expect(applySplices(from.join(''), textHunks(from.join(''), to.join('')))).toBe(to.join(''));
    expect(performance.now() - began).toBeLessThan(1500);
  });
});

describe('two changes of one text', () => {
  it.each([
    ['apart', 'one\ntwo\nthree\n', 'one\ntwo\nthree!\n', 'xone\ntwo\nthree\n', 'xone\ntwo\nthree!\n'],
    ['on one line', '{"a":1,"b":2}', '{"a":9,"b":2}', '{"a":1,"b":2,}', '{"a":9,"b":2,}'],
    ['of which one takes away a line', 'a\nb\nc\nd\n', 'a\nc\nd\n', 'a\nb\nc\ndd\n', 'a\nc\ndd\n'],
  ])('%s are put together', (_what, before, edited, typed, both) => {
    expect(mergeHunks(before, textHunks(before, edited), typed)).toEqual({ ok: true, value: both });
    expect(mergeHunks(before, textHunks(before, typed), edited)).toEqual({ ok: true, value: both });
  });

  it.each([
    ['in one place', '{"a":1}', '{"a":2}', '{"a":13}', 6],
    ['side by side', 'abc\ndef', 'ab\ndef', 'abcx\ndef', 3],
    ['of which one takes away what the other changes', 'a\nbcd\ne\n', 'a\ne\n', 'a\nbxcd\ne\n', 3],
    ['of which one stands among braces like its own', 'a}}b', 'a}-}b', 'a}}}b', 3],
  ])('%s are refused with the place', (_what, before, edited, typed, offset) => {
    expect(mergeHunks(before, textHunks(before, edited), typed)).toEqual({ ok: false, problem: { offset } });
  });
});
