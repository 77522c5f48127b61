import type { JsonValue } from '../../base/index';
import type { FailureData, MapRunChanges } from '../../states/index';
import type { EngineAnswer } from '../effects';
import type { TaskAnswer } from '../worker';

/**
 * What came to an execution from outside, in order: with the seed, the input and the start time it gives the same history
 * again. Times are milliseconds since the epoch. Everything in it is JSON.
 */
export type JournalEntry = { readonly at: number } & JournalEvent;

export type JournalEvent =
  /** Timers were due: as many as the queue gave. */
  | { readonly kind: 'timers'; readonly count: number }
  /** What a worker answered; `outside` where somebody else will tell the outcome. */
  | { readonly kind: 'task'; readonly id: number; readonly answer: TaskAnswer; readonly outside?: true }
  /** What somebody told of a task that waits. */
  | { readonly kind: 'report'; readonly id: number; readonly answer: TaskReport }
  | { readonly kind: 'stored'; readonly id: number; readonly value: JsonValue }
  | { readonly kind: 'notStored'; readonly id: number; readonly code: string; readonly message: string }
  | { readonly kind: 'stop'; readonly failure: FailureData }
  | { readonly kind: 'redrive' }
  | { readonly kind: 'mapRun'; readonly mapRunArn: string; readonly changes: MapRunChanges };

export type TaskReport = Extract<EngineAnswer, { readonly kind: 'outcome' | 'started' | 'heartbeat' }>;
