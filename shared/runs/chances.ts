import type { TaskRequest } from '../states/index';
import { type Random, entryOf } from '../base/index';
import type { Worker } from '../simulator/index';
import { type Deadline, type TimedTask, withinLimits } from './durations';

/** What may go wrong in each call, and how long it takes. */
export interface TaskChances {
  /** From 0 to 1. */
  readonly failureRate: number;
  readonly error: string;
  /** Seconds. */
  readonly least: number;
  readonly most: number;
  /** Half of the calls take less than this, half more; without it they are spread evenly. */
  readonly usual?: number;
  /** Whether nobody said how long this task takes: then its time alone ends no state and no run. */
  readonly assumed?: boolean;
}

export type ChancesByState = Readonly<Record<string, TaskChances>>;

/** What a state has that no chances are given for. */
const noChances: TaskChances = { failureRate: 0.1, error: 'States.TaskFailed', least: 0, most: 0 };

/**
 * The chances that a task starts with: its duration as the timeline has it, spread as that of such calls is. What a person set
 * is spread in the same proportion.
 */
export function usualChances({ typical, set }: Pick<TimedTask, 'typical' | 'set'>, error: string): TaskChances {
  const factor = set === null ? 1 : set / typical.seconds;
  return {
    failureRate: 0.1,
    error,
    usual: typical.seconds * factor,
    least: typical.least * factor,
    most: typical.most * factor,
    assumed: set === null,
  };
}

/** A worker whose tasks fail and take their time by chance; what it answers otherwise comes from `others`. */
export function chanceWorker(chances: ChancesByState, deadline: Deadline, random: Random, others: Worker): Worker {
  return async (request: TaskRequest) => {
    const given = entryOf(chances, request.stateName) ?? noChances;
    const seconds = drawn(given, random());
    const delayMs = given.assumed === true ? withinLimits(seconds, request, deadline) : Math.round(seconds * 1000);
    if (random() < given.failureRate)
      return {
        outcome: { kind: 'failure', error: given.error, cause: 'By chance' },
        ...(request.pattern === 'requestResponse' ? {} : { submitted: {} }),
        delayMs,
      };
    // A delay that a mock has stays.
    return { delayMs, ...(await others(request)) };
  };
}

/** Seconds at a share from 0 to 1 of all calls, the fastest first. */
function drawn({ least, most, usual }: TaskChances, share: number): number {
  if (usual === undefined) return least + share * Math.max(0, most - least);
  return share < 0.5
    ? least + share * 2 * Math.max(0, usual - least)
    : usual + (share * 2 - 1) * Math.max(0, most - usual);
}

/** One of many runs, in short. */
export interface ChanceOutcome {
  readonly seed: number;
  readonly status: string;
  /** Milliseconds. */
  readonly duration: number;
  readonly retries: number;
  /** Estimated cost. */
  readonly usd: number;
  /** The state that the execution failed in; null when it did not. */
  readonly failedIn: string | null;
}

export interface ChanceSummary {
  readonly runs: number;
  readonly succeeded: number;
  /** Milliseconds at the 50th, 90th and 99th percentile. */
  readonly durations: readonly [number, number, number];
  readonly retries: readonly [number, number, number];
  /** US dollars at the 50th, 90th and 99th percentile, and on average. */
  readonly costs: readonly [number, number, number];
  readonly averageCost: number;
  /** How often each state ended a run, the most often first. */
  readonly failing: readonly (readonly [string, number])[];
  readonly bars: readonly Bar[];
  /** The same by cost: `from` and `to` are US dollars. */
  readonly costBars: readonly Bar[];
}

/** Runs whose duration (milliseconds) or cost lies between two values. */
export interface Bar {
  readonly from: number;
  readonly to: number;
  readonly runs: readonly ChanceOutcome[];
  readonly failed: number;
}

const barCount = 24;

export function summariseChances(outcomes: readonly ChanceOutcome[]): ChanceSummary {
  const durations = outcomes.map((outcome) => outcome.duration).sort((a, b) => a - b);
  const retries = outcomes.map((outcome) => outcome.retries).sort((a, b) => a - b);
  const costs = outcomes.map((outcome) => outcome.usd).sort((a, b) => a - b);
  const at = (sorted: readonly number[], share: number) =>
    sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
  const percentiles = (sorted: readonly number[]) => [at(sorted, 0.5), at(sorted, 0.9), at(sorted, 0.99)] as const;
  const failing = new Map<string, number>();
  for (const { failedIn } of outcomes) if (failedIn !== null) failing.set(failedIn, (failing.get(failedIn) ?? 0) + 1);
  return {
    runs: outcomes.length,
    succeeded: outcomes.filter((outcome) => outcome.status === 'SUCCEEDED').length,
    durations: percentiles(durations),
    retries: percentiles(retries),
    costs: percentiles(costs),
    averageCost: costs.reduce((sum, usd) => sum + usd, 0) / Math.max(1, costs.length),
    failing: [...failing].sort((a, b) => b[1] - a[1]),
    bars: barsBy(outcomes, ({ duration }) => duration, Math.max(1, durations.at(-1) ?? 1)),
    costBars: barsBy(outcomes, ({ usd }) => usd, costs.at(-1) || 1),
  };
}

function barsBy(
  outcomes: readonly ChanceOutcome[],
  value: (outcome: ChanceOutcome) => number,
  most: number,
): readonly Bar[] {
  const buckets = Array.from({ length: barCount }, (): ChanceOutcome[] => []);
  for (const outcome of outcomes)
    buckets[Math.min(barCount - 1, Math.floor((value(outcome) / most) * barCount))]?.push(outcome);
  return buckets.map((runs, index) => ({
    from: (most / barCount) * index,
    to: (most / barCount) * (index + 1),
    runs,
    failed: runs.filter((run) => run.status !== 'SUCCEEDED').length,
  }));
}
