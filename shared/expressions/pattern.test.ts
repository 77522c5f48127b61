import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Pattern, UnboundedPattern } from './pattern';

/** All matches of a pattern with their places and groups, as JSONata asks for them. */
function matches(pattern: Pattern | RegExp, text: string): unknown[] {
  const found: unknown[] = [];
  let from = 0;
  while (from <= text.length) {
    pattern.lastIndex = from;
    const match = pattern.exec(text);
    if (!match) break;
    found.push([match.index, [...match]]);
    from = match.index + Math.max(match[0]?.length ?? 0, 1);
  }
  return found;
}

describe('a pattern', () => {
  it.each([
    [/^(a+)+$/, `${'a'.repeat(5000)}!`],
    [/(a|aa)+$/, `${'a'.repeat(5000)}!`],
    [/(.*)*x/, 'y'.repeat(5000)],
    [/(\w+\s?)+!/i, 'a b '.repeat(2000)],
  ])('%s ends where backtracking does not', (expression, text) => {
    expect(new Pattern(expression).test(text)).toBe(false);
  });

  it('matches as JavaScript does, place by place and group by group', () => {
    const atom = fc.constantFrom(
      'a',
      'b',
      '.',
      '\\d',
      '[ab]',
      '[^a]',
      '\\w',
      '(a)',
      '(?:b|1)',
      '(a|ab)',
      '^',
      '$',
      '\\b',
    );
    const piece = fc.tuple(atom, fc.constantFrom('', '', '', '?', '{1,2}', '+', '*?'));
    const whole = fc.array(piece, { minLength: 1, maxLength: 5 });
    fc.assert(
      fc.property(whole, fc.string({ unit: fc.constantFrom('a', 'b', '1', ' '), maxLength: 12 }), (pieces, text) => {
        const source = pieces.map(([a, q]) => a + (/^[\^$]|^\\b/.test(a) ? '' : q)).join('');
        expect(matches(new Pattern(new RegExp(source)), text), source).toEqual(matches(new RegExp(source, 'g'), text));
      }),
      { seed: 11, numRuns: 2000 },
    );
  });

  it.each([
    [/(?<y>\d{4})-(\d\d)/, 'in 2020-10 and 2021-11'],
    [/\u00e9+/, 'xéé é'],
    [/[^]/, 'a\nb'],
    [/😀+/u, 'ab😀😀c😀'],
    [/JOE@[\w.]+/i, 'mail joe@ex.org'],
    [/^b$/m, 'a\nb\nc'],
    [/a.b/s, 'a\nb'],
    [/a(?=b)/, 'ab ac ab'],
    [/(a)\1/, 'aa aaa'],
    [/(?<!x)a/, 'xa a'],
  ])('%s has the matches of JavaScript', (expression, text) => {
    const native = new RegExp(expression, `${expression.flags}g`);
    expect(matches(new Pattern(expression), text)).toEqual(matches(native, text));
  });

  it.each([
    [/^(?=(a+)+$)b/, 'a'],
    [/(a|b)*\1/, 'a'],
    [/((a)b*)+(?!c)/, 'a'],
    [/a(?=b)/, 'x'.repeat(1001)],
  ])('%s that only backtracking can match is not tried where that might never end', (expression, text) => {
    expect(() => new Pattern(expression).test(text)).toThrow(UnboundedPattern);
  });
});
