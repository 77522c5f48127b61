import { commonEnd, commonStart } from './alike';
import type { Splice } from './splice';

/** Where more pieces differ than this, what differs is one hunk: finding the fewest would cost more than they are worth. */
const mostDifferences = 400;

/**
 * What to change in one text so that it is the other, place by place, in order and apart from each other: what people mean
 * by the changes between two texts. Texts are compared by the pieces between line ends, commas and brackets, since a
 * definition may stand on one line.
 */
export function textHunks(from: string, to: string): readonly Splice[] {
  const head = pieceStart(from, commonStart(from, 0, to, 0));
  const tail = commonEnd(from, to, head);
  const [old, next] = [from.slice(head, from.length - tail), to.slice(head, to.length - tail)];
  if (old === '' && next === '') return [];
  const [a, b] = [piecesOf(old), piecesOf(next)];
  const hunks: Splice[] = [];
  let [i, j, at, now] = [0, 0, head, head];
  for (const pair of [...samePieces(a, b), { i: a.length, j: b.length }]) {
    const start = at;
    const begin = now;
    for (; i < pair.i; i++) at += a[i]?.length ?? 0;
    for (; j < pair.j; j++) now += b[j]?.length ?? 0;
    if (at > start || now > begin) hunks.push(trimmed(from, start, at, to.slice(begin, now)));
    const same = a[i]?.length ?? 0;
    [i, j, at, now] = [i + 1, j + 1, at + same, now + same];
  }
  return hunks;
}

/** Where the piece begins that an offset lies in: a new line among lines that begin alike is that line, not parts of two. */
function pieceStart(text: string, offset: number): number {
  let at = offset;
  while (at > 0 && !'\n,{}[]'.includes(text[at - 1] ?? '')) at--;
  return at;
}

function piecesOf(text: string): readonly string[] {
  return text.match(/[^\n,{}[\]]*[\n,{}[\]]|[^\n,{}[\]]+$/g) ?? [];
}

function trimmed(from: string, start: number, end: number, text: string): Splice {
  const old = from.slice(start, end);
  const head = commonStart(old, 0, text, 0);
  const tail = commonEnd(old, text, head);
  return { start: start + head, end: end - tail, text: text.slice(head, text.length - tail) };
}

interface Pair {
  readonly i: number;
  readonly j: number;
}

/**
 * Pieces that both have, in order: the greedy search of Myers, "An O(ND) difference algorithm and its variations" (1986).
 * None where too much differs.
 */
function samePieces(a: readonly string[], b: readonly string[]): readonly Pair[] {
  const furthest = new Map<number, number>([[1, 0]]);
  const rounds: ReadonlyMap<number, number>[] = [];
  for (let changes = 0; changes <= Math.min(mostDifferences, a.length + b.length); changes++) {
    rounds.push(new Map(furthest));
    for (let line = -changes; line <= changes; line += 2) {
      let i = takesInsertion(furthest, line, changes) ? reach(furthest, line + 1) : reach(furthest, line - 1) + 1;
      while (i < a.length && i - line < b.length && a[i] === b[i - line]) i++;
      furthest.set(line, i);
      if (i >= a.length && i - line >= b.length) return walkedBack(rounds, a.length, b.length);
    }
  }
  return [];
}

function reach(furthest: ReadonlyMap<number, number>, line: number): number {
  return furthest.get(line) ?? -1;
}

function takesInsertion(furthest: ReadonlyMap<number, number>, line: number, changes: number): boolean {
  return line === -changes || (line !== changes && reach(furthest, line - 1) < reach(furthest, line + 1));
}

function walkedBack(rounds: readonly ReadonlyMap<number, number>[], endA: number, endB: number): readonly Pair[] {
  const pairs: Pair[] = [];
  let [i, j] = [endA, endB];
  for (let changes = rounds.length - 1; changes >= 0; changes--) {
    const furthest = rounds[changes] ?? new Map<number, number>();
    const line = i - j;
    const from = takesInsertion(furthest, line, changes) ? line + 1 : line - 1;
    const before = { i: reach(furthest, from), j: reach(furthest, from) - from };
    while (i > Math.max(0, before.i) && j > Math.max(0, before.j)) pairs.push({ i: --i, j: --j });
    [i, j] = [before.i, before.j];
  }
  return pairs.reverse();
}
