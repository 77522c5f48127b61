/** What a history says about a run, at its end or at any event before: the data behind every picture of a run. */

export type RunStatus = 'RUNNING' | 'SUCCEEDED' | 'FAILED' | 'TIMED_OUT' | 'ABORTED';

export interface RunView {
  readonly status: RunStatus;
  /** Milliseconds since the epoch. */
  readonly startTime: number | undefined;
  readonly stopTime: number | undefined;
  /** When the last event of the view was: the present, while the run goes on. */
  readonly time: number | undefined;
  /** JSON texts, as in events. */
  readonly input: string | undefined;
  readonly output: string | undefined;
  readonly error: string | undefined;
  readonly cause: string | undefined;
  readonly redriveCount: number;
  /** Every entry of a state, in the order they were entered. */
  readonly visits: readonly StateVisit[];
  /** How many events the view is made of. */
  readonly events: number;
}

export type VisitStatus =
  | 'running'
  /** A retrier waits for the next attempt, as far as the history tells: the last attempt failed and nothing followed. */
  | 'failedAttempt'
  | 'succeeded'
  /** A catcher took the error and the state went on. */
  | 'caught'
  | 'failed'
  | 'aborted';

export interface StateVisit {
  /** The id of its StateEntered event. */
  readonly id: number;
  readonly name: string;
  readonly type: string;
  readonly status: VisitStatus;
  /** The line of control it stands in. */
  readonly scope: ScopeRef;
  readonly enteredTime: number;
  readonly exitedTime: number | undefined;
  readonly input: string | undefined;
  readonly output: string | undefined;
  /** JSON texts of the variables that the visit assigned. */
  readonly assigned: Readonly<Record<string, string>> | undefined;
  readonly error: string | undefined;
  readonly cause: string | undefined;
  /** The tries of its work: of a task's call, or of a Map's or Parallel's children. */
  readonly attempts: readonly Attempt[];
  /** Iterations of a Map, by index. */
  readonly iterations: readonly IterationView[];
  readonly branches: number;
  readonly mapRunArn: string | undefined;
  readonly lastEventId: number;
}

/** Where a visit stands: the run itself, or a branch or iteration of another visit. */
export type ScopeRef =
  { readonly kind: 'root' } | { readonly kind: 'branch' | 'iteration'; readonly visit: number; readonly index: number };

export interface Attempt {
  readonly status: 'running' | 'succeeded' | 'failed' | 'timedOut' | 'aborted';
  readonly scheduledTime: number;
  readonly endedTime: number | undefined;
  /** Milliseconds since the attempt before ended: the back-off. */
  readonly backOffMs: number | undefined;
  /** What the task was called with, its answer to the call, and its result: JSON texts. */
  readonly parameters: string | undefined;
  readonly submitted: string | undefined;
  readonly result: string | undefined;
  readonly error: string | undefined;
  readonly cause: string | undefined;
  readonly workerName: string | undefined;
}

export interface IterationView {
  readonly index: number;
  readonly status: 'running' | 'succeeded' | 'failed' | 'aborted';
  readonly startedTime: number;
  readonly endedTime: number | undefined;
}

/** The visits of one state, in the order they were entered. */
export function visitsOf(view: RunView, stateName: string): readonly StateVisit[] {
  return view.visits.filter((visit) => visit.name === stateName);
}
