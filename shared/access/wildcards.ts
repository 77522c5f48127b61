/**
 * Patterns of policies: `*` is any text, also across `:` and `/`, `?` is one character.
 * Source: IAM User Guide, "IAM JSON policy elements: Resource", "Using wildcards".
 */
export type PatternToken = string | typeof anyText | typeof anyCharacter;

export const anyText = 0;
export const anyCharacter = 1;

/** Text with its wildcards, character by character. */
export function patternOf(text: string): readonly PatternToken[] {
  return [...text].map((character) => (character === '*' ? anyText : character === '?' ? anyCharacter : character));
}

/** Text in which `*` and `?` are what they are. */
export function plain(text: string): readonly PatternToken[] {
  return [...text];
}

/** Do all texts of `other` match the pattern? A `*` of `other` is only matched by a `*`. */
export function covers(pattern: readonly PatternToken[], other: readonly PatternToken[]): boolean {
  return walk(pattern, other, (wanted, given) => given !== anyText && (wanted === anyCharacter || wanted === given));
}

/** Is there a text that matches both? */
export function overlaps(left: readonly PatternToken[], right: readonly PatternToken[]): boolean {
  // Row by row over `right`: reach[i] says whether left[0..i) and right[0..j) can stand for the same text.
  let reach = starsFrom(left, [true]);
  for (const token of right) {
    const next: boolean[] = [token === anyText && reach[0] === true];
    for (let i = 0; i < left.length; i += 1) {
      const mine = left[i];
      const same = mine === token || mine === anyCharacter || token === anyCharacter;
      next.push(
        mine === anyText
          ? next[i] === true || reach[i + 1] === true || reach[i] === true
          : token === anyText
            ? reach[i + 1] === true || next[i] === true
            : same && reach[i] === true,
      );
    }
    reach = next;
  }
  return reach[left.length] === true;
}

/** Where a pattern can be before any text: past its leading stars. */
function starsFrom(pattern: readonly PatternToken[], start: boolean[]): boolean[] {
  for (let i = 0; i < pattern.length; i += 1) start.push(start[i] === true && pattern[i] === anyText);
  return start;
}

/** Greedy matching with one point to return to: linear for usual patterns, never exponential. */
function walk(
  pattern: readonly PatternToken[],
  text: readonly PatternToken[],
  same: (wanted: PatternToken | undefined, given: PatternToken) => boolean,
): boolean {
  let p = 0;
  let t = 0;
  let star = -1;
  let resume = 0;
  for (let given = text[t]; given !== undefined; given = text[t]) {
    if (pattern[p] === anyText) {
      star = p;
      resume = t;
      p += 1;
    } else if (p < pattern.length && same(pattern[p], given)) {
      p += 1;
      t += 1;
    } else if (star >= 0) {
      p = star + 1;
      resume += 1;
      t = resume;
    } else return false;
  }
  while (pattern[p] === anyText) p += 1;
  return p === pattern.length;
}
