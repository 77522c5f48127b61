import type { JsonValue } from '../base/json';
import type { HistoryEvent } from '../history/events';
import type { Answers, Change, EntryChange } from './answers';
import type { OddsByState } from './chances';
import type { RunPolicies } from './policyWorker';

/** Everything that a run is made of: the same request gives the same history. */
export interface RunRequest {
  readonly definitionText: string;
  readonly inputText: string;
  readonly name: string;
  readonly seed: number;
  readonly type: 'STANDARD' | 'EXPRESS';
  /** Milliseconds since 1970. */
  readonly startTime: number;
  readonly answers: Answers;
  readonly changes: readonly Change[];
  readonly entries: readonly EntryChange[];
  /** What answers after each redrive, in order. */
  readonly redrives: readonly Answers[];
  /** Answers the states that it names, before the plans. */
  readonly mocks?: MockFile;
  /** The policies it is made under; without them everything is allowed. */
  readonly access?: RunPolicies;
  /** Set for one of many chance runs: the same seed and odds give it again. */
  readonly odds?: OddsByState;
}

/** One stage of a state's data, as it was when the history had `events` events. */
export interface Stage {
  readonly events: number;
  readonly stage: string;
  /** JSON text. */
  readonly text: string;
}

/** A test case of a mock configuration file, in the form of Step Functions Local. */
export interface MockFile {
  readonly name: string;
  readonly config: JsonValue;
  readonly stateMachine: string;
  readonly testCase: string;
}

/** The execution that a distributed Map started for an item or a batch. */
export interface ChildRun {
  readonly mapRunArn: string;
  readonly index: number;
  readonly status: Run['status'];
  readonly inputText: string;
  readonly events: readonly HistoryEvent[];
}

export type RunOrigin = 'simulated' | 'imported';

export interface Run {
  readonly id: string;
  /** The name of the document it belongs to. */
  readonly workflow: string;
  readonly label: string;
  readonly origin: RunOrigin;
  /** Null for an imported history: there is nothing to run again. */
  readonly request: RunRequest | null;
  /** Empty while the history is on disk alone. */
  readonly events: readonly HistoryEvent[];
  readonly stages?: readonly Stage[];
  readonly children?: readonly ChildRun[];
  readonly status: 'RUNNING' | 'SUCCEEDED' | 'FAILED' | 'TIMED_OUT' | 'ABORTED';
  readonly redrivable: boolean;
  /** Kept when others are let go. */
  readonly pinned?: boolean;
  /** Why it could not be run at all. */
  readonly problem: string | null;
}

export type FromWorker =
  | {
      readonly kind: 'done';
      readonly events: readonly HistoryEvent[];
      readonly stages: readonly Stage[];
      readonly children: readonly ChildRun[];
      readonly status: Run['status'];
      readonly redrivable: boolean;
    }
  | { readonly kind: 'problem'; readonly message: string }
  /** The run is on disk; the worker is not needed any more. */
  | { readonly kind: 'kept' };

/** What the worker is asked: a run, and where to keep it. */
export interface ToWorker {
  readonly request: RunRequest;
  /** Null for a run that is not kept, such as that of a test. */
  readonly keep: { readonly id: string; readonly workflow: string; readonly label: string } | null;
}
