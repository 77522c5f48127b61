import type { Splice } from '../text/splice';

/** Text that counts as the same place when it is found again further on. */
const anchorLength = 40;
/** A run of equal text as long as this is no chance; states that are written alike agree for some lines only. */
const sureLength = 2000;
const firstWindow = 2048;
/** Differences up to here are stored as they are: finding the same places inside would save little. */
const small = 1024;

/**
 * What to change in one text so that it is the other. Not always the least, but little where the texts differ in few
 * places; the work grows with what differs, apart from comparing the rest block by block.
 */
export function textDelta(from: string, to: string): readonly Splice[] {
  const splices: Splice[] = [];
  const tail = commonEnd(from, to, commonStart(from, 0, to, 0));
  const [fromEnd, toEnd] = [from.length - tail, to.length - tail];
  let [i, j] = [0, 0];
  for (;;) {
    const same = Math.min(commonStart(from, i, to, j), fromEnd - i, toEnd - j);
    i += same;
    j += same;
    if (i === fromEnd && j === toEnd) return splices;
    const next = nextSamePlace(from, i, fromEnd, to, j, toEnd) ?? { i: fromEnd, j: toEnd };
    splices.push({ start: i, end: next.i, text: unshared(to.slice(j, next.j)) });
    i = next.i;
    j = next.j;
  }
}

function commonStart(a: string, i: number, b: string, j: number): number {
  const most = Math.min(a.length - i, b.length - j);
  const block = 512;
  let at = 0;
  while (at + block <= most && a.slice(i + at, i + at + block) === b.slice(j + at, j + at + block)) at += block;
  while (at < most && a.charCodeAt(i + at) === b.charCodeAt(j + at)) at += 1;
  return at;
}

/** How many units at the end are equal, apart from those at the start that are taken already. */
function commonEnd(a: string, b: string, taken: number): number {
  const most = Math.min(a.length, b.length) - taken;
  const block = 512;
  const part = (text: string, at: number, size: number) => text.slice(text.length - at - size, text.length - at);
  let at = 0;
  while (at + block <= most && part(a, at, block) === part(b, at, block)) at += block;
  while (at < most && part(a, at, 1) === part(b, at, 1)) at += 1;
  return at;
}

interface Places {
  readonly i: number;
  readonly j: number;
}

/** Where both texts go on alike; null when they do not. */
function nextSamePlace(from: string, i: number, fromEnd: number, to: string, j: number, toEnd: number): Places | null {
  const rest = Math.max(fromEnd - i, toEnd - j);
  if (rest <= small) return null;
  for (let window = firstWindow; ; window *= 4) {
    const anchors = new Map<string, number>();
    for (const at of anchorsIn(to, j, Math.min(toEnd, j + window))) {
      const text = to.slice(at, at + anchorLength);
      if (!anchors.has(text)) anchors.set(text, at);
    }
    let best: (Places & { readonly run: number }) | null = null;
    for (const at of anchorsIn(from, i, Math.min(fromEnd, i + window))) {
      const twin = anchors.get(from.slice(at, at + anchorLength));
      if (twin === undefined) continue;
      const run = Math.min(commonStart(from, at, to, twin), fromEnd - at, toEnd - twin);
      if (run >= sureLength) return { i: at, j: twin };
      if (!best || run > best.run) best = { i: at, j: twin, run };
    }
    if (window >= rest) return best && best.run > 0 ? best : null;
  }
}

/** Starts of lines, and what follows commas, since a definition may stand on one line; the place itself first. */
function* anchorsIn(text: string, start: number, end: number): Iterable<number> {
  yield start;
  const mark = /[\n,]/g;
  mark.lastIndex = start;
  for (let found = mark.exec(text); found && found.index + 1 < end; found = mark.exec(text)) yield found.index + 1;
}

/** A copy: engines let a part of a text hold on to the whole. */
function unshared(text: string): string {
  return JSON.parse(JSON.stringify(text)) as string;
}
