import type { ExecutionStatus, HistoryEvent } from '../history/index';
import type { NestedRun } from './nested';
import type { RunRequest } from './request';

/** One stage of a state's data, as it was when the history had `events` events. */
export interface Stage {
  readonly events: number;
  readonly stage: string;
  /** JSON text. */
  readonly text: string;
}

/** The execution that a distributed Map started for an item or a batch. */
export interface ChildRun {
  readonly mapRunArn: string;
  readonly index: number;
  readonly status: ExecutionStatus;
  readonly inputText: string;
  readonly events: readonly HistoryEvent[];
}

/** What happened in a run. */
export interface RunHistory {
  readonly events: readonly HistoryEvent[];
  readonly stages: readonly Stage[];
  readonly children: readonly ChildRun[];
  /** The executions of nested workflows, in the order in which they ended; absent where there are none. */
  readonly nested?: readonly NestedRun[];
}

/** What is said of a run in a list, apart from its history. */
export interface RunSummary {
  readonly id: string;
  /** Identity of the workflow that it belongs to, not its name: two files may be called alike. */
  readonly workflow: string;
  readonly label: string;
  readonly status: ExecutionStatus;
  readonly redrivable: boolean;
  /** Stays in the list when older runs are let go. */
  readonly pinned?: boolean;
}

/** Where a history without a request comes from: an execution on AWS, or a child execution of another run. */
export type HistorySource = 'aws' | 'parent';

/** A run whose history is on disk alone. */
export interface StoredRun extends RunSummary {
  readonly kind: 'stored';
  readonly made: { readonly request: RunRequest } | { readonly source: HistorySource };
}

/** A simulated run with its history at hand; its request gives the same history again. */
export interface LoadedRun extends RunSummary, RunHistory {
  readonly kind: 'loaded';
  readonly request: RunRequest;
}

/** A history that was read or taken out of another run: there is nothing to run again. */
export interface ImportedRun extends RunSummary, RunHistory {
  readonly kind: 'imported';
  readonly source: HistorySource;
}

/** A request that could not be carried out at all. */
export interface RefusedRun extends RunSummary {
  readonly kind: 'refused';
  readonly request: RunRequest;
  /** Why, in one sentence. */
  readonly problem: string;
}

export type Run = StoredRun | LoadedRun | ImportedRun | RefusedRun;

/** A run that can be shown and stepped through. */
export type ShownRun = LoadedRun | ImportedRun;

export function isShown(run: Run): run is ShownRun {
  return run.kind === 'loaded' || run.kind === 'imported';
}

/** The request that a run was made of; null for a history that came from elsewhere. */
export function requestOf(run: Run): RunRequest | null {
  switch (run.kind) {
    case 'loaded':
    case 'refused':
      return run.request;
    case 'stored':
      return 'request' in run.made ? run.made.request : null;
    case 'imported':
      return null;
  }
}

/** The run without its history, which is on disk. A refused run has none to leave out. */
export function withoutHistory(run: Run): Run {
  if (!isShown(run)) return run;
  const { id, workflow, label, status, redrivable, pinned } = run;
  const summary = { id, workflow, label, status, redrivable, ...(pinned === undefined ? {} : { pinned }) };
  return {
    ...summary,
    kind: 'stored',
    made: run.kind === 'loaded' ? { request: run.request } : { source: run.source },
  };
}

/** A stored run with its history at hand again. */
export function withHistory(run: StoredRun, history: RunHistory): ShownRun {
  const { made, kind: _kind, ...summary } = run;
  return 'request' in made
    ? { ...summary, ...history, kind: 'loaded', request: made.request }
    : { ...summary, ...history, kind: 'imported', source: made.source };
}
