import type { JsonValue } from '../base/index';
import type { StoreRequest, TaskOutcome, TaskRequest } from '../states/index';

/** What a worker answers to one attempt of a task. Times are milliseconds of the execution's clock after the request. */
export interface TaskAnswer {
  /** Absent: the task never answers, and only its timeouts end it. */
  readonly outcome?: TaskOutcome & { readonly kind: 'success' | 'failure' };
  /** When the outcome comes; 0 when not given. */
  readonly delayMs?: number;
  /** The answer of the call itself, for `.sync` and `.waitForTaskToken`: TaskSubmitted. */
  readonly submitted?: JsonValue;
  /** When heartbeats come. */
  readonly heartbeatsMs?: readonly number[];
  /** Who took an activity's task. */
  readonly workerName?: string;
}

/** Does tasks. A promise is awaited before virtual time goes on. */
export type Worker = (request: TaskRequest) => TaskAnswer | Promise<TaskAnswer>;

/** S3 for item readers and result writers. A refusal is thrown as {@link StoreProblem}. */
export type ObjectStore = (request: StoreRequest) => unknown;

/** An object or bucket that cannot be read or written, in S3's words. */
export class StoreProblem {
  constructor(
    readonly code: string,
    readonly message: string,
  ) {}
}
