import { eventTable, rowOf, type EventDetails, type EventType } from './eventTable';

/** What every event has. */
interface EventBase {
  readonly id: number;
  /** The event before it in its own line of control; 0 for the first of an execution. */
  readonly previousEventId: number;
  /** Milliseconds since the epoch of the host's (often virtual) clock; the SDK's Date or text is read too. */
  readonly timestamp: number | string | Date;
}

type DetailsKey<Type extends EventType> = (typeof eventTable)[Type] extends { readonly key: infer Key extends string }
  ? Key
  : never;

/** An event of a type that is known, with its details under the key of its type. */
export type KnownEvent = {
  [Type in EventType]: EventBase & { readonly type: Type } & {
    readonly [Key in DetailsKey<Type>]: EventDetails<Type>;
  };
}[EventType];

/** The open arm: an event as it came, of a type that AWS may have added since, or not yet looked at. */
export interface OtherEvent extends EventBase {
  readonly type: string;
  readonly [details: string]: unknown;
}

/**
 * One event of an execution's history, in the form GetExecutionHistory answers with: `type`, `id`, `previousEventId`,
 * `timestamp` and one details object named after the type, where the type has details.
 */
export type HistoryEvent = KnownEvent | OtherEvent;

/**
 * The details of an event; an empty object where it has none. The key comes from the table; of a type that is not
 * known, they are the one object among its members.
 */
export function detailsOf(event: HistoryEvent): Readonly<Record<string, unknown>> {
  const members = event as OtherEvent;
  const row = rowOf(event.type);
  if (row !== undefined) return row.key === undefined ? {} : asDetails(members[row.key]);
  return asDetails(Object.entries(members).find(([key, value]) => key !== 'timestamp' && isDetails(value))?.[1]);
}

/** The time of an event in milliseconds since the epoch. */
export function timeOf(event: HistoryEvent): number {
  const { timestamp } = event;
  return typeof timestamp === 'number' ? timestamp : new Date(timestamp).getTime();
}

/**
 * An event of the simulator. The keys of the commonest events are written out: objects of a fixed shape are made
 * several times as fast.
 */
export function makeEvent(
  timestamp: number,
  type: EventType,
  id: number,
  previousEventId: number,
  details: object | undefined,
): HistoryEvent {
  const key = keys.get(type);
  switch (key) {
    case undefined:
      return { timestamp, type, id, previousEventId };
    case 'stateEnteredEventDetails':
      return { timestamp, type, id, previousEventId, stateEnteredEventDetails: details };
    case 'stateExitedEventDetails':
      return { timestamp, type, id, previousEventId, stateExitedEventDetails: details };
    case 'lambdaFunctionScheduledEventDetails':
      return { timestamp, type, id, previousEventId, lambdaFunctionScheduledEventDetails: details };
    case 'lambdaFunctionSucceededEventDetails':
      return { timestamp, type, id, previousEventId, lambdaFunctionSucceededEventDetails: details };
    case 'taskScheduledEventDetails':
      return { timestamp, type, id, previousEventId, taskScheduledEventDetails: details };
    case 'taskStartedEventDetails':
      return { timestamp, type, id, previousEventId, taskStartedEventDetails: details };
    case 'taskSucceededEventDetails':
      return { timestamp, type, id, previousEventId, taskSucceededEventDetails: details };
    default:
      return { timestamp, type, id, previousEventId, [key]: details };
  }
}

const keys: ReadonlyMap<string, string | undefined> = new Map(
  Object.entries(eventTable).map(([type, row]) => [type, 'key' in row ? row.key : undefined]),
);

function isDetails(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}

function asDetails(value: unknown): Readonly<Record<string, unknown>> {
  return isDetails(value) ? value : {};
}
