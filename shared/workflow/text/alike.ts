/** Compared a block at a time: texts of megabytes differ in a few places. */
const block = 512;

/** How many units are equal from two places on. */
export function commonStart(a: string, i: number, b: string, j: number): number {
  const most = Math.min(a.length - i, b.length - j);
  let at = 0;
  while (at + block <= most && a.slice(i + at, i + at + block) === b.slice(j + at, j + at + block)) at += block;
  while (at < most && a.charCodeAt(i + at) === b.charCodeAt(j + at)) at += 1;
  return at;
}

/** How many units at the end are equal, apart from those at the start that are taken already. */
export function commonEnd(a: string, b: string, taken: number): number {
  const most = Math.min(a.length, b.length) - taken;
  const part = (text: string, at: number, size: number) => text.slice(text.length - at - size, text.length - at);
  let at = 0;
  while (at + block <= most && part(a, at, block) === part(b, at, block)) at += block;
  while (at < most && part(a, at, 1) === part(b, at, 1)) at += 1;
  return at;
}
