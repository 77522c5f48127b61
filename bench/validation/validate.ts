import { withValueAt, type JsonObject } from '../../shared/base/json';
import { validateDefinition } from '#shared/validation/registry';
import { installPeers } from '../installPeers';
import { awsLanguageService, secondOpinion, statelint, type Peer } from './peers';
import { jsonataWorkflowOf, workflowOf } from './workflow';

const sizes = [10, 100, 1_000, 5_000];

/** CPU milliseconds within which a definition of 5,000 states is judged again after one field was edited. */
const editLimit = 8;

/** How much longer than statelint a whole JSONPath definition of 1,000 states may take. */
const ratioLimit = 1.3;

/** What part of the time of AWS's language service a whole JSONata definition of 1,000 states may take. */
const jsonataLimit = 1 / 5;

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
    const [whole, peer] = await inTurn(roundsOf(size), text, [ours, linter]);
    const others = await inTurn(fewRounds, text, [opinion, aws]);
    const edit = await timesOf(roundsOf(size), editing(definition));
    if (!whole || !peer) continue;
    const ratio = whole.p10 / peer.p10;
    print(size, [whole, peer, ...others], edit);
    if (size === 1_000) held &&= ratio <= ratioLimit;
    if (size === 5_000) held &&= edit.median <= editLimit;
  }
  console.log('\nJSONata');
  for (const size of sizes) {
    const definition = checked(jsonataWorkflowOf(size));
    const times = await inTurn(fewRounds, JSON.stringify(definition), [ours, opinion, aws]);
    print(size, times, await timesOf(roundsOf(size), editing(definition)));
    if (size === 1_000) held &&= (times[0]?.p10 ?? 0) <= (times[2]?.p10 ?? 0) * jsonataLimit;
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
    validateDefinition(current);
  };
}

interface Times {
  readonly name: string;
  readonly p10: number;
  readonly median: number;
}

/** CPU time of each validator, the calls in turn, so that what else the machine does falls on all of them. */
async function inTurn(rounds: number, text: string, peers: readonly Peer[]): Promise<readonly Times[]> {
  const times = peers.map((): number[] => []);
  for (let round = -2; round < rounds; round++) {
    for (const [index, peer] of peers.entries()) {
      const start = process.cpuUsage();
      await peer.judge(text);
      const { user, system } = process.cpuUsage(start);
      if (round >= 0) times[index]?.push((user + system) / 1000);
    }
  }
  return peers.map(({ name }, index) => summary(name, times[index] ?? []));
}

async function timesOf(rounds: number, call: () => void): Promise<Times> {
  const [times] = await inTurn(rounds, '', [{ name: 'after an edit', judge: call }]);
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
