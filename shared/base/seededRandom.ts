import type { Random } from './host';

/** A repeatable Random: the same seed gives the same sequence (mulberry32, 32 bits of state). */
export function seededRandom(seed: number): Random {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

/** A version 4 UUID from the host's Random. */
export function randomUuid(random: Random): string {
  const digits: string[] = [];
  for (let i = 0; i < 32; i++) {
    if (i === 8 || i === 12 || i === 16 || i === 20) digits.push('-');
    const digit = Math.floor(random() * 16);
    digits.push(i === 12 ? '4' : (i === 16 ? (digit & 3) | 8 : digit).toString(16));
  }
  // Joined, not added one by one: a text that was added up keeps its parts, twenty times as large as itself.
  return digits.join('');
}
