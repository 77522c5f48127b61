import { commonEnd, commonStart } from '../text/alike';
import type { Splice } from '../text/splice';

/** Text that counts as the same place when it is found again further on. */
const anchorLength = 40;
/** Differences up to here are stored as they are: finding the same places inside would save little. */
const small = 1024;
/** More changes than this are looked at a second time: they may come of a wrong match. */
const few = 32;

/** How far to look for a place where both texts go on alike, and how much of them has to be alike there. */
interface Search {
  readonly windows: readonly number[];
  readonly enough: number;
}

/** An edit of many states, such as a rename of what they all lead to, changes a word in each. */
const near: Search = { windows: [256, 2048, 16_384], enough: 64 };
/** States that are written alike agree for some lines only; a longer run is no chance. */
const sure: Search = { windows: [2048, 16_384], enough: 2000 };

/**
 * What to change in one text so that it is the other. Not always the least, but little where the texts differ in few
 * places; the work grows with what differs, apart from comparing the rest block by block.
 */
export function textDelta(from: string, to: string): readonly Splice[] {
  return (
    differences(from, to, near, few) ?? differences(from, to, sure, few) ?? differences(from, to, near, Infinity) ?? []
  );
}

/** Null when there would be more than `most`. */
function differences(from: string, to: string, search: Search, most: number): readonly Splice[] | null {
  const splices: Splice[] = [];
  const tail = commonEnd(from, to, commonStart(from, 0, to, 0));
  const [fromEnd, toEnd] = [from.length - tail, to.length - tail];
  let [i, j] = [0, 0];
  for (;;) {
    const same = Math.min(commonStart(from, i, to, j), fromEnd - i, toEnd - j);
    i += same;
    j += same;
    if (i === fromEnd && j === toEnd) return splices;
    if (splices.length >= most) return null;
    const next = nextSamePlace({ text: from, at: i, end: fromEnd }, { text: to, at: j, end: toEnd }, search);
    splices.push({ start: i, end: next.i, text: unshared(to.slice(j, next.j)) });
    i = next.i;
    j = next.j;
  }
}

interface Part {
  readonly text: string;
  readonly at: number;
  readonly end: number;
}

interface Places {
  readonly i: number;
  readonly j: number;
}

/** Where both texts go on alike; their ends when that is not found. */
function nextSamePlace(from: Part, to: Part, { windows, enough }: Search): Places {
  const ends = { i: from.end, j: to.end };
  const rest = Math.max(from.end - from.at, to.end - to.at);
  if (rest <= small) return ends;
  let best: (Places & { readonly run: number }) | null = null;
  for (const window of windows) {
    const anchors = new Map<string, number>();
    for (const at of anchorsIn(to.text, to.at, Math.min(to.end, to.at + window))) {
      const text = to.text.slice(at, at + anchorLength);
      if (!anchors.has(text)) anchors.set(text, at);
    }
    for (const at of anchorsIn(from.text, from.at, Math.min(from.end, from.at + window))) {
      const twin = anchors.get(from.text.slice(at, at + anchorLength));
      if (twin === undefined) continue;
      const run = Math.min(commonStart(from.text, at, to.text, twin), from.end - at, to.end - twin);
      if (run >= enough) return { i: at, j: twin };
      if (run > (best?.run ?? 0)) best = { i: at, j: twin, run };
    }
    if (window >= rest) break;
  }
  return best ?? ends;
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
