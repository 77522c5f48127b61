import { describe, expect, it } from 'vitest';
import { edits } from '../testing/edits';
import { fidelityRound } from '../testing/fidelity';

const rounds = 2000;

describe('every edit of random texts', () => {
  it('leaves the lines, comments, tags, anchors and number texts that it does not touch', { timeout: 60_000 }, () => {
    const judged = new Set<string>();
    for (let round = 0; round < rounds; round++) {
      const result = fidelityRound(round);
      if (result.breach) {
        const { edit, what, before, after } = result.breach;
        throw new Error(`Round ${round}, ${edit}: ${what}\n${before}\n======\n${after}`);
      }
      for (const name of result.judged) judged.add(name);
    }
    expect([...judged].sort()).toEqual(Object.keys(edits).sort());
  });
});
