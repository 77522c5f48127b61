import { type Pair, type Verdict, conversionPair } from '../../shared/conversion/testing/pairs';

export interface ConversionOptions {
  /** The pair to begin with, to go on where another run was ended, or to see one pair again. */
  readonly from: number;
  readonly rounds: number;
}

const shown = 5;

/** Random states in both query languages on random inputs; true when no difference was silent. */
export async function benchConversion({ from, rounds }: ConversionOptions): Promise<boolean> {
  const counts: Record<Verdict, number> = { same: 0, refused: 0, told: 0, silent: 0 };
  const silent: Pair[] = [];
  for (let number = from; number < from + rounds; number++) {
    const pair = await conversionPair(number);
    counts[pair.verdict] += 1;
    if (pair.verdict === 'silent' && silent.length < shown) silent.push(pair);
  }
  console.log(`pairs ${from} to ${from + rounds - 1}`);
  for (const [verdict, count] of Object.entries(counts))
    console.log(`${verdict.padEnd(10)}${String(count).padStart(8)}`);
  for (const pair of silent) console.log(pair.shown());
  return counts.silent === 0;
}
