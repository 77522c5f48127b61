import { describe, expect, it } from 'vitest';
import { type Pair, conversionPair } from './testing/pairs';

describe('both forms of random states on random inputs', () => {
  it('do the same, or differ as it is told, in 1,000 pairs', async () => {
    const pairs: Pair[] = [];
    for (let number = 0; number < 1000; number++) pairs.push(await conversionPair(number));
    expect(pairs.filter(({ verdict }) => verdict === 'silent').map(({ shown }) => shown())).toEqual([]);
    // Most are converted, and most of these do the same.
    const counted = (verdict: Pair['verdict']) => pairs.filter((pair) => pair.verdict === verdict).length;
    expect(counted('same')).toBeGreaterThan(300);
    expect(counted('refused')).toBeLessThan(300);
  }, 60_000);
});
