import { fidelityRound, type Breach } from '../../shared/workflow/testing/fidelity';

export interface FidelityOptions {
  /** The round to begin with, to go on where another run was ended, or to see one round again. */
  readonly from: number;
  readonly rounds: number;
}

const shown = 3;

/** Random edits of random texts, judged by line and by tree; true when nothing changed that was not asked for. */
export function benchFidelity({ from, rounds }: FidelityOptions): boolean {
  const counts = new Map<string, number>();
  const breaches: Breach[] = [];
  let broken = 0;
  for (let round = from; round < from + rounds; round++) {
    const { judged, breach } = fidelityRound(round);
    for (const edit of judged) counts.set(edit, (counts.get(edit) ?? 0) + 1);
    if (breach) broken += 1;
    if (breach && breaches.length < shown) breaches.push(breach);
    if ((round + 1 - from) % 10_000 === 0) console.log(`${round + 1}: ${broken} broken`);
  }
  const total = [...counts.values()].reduce((sum, count) => sum + count, 0);
  console.log(`rounds ${from} to ${from + rounds - 1}: ${total} edits judged, ${broken} broken`);
  for (const [edit, count] of [...counts].sort()) console.log(`${edit.padEnd(20)}${String(count).padStart(8)}`);
  for (const { round, edit, what, before, after } of breaches) {
    console.log(`\nround ${round}, ${edit}: ${what}\n--- before\n${before}\n--- after\n${after}`);
  }
  return broken === 0;
}
