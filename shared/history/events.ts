/**
 * One event of an execution's history, in the form GetExecutionHistory answers with:
 * `type`, `id`, `previousEventId`, `timestamp` and one details object named after the type.
 */
export interface HistoryEvent {
  readonly id: number;
  readonly previousEventId: number;
  readonly type: string;
  /** Milliseconds since the epoch of the host's (often virtual) clock. */
  readonly timestamp: number;
  readonly [details: string]: unknown;
}
