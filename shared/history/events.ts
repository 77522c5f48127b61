/**
 * One event of an execution's history, in the form GetExecutionHistory answers with: `type`, `id`, `previousEventId`,
 * `timestamp` and one details object named after the type, where the type has details.
 */
export interface HistoryEvent {
  readonly id: number;
  /** The event before it in its own line of control; 0 for the first of an execution. */
  readonly previousEventId: number;
  readonly type: string;
  /** Milliseconds since the epoch of the host's (often virtual) clock; the SDK's Date or text is read too. */
  readonly timestamp: number | string | Date;
  readonly [details: string]: unknown;
}

/** The details of an event, whatever their key is called; an empty object where it has none. */
export function detailsOf(event: HistoryEvent): Readonly<Record<string, unknown>> {
  for (const key in event) {
    if (key.endsWith('EventDetails')) return (event[key] ?? {}) as Readonly<Record<string, unknown>>;
  }
  return {};
}

/** The time of an event in milliseconds since the epoch. */
export function timeOf(event: HistoryEvent): number {
  const { timestamp } = event;
  return typeof timestamp === 'number' ? timestamp : new Date(timestamp).getTime();
}
