import { type JsonValue, type Result, fail, isArray, isObject, ok } from '../base/index';
import { type HistoryEvent, foldHistory } from '../history/index';

/** AWS ends a Standard execution at 25,000 events; ours of Express may have more, which nobody reads a million of. */
const mostEvents = 100_000;

/**
 * Reads what `aws stepfunctions get-execution-history` wrote: one answer, a list of pages, or a bare list of events.
 * Gives the events in order, or what is wrong with the file and where.
 */
export function readHistory(text: string): Result<readonly HistoryEvent[], string> {
  let value: JsonValue;
  try {
    value = JSON.parse(text) as JsonValue;
  } catch (problem) {
    return fail(`The file is not JSON: ${problem instanceof Error ? problem.message : ''}`);
  }
  const lists = eventLists(value);
  if (lists === null) return fail('The file holds no history: expected "events", as get-execution-history writes it.');
  if (lists.length > mostEvents) {
    return fail(`The history has ${lists.length} events; at most ${mostEvents} can be shown. AWS ends at 25,000.`);
  }
  const events: HistoryEvent[] = [];
  for (const [index, event] of lists.entries()) {
    if (!isObject(event) || typeof event['id'] !== 'number' || typeof event['type'] !== 'string') {
      return fail(`Event ${index + 1} has no id or type.`);
    }
    const timestamp = event['timestamp'];
    // The AWS CLI writes seconds or ISO times, depending on its settings.
    const time = typeof timestamp === 'number' && timestamp < 1e11 ? timestamp * 1000 : timestamp;
    if (typeof time !== 'number' && (typeof time !== 'string' || Number.isNaN(Date.parse(time))))
      return fail(`Event ${index + 1} has no time that can be read.`);
    const previous = event['previousEventId'];
    events.push({
      ...event,
      id: event['id'],
      type: event['type'],
      timestamp: time,
      previousEventId: typeof previous === 'number' ? previous : 0,
    });
  }
  if (events.length === 0) return fail('The history is empty.');
  const sorted = [...new Map(events.map((event) => [event.id, event])).values()].sort((a, b) => a.id - b.id);
  const gap = sorted.findIndex((event, index) => event.id !== index + 1);
  if (gap >= 0) return fail(`Event ${gap + 1} is missing: get the history whole, with all its pages.`);
  return ok(sorted);
}

/** Names of states in a history that a definition does not have. */
export function unknownStates(events: readonly HistoryEvent[], known: ReadonlySet<string>): readonly string[] {
  return [...new Set(foldHistory(events).visits.map((visit) => visit.name))].filter((name) => !known.has(name));
}

function eventLists(value: JsonValue): readonly JsonValue[] | null {
  if (isObject(value)) return isArray(value['events']) ? value['events'] : null;
  if (!isArray(value)) return null;
  if (value.every((page) => isObject(page) && isArray(page['events'])))
    return value.flatMap((page) => eventLists(page) ?? []);
  return value;
}
