import { duration } from '../../shared/base/index';
import { costBasis, defaultPrices } from '../../shared/cost/index';
import {
  runManyTimes,
  summariseChances,
  timedTasks,
  usualChances,
  type ChanceOutcome,
  type ChancesByState,
  type ChanceSummary,
  type TaskChances,
  type TimedTask,
} from '../../shared/runs/index';
import { commandOf } from '../command';
import { columns, painted, printed, type Console } from '../console';
import { exitCodes } from '../exitCodes';
import { checkStandardInput } from '../files/read';
import { Refusal, wrongUsage } from '../refusal';
import { requestOf, runOptions } from '../runs/runOptions';
import { machineOption, oneWorkflow } from '../workflows/choose';
import type { Workflow } from '../workflows/workflow';

const { input, seed, type } = runOptions;
/** What calls fail with by chance when nothing else is asked for. */
const usualError = 'States.TaskFailed';

const seconds = { kind: 'number', value: 'SECONDS', least: 0, most: 31_536_000 } as const;

export const chances = commandOf({
  operands: 'FILE',
  count: [1, 1],
  about: `Each run takes the next seed; each call fails by chance and takes a time between --least and --most. The same options give the same
figures. Exit code 1 when fewer runs succeed than --at-least asks for.`,
  options: {
    machine: machineOption,
    input,
    type,
    runs: { kind: 'number', value: 'N', least: 1, most: 1_000_000, whole: true, help: 'How many runs. Else 1000.' },
    seed: { ...seed, help: 'The seed of the first run. Else 1.' },
    failures: {
      kind: 'number',
      value: 'SHARE',
      least: 0,
      most: 1,
      help: 'How many of the calls fail, from 0 to 1. Else 0.1.',
    },
    error: { kind: 'text', value: 'NAME', help: `What they fail with. Else ${usualError}.` },
    least: { ...seconds, help: 'The shortest time that a call takes. Else what is typical of the action.' },
    most: { ...seconds, help: 'The longest. Else what is typical of the action.' },
    'at-least': { kind: 'number', value: 'SHARE', least: 0, most: 1, help: 'The share of runs that has to succeed.' },
    json: { kind: 'flag', help: 'Write the figures as JSON.' },
  },
  examples: [
    ['chances orders.asl.json', 'How often 1000 runs succeed, how long they take and what they cost.'],
    ['chances orders.asl.json --failures 0.3 --runs 10000 --at-least 0.99', 'Whether its retriers would do, for CI.'],
  ],
  async run({ operands: [operand = ''], options }, console) {
    checkStandardInput([operand, options.input]);
    const workflow = await oneWorkflow(operand, options.machine, console);
    const { least, most } = options;
    if (least !== null && most !== null && most < least)
      throw wrongUsage(`--most (${most}) is less than --least (${least}).`);
    const byState: ChancesByState = Object.fromEntries(
      timedTasks(workflow.document).map((task) => [task.name, chancesOf(task, options)]),
    );
    const count = options.runs ?? 1000;
    const outcomes = await outcomesOf(workflow, byState, count, options, console);
    const summary = summariseChances(outcomes);
    if (options.json) console.out(printed(facts(summary)));
    else report(summary, console);
    const isEnough = summary.succeeded >= (options['at-least'] ?? 0) * summary.runs;
    return isEnough ? exitCodes.ok : exitCodes.findings;
  },
});

interface ChanceOptions {
  readonly failures: number | null;
  readonly error: string | null;
  readonly least: number | null;
  readonly most: number | null;
}

/** What is usual of a task, with what was asked for: bounds that are given spread the times evenly between them. */
function chancesOf(task: TimedTask, { failures, error, least, most }: ChanceOptions): TaskChances {
  const usual = usualChances(task, error ?? usualError);
  const failureRate = failures ?? usual.failureRate;
  if (least === null && most === null) return { ...usual, failureRate };
  const bounds = {
    least: least ?? Math.min(usual.least, most ?? usual.least),
    most: most ?? Math.max(usual.most, least ?? usual.most),
  };
  return { failureRate, error: usual.error, ...bounds };
}

async function outcomesOf(
  workflow: Workflow,
  byState: ChancesByState,
  count: number,
  options: {
    readonly input: string | null;
    readonly seed: number | null;
    readonly type: 'STANDARD' | 'EXPRESS' | null;
  },
  console: Console,
): Promise<readonly ChanceOutcome[]> {
  const { document, label } = workflow;
  const without = { mocks: null, 'test-case': null, 'mocks-for': null, policy: [], 'start-time': null };
  const request = await requestOf(workflow, { ...without, ...options }, console);
  const outcomes: ChanceOutcome[] = [];
  const cost = costBasis(document, request.type, defaultPrices);
  const done = await runManyTimes({ request, chances: byState, firstSeed: request.seed, count, cost }, (some) => {
    outcomes.push(...some);
    console.progress(`${outcomes.length} of ${count} runs`);
  });
  console.progress('');
  if (!done.ok) throw new Refusal(exitCodes.findings, `${label} cannot be run: ${done.problem}`);
  return outcomes;
}

function facts({ runs, succeeded, durations, retries, costs, averageCost, failing }: ChanceSummary) {
  const percentiles = ([p50, p90, p99]: readonly [number, number, number], unit: (value: number) => number) => ({
    p50: unit(p50),
    p90: unit(p90),
    p99: unit(p99),
  });
  const asItIs = (value: number) => value;
  return {
    runs,
    succeeded,
    seconds: percentiles(durations, (milliseconds) => milliseconds / 1000),
    retries: percentiles(retries, asItIs),
    usd: { ...percentiles(costs, asItIs), average: averageCost },
    failing: failing.map(([state, times]) => ({ state, times })),
  };
}

function report(
  { runs, succeeded, durations, retries, costs, averageCost, failing }: ChanceSummary,
  console: Console,
): void {
  const share = `${succeeded} of ${runs} runs succeeded (${((succeeded / runs) * 100).toFixed(1)} %)`;
  console.out(`${painted(console, succeeded === runs ? 'green' : 'yellow', share)}\n\n`);
  const row = (name: string, values: readonly number[], text: (value: number) => string) => [name, ...values.map(text)];
  console.out(
    columns([
      ['', 'half', '90 %', '99 %'],
      row('took at most', durations, (milliseconds) => duration(milliseconds / 1000)),
      row('retries', retries, String),
      row('cost', costs, (usd) => `$${usd.toFixed(6)}`),
    ]),
  );
  console.out(`\n$${averageCost.toFixed(6)} on average\n`);
  for (const [state, times] of failing) console.out(`${times} failed at "${state}"\n`);
}
