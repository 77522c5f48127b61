/** The sequence of `java.util.Random`, which AWS's `$random(seed)` gives: a linear congruence of 48 bits. */
import type { Random } from '../base/index';

const multiplier = 0x5deece66dn;
const mask = (1n << 48n) - 1n;

/** `nextDouble()` of `new Random(seed)`, call by call. Source: documentation of java.util.Random. */
export function javaRandom(seed: number): Random {
  let state = (BigInt(Math.trunc(seed)) ^ multiplier) & mask;
  const next = (bits: bigint): bigint => {
    state = (state * multiplier + 0xbn) & mask;
    return state >> (48n - bits);
  };
  return () => Number((next(26n) << 27n) + next(27n)) / 2 ** 53;
}
