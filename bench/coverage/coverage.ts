import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { JsonObject } from '../../shared/base/index';
import { proposeTests } from '../../shared/runs/index';
import { knownUnreached } from '../../shared/runs/cover/testing/unreached';
import { readReference } from '../../shared/workflow/testing/reference';

interface Sample {
  readonly id: string;
  readonly definition: JsonObject;
}

/** The share of all transitions that proposed tests have to take, and the seconds of CPU that one workflow may cost. */
const bars = { share: 0.95, seconds: 10 };

/**
 * Proposes tests for each example, and for the sample workflows of AWS where they are beside the project, and counts the
 * transitions that they take. Also says of a transition that is not taken whether its reason is known.
 */
export async function benchCoverage(): Promise<boolean> {
  const isUnreached = (id: string, label: string) =>
    knownUnreached.some(({ workflow, labels }) => workflow === id && labels.includes(label));
  let [taken, all, slowest, unknown] = [0, 0, 0, 0];
  for (const { id, definition } of [...examples(), ...samples()]) {
    const began = process.cpuUsage();
    const proposed = await proposeTests({
      definitionText: JSON.stringify(definition),
      inputText: '{}',
      name: 'covered',
      seed: 1,
      type: 'STANDARD',
      startTime: Date.UTC(2026, 0, 1),
      mocks: {},
      outcomeChanges: [],
      entryChanges: [],
      redrives: [],
    });
    const { user, system } = process.cpuUsage(began);
    const seconds = (user + system) / 1e6;
    slowest = Math.max(slowest, seconds);
    if (!proposed.ok) {
      console.log(`not counted  ${id}: ${proposed.problem}`);
      continue;
    }
    const { unreached, transitions } = proposed.value;
    all += transitions;
    taken += transitions - unreached.length;
    for (const { label, why } of unreached) {
      const isKnown = isUnreached(id, label);
      if (!isKnown) unknown += 1;
      console.log(`${isKnown ? 'known  ' : 'NOT KNOWN'} ${id}: ${label}. ${why}`);
    }
    if (seconds > bars.seconds) console.log(`${seconds.toFixed(1)} s of CPU  ${id}`);
  }
  const share = taken / Math.max(1, all);
  console.log(`${taken} of ${all} transitions, ${(share * 100).toFixed(1)} %; slowest ${slowest.toFixed(1)} s of CPU`);
  return share >= bars.share && slowest <= bars.seconds && unknown === 0;
}

function examples(): readonly Sample[] {
  const folder = join(import.meta.dirname, '../../examples');
  return readdirSync(folder)
    .filter((name) => name.endsWith('.asl.json'))
    .map((id) => ({ id, definition: JSON.parse(readFileSync(join(folder, id), 'utf8')) as JsonObject }));
}

function samples(): readonly Sample[] {
  return (readReference('workflows/aws-samples.json') ?? []) as unknown as readonly Sample[];
}
