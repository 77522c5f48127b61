import { type JsonValue, jsonEqual } from '../base/index';
import { detailsOf, type HistoryEvent } from './events';
import { foldHistory } from './fold';
import type { StateVisit } from './runView';

/** Two runs of one workflow, side by side. */
export interface RunDiff {
  /** Index of the first event that differs in type, state or data; null when the runs are the same but for times and ids. */
  readonly firstDifference: number | null;
  /** Names of states in the order in which each run entered them. */
  readonly paths: readonly [readonly string[], readonly string[]];
  /** States that differ, in the order of the first run. */
  readonly states: readonly StateDiff[];
}

export interface StateDiff {
  readonly name: string;
  readonly visits: readonly [number, number];
  readonly attempts: readonly [number, number];
  readonly status: readonly [string | null, string | null];
  /** JSON texts of the last outputs. */
  readonly output: readonly [string | null, string | null];
  readonly differs: readonly ('visits' | 'attempts' | 'status' | 'output')[];
}

/** Details that differ between any two runs and say nothing. */
const passing = new Set([
  'roleArn',
  'taskToken',
  'mapRunArn',
  'stateMachineVersionArn',
  'stateMachineAliasArn',
  'inputDetails',
  'outputDetails',
]);

/** Compares two histories, whoever made them. */
export function diffRuns(left: readonly HistoryEvent[], right: readonly HistoryEvent[]): RunDiff {
  const [a, b] = [foldHistory(left).visits, foldHistory(right).visits];
  const names = [...new Set([...a, ...b].map((visit) => visit.name))];
  const states = names
    .map((name) => diffState(name, of(a, name), of(b, name)))
    .filter((state) => state.differs.length > 0);
  return { firstDifference: firstDifference(left, right), paths: [a.map(nameOf), b.map(nameOf)], states };
}

const nameOf = (visit: StateVisit) => visit.name;
const of = (visits: readonly StateVisit[], name: string) => visits.filter((visit) => visit.name === name);

function firstDifference(left: readonly HistoryEvent[], right: readonly HistoryEvent[]): number | null {
  const length = Math.max(left.length, right.length);
  for (let index = 0; index < length; index++) {
    const [a, b] = [left[index], right[index]];
    if (!a || !b || a.type !== b.type || !sameDetails(a, b)) return index;
  }
  return null;
}

function sameDetails(a: HistoryEvent, b: HistoryEvent): boolean {
  const [x, y] = [detailsOf(a), detailsOf(b)];
  const keys = new Set([...Object.keys(x), ...Object.keys(y)].filter((key) => !passing.has(key)));
  return [...keys].every((key) => sameText(x[key], y[key]));
}

/** JSON texts are the same when their values are. */
function sameText(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  const [x, y] = [valueOf(a), valueOf(b)];
  return x !== undefined && y !== undefined && jsonEqual(x, y);
}

function valueOf(text: unknown): JsonValue | undefined {
  if (typeof text !== 'string') return text as JsonValue | undefined;
  try {
    return JSON.parse(text) as JsonValue;
  } catch {
    return text;
  }
}

function diffState(name: string, left: readonly StateVisit[], right: readonly StateVisit[]): StateDiff {
  const pair = <Value>(take: (visits: readonly StateVisit[]) => Value): readonly [Value, Value] => [
    take(left),
    take(right),
  ];
  const visits = pair((all) => all.length);
  const attempts = pair((all) => all.reduce((sum, visit) => sum + visit.attempts.length, 0));
  const status = pair((all) => all.at(-1)?.status ?? null);
  const output = pair((all) => all.at(-1)?.output ?? null);
  const differs: StateDiff['differs'][number][] = [];
  if (visits[0] !== visits[1]) differs.push('visits');
  if (attempts[0] !== attempts[1]) differs.push('attempts');
  if (status[0] !== status[1]) differs.push('status');
  if (!sameText(output[0], output[1])) differs.push('output');
  return { name, visits, attempts, status, output, differs };
}
