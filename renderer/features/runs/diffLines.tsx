import type { ReactNode } from 'react';

/** Two texts as one, line by line: what is gone is struck out, what is new is marked. */
export function diffLines(before: string, after: string): ReactNode {
  const [old, next] = [before.split('\n'), after.split('\n')];
  if (old.length * next.length > 250_000) return after;
  const rows: ReactNode[] = [];
  let i = 0;
  let j = 0;
  const common = longestCommon(old, next);
  for (const [a, b] of [...common, [old.length, next.length] as const]) {
    for (; i < a; i++) rows.push(<del key={`-${i}`}>{`${old[i] ?? ''}\n`}</del>);
    for (; j < b; j++) rows.push(<ins key={`+${j}`}>{`${next[j] ?? ''}\n`}</ins>);
    if (i < old.length && j < next.length) rows.push(`${next[j] ?? ''}\n`);
    i++;
    j++;
  }
  return rows;
}

/** Pairs of indices of the lines that both texts have, in order. */
function longestCommon(a: readonly string[], b: readonly string[]): (readonly [number, number])[] {
  const lengths = Array.from({ length: a.length + 1 }, () => new Array<number>(b.length + 1).fill(0));
  for (let i = a.length - 1; i >= 0; i--) {
    for (let j = b.length - 1; j >= 0; j--) {
      const row = lengths[i];
      if (row)
        row[j] =
          a[i] === b[j] ? (lengths[i + 1]?.[j + 1] ?? 0) + 1 : Math.max(lengths[i + 1]?.[j] ?? 0, row[j + 1] ?? 0);
    }
  }
  const pairs: (readonly [number, number])[] = [];
  let i = 0;
  let j = 0;
  while (i < a.length && j < b.length) {
    if (a[i] === b[j]) pairs.push([i++, j++]);
    else if ((lengths[i + 1]?.[j] ?? 0) >= (lengths[i]?.[j + 1] ?? 0)) i++;
    else j++;
  }
  return pairs;
}
