import { create } from 'zustand';
import { HistoryCursor } from '#shared/history/cursor';
import type { RunView } from '#shared/history/runView';
import type { Answers } from '#shared/runs/answers';
import type { BreakCondition } from '#shared/runs/breakpoints';
import type { MockFile, Run } from '#shared/runs/run';

/** How one document is being run: what it starts with, and which run is on screen at which event. */
export interface Bench {
  readonly inputText: string;
  readonly seed: number;
  readonly type: 'STANDARD' | 'EXPRESS';
  readonly answers: Answers;
  readonly mocks?: MockFile;
  readonly runId: string | null;
  /** How many events of the history the screen shows. */
  readonly position: number;
  readonly playing: boolean;
  /** Events a second while playing. */
  readonly speed: number;
  readonly breakOnError: boolean;
  /** Runs are made under the policies of the access view. */
  readonly withPolicies?: boolean;
  /** By name of the state: when its breakpoint counts; always when there is no entry. */
  readonly conditions: Readonly<Record<string, BreakCondition>>;
}

export const freshBench: Bench = {
  inputText: '{}',
  seed: 1,
  type: 'STANDARD',
  answers: {},
  runId: null,
  position: 0,
  playing: false,
  speed: 8,
  breakOnError: false,
  conditions: {},
};

interface RunState {
  readonly runs: readonly Run[];
  /** By session id. */
  readonly benches: Readonly<Record<string, Bench>>;
  /** The simulation under way, to stop it. */
  readonly stop: (() => void) | null;
  readonly uncovered: Uncovered;
}

/** Names of states that the last tests did not come to; null while no tests were run. */
export type Uncovered = ReadonlySet<string> | null;

export const useRuns = create<RunState>(() => ({ runs: [], benches: {}, stop: null, uncovered: null }));

export function benchOf(sessionId: string): Bench {
  return useRuns.getState().benches[sessionId] ?? freshBench;
}

export function setBench(sessionId: string, change: Partial<Bench>): void {
  useRuns.setState((state) => ({ benches: { ...state.benches, [sessionId]: { ...benchOf(sessionId), ...change } } }));
}

export function useBench(sessionId: string): Bench {
  return useRuns((state) => state.benches[sessionId] ?? freshBench);
}

export function runOf(bench: Bench): Run | null {
  return useRuns.getState().runs.find((run) => run.id === bench.runId) ?? null;
}

const cursors = new WeakMap<Run, HistoryCursor>();

/** The run as it was after a number of events. Moving on folds on; the same place is not folded twice. */
export function viewAt(run: Run, position: number): RunView {
  const cursor = cursors.get(run) ?? new HistoryCursor(run.events);
  cursors.set(run, cursor);
  return cursor.moveTo(position);
}
