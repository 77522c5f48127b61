import { fuzzMessages } from './messages';
import { textRound } from './texts';

export interface FuzzOptions {
  /** The round to begin with, to go on where another run was ended, or to see one round again. */
  readonly from: number;
  readonly rounds: number;
}

/** Milliseconds that a step may take: of processor time for a text, by the clock for a message. */
const mostOfStep = 1000;
const shown = 5;

/** As many texts with mistakes and edits of them as messages of a hostile page; true when nothing went wrong. */
export async function benchFuzz({ from, rounds }: FuzzOptions): Promise<boolean> {
  const texts = fuzzTexts(from, rounds);
  const messages = await fuzzMessages(from, rounds);
  const { carriedOut, refused, slowest, faults } = messages;
  console.log(
    `messages: ${carriedOut} carried out, ${refused} refused, slowest ${slowest.toFixed(0)} ms, ${faults.length} faults`,
  );
  for (const fault of faults.slice(0, shown)) console.log(`  ${fault}`);
  return texts && faults.length === 0 && slowest <= mostOfStep;
}

function fuzzTexts(from: number, rounds: number): boolean {
  const total = { read: 0, edits: 0, slowest: 0, faults: 0 };
  for (let round = from; round < from + rounds; round += 1) {
    const { fault, text, edits, slowest, read } = textRound(round);
    if (read) total.read += 1;
    total.edits += edits;
    total.slowest = Math.max(total.slowest, slowest);
    if (fault !== null && ++total.faults <= shown) console.log(`round ${round}: ${fault}\n--- text\n${text}\n`);
    if ((round + 1 - from) % 10_000 === 0) console.log(`${round + 1}: ${total.faults} faults`);
  }
  const { read, edits, slowest, faults } = total;
  console.log(
    `texts ${from} to ${from + rounds - 1}: ${read} read, ${edits} edits, slowest step ${slowest.toFixed(0)} ms, ${faults} faults`,
  );
  return faults === 0 && slowest <= mostOfStep;
}
