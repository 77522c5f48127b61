import type { JsonValue } from '../base/index';
import type { LiveClock, TaskAnswer } from '../simulator/index';
import type { TaskRequest } from '../states/index';
import type { SdkCatalogue } from '../services/index';
import type { RecordStore } from './records';
import type { ErrorCode, OperationName } from './types';

/** How many there may be of each. The usual ones are AWS's quotas where it has one; tests set them low. */
export interface ApiLimits {
  readonly machines: number;
  readonly activities: number;
  /** Executions that run at once. */
  readonly openExecutions: number;
  /** Executions that have ended and are remembered; the oldest are forgotten first. A limit of ours. */
  readonly keptExecutions: number;
  readonly versions: number;
  readonly aliases: number;
  readonly tags: number;
  /** Calls of GetActivityTask that wait at one activity. */
  readonly activityPollers: number;
  /** How long GetActivityTask waits for a task. */
  readonly pollMs: number;
}

/** Source: AWS developer guide, "Step Functions service quotas". */
export const usualLimits: ApiLimits = {
  machines: 100_000,
  activities: 100_000,
  openExecutions: 1_000_000,
  keptExecutions: 100_000,
  versions: 1000,
  aliases: 100,
  tags: 50,
  activityPollers: 1000,
  pollMs: 60_000,
};

export interface ApiSettings {
  readonly store: RecordStore;
  readonly accountId: string;
  /** The time of calls, in milliseconds since the epoch. */
  now(): number;
  /** Waits outside the time of executions, as GetActivityTask does; gives what ends the wait. */
  after(ms: number, work: () => void): () => void;
  /** The clock that executions go by; null for virtual time. */
  readonly clock: LiveClock | null;
  /** A number from 0 to below 1. */
  random(): number;
  readonly limits?: Partial<ApiLimits>;
  /** A mock configuration file of Step Functions Local: `arn#TestCase` chooses one of its cases. */
  readonly mocks?: JsonValue;
  readonly catalogue?: SdkCatalogue | null;
  /** Does a task outside; undefined where it is none of its own, and a stub answers. */
  readonly worker?: (request: TaskRequest) => Promise<TaskAnswer> | undefined;
  /** Operations that are answered by an error, to see how a client bears it. */
  readonly faults?: Partial<Readonly<Record<OperationName, ErrorCode>>>;
  /** Told of faults of our own. */
  onFault(problem: unknown): void;
}
