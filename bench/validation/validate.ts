import { withValueAt, type JsonObject } from '../../shared/base/json';
import { forgetOrigins } from '../../shared/base/origin';
import { validateDefinition } from '#shared/validation/registry';
import { installPeers } from '../installPeers';
import { awsLanguageService, secondOpinion, statelint, type Peer } from './peers';
import { jsonataWorkflowOf, workflowOf } from './workflow';

const sizes = [10, 100, 1_000, 5_000];

/** CPU milliseconds within which a definition of 5,000 states is judged again after one field was edited. */
const editLimit = 8;

/** How much longer than statelint a whole JSONPath definition may take. */
const ratioLimit = 1.3;

/** What part of the time of AWS's language service a whole JSONata definition may take. */
const jsonataLimit = 1 / 5;

/** Calls of a turn for a definition of one state. */
const callsOfState = 200;

/** How long each validator runs before it is measured. */
const warmUpMilliseconds = 500;

/** Rounds of validators that are measured for comparison alone: some take seconds for a definition. */
const fewRounds = 8;

/**
 * Measures whole validations (a new definition each time, JSON.parse included) beside those of others, in turn, and
 * validations after one field of one state was edited; false when a limit is passed.
 */
export async function benchValidation(): Promise<boolean> {
  installPeers();
  const ours: Peer = { name: 'ours', judge: (text) => validateDefinition(JSON.parse(text) as JsonObject) };
  const [linter, aws, opinion] = [statelint(), awsLanguageService(), secondOpinion()];
  let held = true;
  console.log('CPU ms, 10th percentile / median\n\nJSONPath, expressions parsed by ours');
  for (const size of sizes) {
    const definition = checked(workflowOf(size));
    const text = JSON.stringify(definition);
    const [whole, peer] = await inTurn(size, roundsOf(size), text, [ours, linter]);
    const others = await inTurn(size, fewRounds, text, [opinion, aws]);
    const edit = await timesOf(size, editing(definition));
    if (!whole || !peer) continue;
    const ratio = whole.p10 / peer.p10;
    print(size, [whole, peer, ...others], edit);
    held &&= ratio <= ratioLimit;
    if (size === 5_000) held &&= edit.median <= editLimit;
  }
  console.log('\nJSONata');
  for (const size of sizes) {
    const definition = checked(jsonataWorkflowOf(size));
    const times = await inTurn(size, fewRounds, JSON.stringify(definition), [ours, opinion, aws]);
    print(size, times, await timesOf(size, editing(definition)));
    held &&= (times[0]?.p10 ?? 0) <= (times[2]?.p10 ?? 0) * jsonataLimit;
  }
  console.log(held ? '\nevery bar is held' : '\nA BAR IS MISSED');
  return held;
}

function roundsOf(size: number): number {
  return Math.max(20, Math.min(200, Math.round(40_000 / size)));
}

function checked(definition: JsonObject): JsonObject {
  const problems = validateDefinition(definition);
  if (problems.length > 0) throw new Error(`The workload is wrong: ${problems[0]?.message ?? ''}`);
  return definition;
}

/** Each call judges the definition after one more edit of a state in its middle. */
function editing(definition: JsonObject): () => void {
  const states = Object.keys(definition['States'] as JsonObject).filter((name) => name.startsWith('Pause'));
  const name = states[Math.floor(states.length / 2)] ?? '';
  let current = definition;
  let seconds = 0;
  return () => {
    current = withValueAt(current, ['States', name, 'Seconds'], ++seconds) as JsonObject;
    // As the product does after an edit: else every version would keep the one before.
    forgetOrigins();
    validateDefinition(current);
  };
}

interface Times {
  readonly name: string;
  readonly p10: number;
  readonly median: number;
}

/**
 * CPU time of each validator, in turn, so that what else the machine does falls on all of them. A turn is several calls where
 * one is short: else it would measure what the one before left behind in the caches of the processor.
 */
async function inTurn(size: number, rounds: number, text: string, peers: readonly Peer[]): Promise<readonly Times[]> {
  const calls = Math.ceil(callsOfState / size);
  const times = peers.map((): number[] => []);
  for (const peer of peers) await warm(peer, text);
  for (let round = 0; round < rounds; round++) {
    for (const [index, peer] of peers.entries()) {
      const start = process.cpuUsage();
      for (let call = 0; call < calls; call++) await peer.judge(text);
      const { user, system } = process.cpuUsage(start);
      times[index]?.push((user + system) / 1000 / calls);
    }
  }
  return peers.map(({ name }, index) => summary(name, times[index] ?? []));
}

/** Runs a validator until what it needs is compiled. */
async function warm(peer: Peer, text: string): Promise<void> {
  const end = performance.now() + warmUpMilliseconds;
  for (let round = 0; round < 2 || performance.now() < end; round++) await peer.judge(text);
}

async function timesOf(size: number, call: () => void): Promise<Times> {
  const [times] = await inTurn(size, roundsOf(size), '', [{ name: 'after an edit', judge: call }]);
  return times ?? summary('', []);
}

function summary(name: string, times: readonly number[]): Times {
  const sorted = [...times].sort((a, b) => a - b);
  return { name, p10: sorted[Math.floor(sorted.length / 10)] ?? 0, median: sorted[Math.floor(sorted.length / 2)] ?? 0 };
}

function print(size: number, times: readonly Times[], edit: Times): void {
  const [first] = times;
  const shown = [...times, edit].map(({ name, p10, median }) => {
    const ratio =
      first && name !== first.name && name !== edit.name ? ` (ours is ${(first.p10 / p10).toFixed(2)})` : '';
    return `${name} ${p10.toFixed(2)} / ${median.toFixed(2)}${ratio}`;
  });
  console.log(`${String(size).padStart(6)} states: ${shown.join('; ')}`);
}
