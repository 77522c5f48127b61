import type { HistoryEvent } from '#shared/history/index';
import type {
  BreakCondition,
  ChanceOutcome,
  ChildPlace,
  ChildRun,
  EndedRun,
  ManyRunsRequest,
  Mismatch,
  ProposedTests,
  RunRequest,
  ShownRun,
  StepAnswer,
  StepTest,
  WatchData,
  WorkflowTest,
} from '#shared/runs/index';
import type { PackedHistory } from './packedHistory';
import type { JsonValue, Result } from '#shared/base/index';
import type { StatePath } from '#shared/workflow/index';

/** What the worker of runs is asked. Expressions of tests and breakpoints are evaluated there too, where they can be ended. */
export type ToWorker =
  | {
      readonly kind: 'run';
      readonly request: RunRequest;
      /** Under what the run is stored; null for one that is not, such as that of a test. */
      readonly store: { readonly id: string; readonly workflow: string; readonly label: string } | null;
      /** Judges what the run came to. */
      readonly test?: WorkflowTest;
    }
  /** Proposes tests for the definition of the request. */
  | { readonly kind: 'cover'; readonly request: RunRequest }
  | {
      readonly kind: 'stops';
      readonly run: ShownRun;
      readonly breakpoints: readonly StatePath[];
      readonly conditions: Readonly<Record<string, BreakCondition>>;
    }
  /** A child execution whose history was not kept. */
  | { readonly kind: 'child'; readonly request: RunRequest; readonly place: ChildPlace }
  | { readonly kind: 'step'; readonly definitionText: string; readonly test: StepTest }
  | { readonly kind: 'watch'; readonly expressions: readonly string[]; readonly data: WatchData };

/** A question with where the page has the catalogue of SDK actions. */
export type ToldWorker = ToWorker & { readonly catalogue: string };
export type ManyRunsAsked = ManyRunsRequest & { readonly catalogue: string };

export type FromWorker =
  | {
      readonly kind: 'done';
      readonly ended: Pick<EndedRun, 'status' | 'redrivable'> & { readonly packed: PackedHistory };
      readonly mismatches: readonly Mismatch[];
    }
  | { readonly kind: 'stops'; readonly ids: ReadonlySet<number> }
  | { readonly kind: 'covered'; readonly proposed: ProposedTests }
  | { readonly kind: 'child'; readonly child: Result<ChildRun, string> }
  | { readonly kind: 'step'; readonly answer: Result<StepAnswer, string> }
  | { readonly kind: 'watch'; readonly values: readonly Result<JsonValue, string>[] }
  | { readonly kind: 'problem'; readonly message: string }
  /** The run is on disk; the worker is not needed any more. */
  | { readonly kind: 'stored' };

export type FromManyRuns =
  | { readonly kind: 'some'; readonly outcomes: readonly ChanceOutcome[] }
  | { readonly kind: 'problem'; readonly message: string };

/** What the worker tells that reads a history from AWS: its events in pieces, or what is wrong with it. */
export type FromHistoryReader =
  | { readonly kind: 'events'; readonly events: readonly HistoryEvent[] }
  | { readonly kind: 'read' }
  | { readonly kind: 'refused'; readonly problem: string };
