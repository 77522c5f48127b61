import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

/** Processor time of this process in milliseconds, which other work on the machine changes less than the time of day. */
export function cpuOf(run: () => void): number {
  const before = process.cpuUsage();
  run();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

export function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? NaN;
}

/** The power of the size that a figure grows with, between the first and the last size. */
export function slope(sizes: readonly number[], figures: readonly number[]): number {
  const [a, b] = [sizes[0] ?? 1, sizes.at(-1) ?? 1];
  return Math.log((figures.at(-1) ?? NaN) / (figures[0] ?? NaN)) / Math.log(b / a);
}

/** Bytes of the heap that are held, after what is not has been collected. Code that is no longer run goes only bit by bit. */
export function heldBytes(): number {
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc') as () => void;
  let held = Infinity;
  for (let turn = 0; turn < 20; turn += 1) {
    collect();
    const now = process.memoryUsage().heapUsed;
    if (held - now < 10_000 && turn > 1) return now;
    held = now;
  }
  return held;
}
