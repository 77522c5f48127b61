import { createRequire } from 'node:module';
import { join } from 'node:path';
import { withValueAt, type JsonObject } from '../../shared/base/json';
import { validateDefinition } from '#shared/validation/registry';
import { installPeers } from '../installPeers';
import { workflowOf } from './workflow';

const sizes = [10, 100, 1_000, 5_000];

/** CPU milliseconds within which a definition of 5,000 states is judged again after one field was edited. */
const editLimit = 8;

/** How much longer than statelint, which parses fewer expressions, a whole definition of 1,000 states may take. */
const ratioLimit = 1.3;

/**
 * Measures whole validations (a new definition each time, JSON.parse included) beside those of statelint, in turn, and
 * validations after one field of one state was edited; false when a limit is passed.
 */
export function benchValidation(): boolean {
  installPeers();
  const statelint = loadStatelint();
  console.log('CPU ms, 10th percentile / median     whole          statelint      ratio   after an edit');
  let held = true;
  for (const size of sizes) {
    const definition = workflowOf(size);
    const text = JSON.stringify(definition);
    const problems = validateDefinition(definition);
    if (problems.length > 0) throw new Error(`The workload is wrong: ${problems[0]?.message ?? ''}`);
    const rounds = Math.max(20, Math.min(200, Math.round(40_000 / size)));
    const [whole, peer] = inTurn(rounds, [
      () => validateDefinition(JSON.parse(text) as JsonObject),
      () => statelint.validate(JSON.parse(text)),
    ]);
    const [edit] = inTurn(rounds, [editing(definition)]);
    if (!whole || !peer || !edit) continue;
    const ratio = whole.p10 / peer.p10;
    console.log(
      `${String(size).padStart(6)} states ${shown(whole).padStart(28)} ${shown(peer).padStart(18)} ${ratio.toFixed(2).padStart(10)} ${shown(edit).padStart(15)}`,
    );
    if (size === 1_000) held &&= ratio <= ratioLimit;
    if (size === 5_000) held &&= edit.median <= editLimit;
  }
  console.log(held ? '\nevery bar is held' : '\nA BAR IS MISSED');
  return held;
}

/** Each call judges the definition after one more edit of a state in its middle. */
function editing(definition: JsonObject): () => void {
  const states = Object.keys(definition['States'] as JsonObject).filter((name) => name.startsWith('Pause'));
  const name = states[Math.floor(states.length / 2)] ?? '';
  let current = definition;
  let seconds = 0;
  return () => {
    current = withValueAt(current, ['States', name, 'Seconds'], ++seconds) as JsonObject;
    validateDefinition(current);
  };
}

interface Times {
  readonly p10: number;
  readonly median: number;
}

/** CPU time of each call, the calls in turn, so that what else the machine does falls on all of them. */
function inTurn(rounds: number, calls: readonly (() => unknown)[]): readonly Times[] {
  const times = calls.map((): number[] => []);
  for (let round = -5; round < rounds; round++) {
    for (const [index, call] of calls.entries()) {
      const start = process.cpuUsage();
      call();
      const { user, system } = process.cpuUsage(start);
      if (round >= 0) times[index]?.push((user + system) / 1000);
    }
  }
  return times.map((each) => {
    each.sort((a, b) => a - b);
    return { p10: each[Math.floor(each.length / 10)] ?? 0, median: each[Math.floor(each.length / 2)] ?? 0 };
  });
}

const shown = ({ p10, median }: Times) => `${p10.toFixed(2)} / ${median.toFixed(2)}`;

interface Statelint {
  validate(definition: unknown): readonly unknown[];
}

/** Installed into bench/peer, so it is found from there and not among the dependencies of the project. */
const peer = '@wmfs/statelint';

function loadStatelint(): Statelint {
  const require = createRequire(join(import.meta.dirname, '../peer/package.json'));
  const make = require(peer) as () => Statelint;
  return make();
}
