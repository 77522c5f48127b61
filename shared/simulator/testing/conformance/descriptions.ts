import type { JsonObject } from '#shared/base/json';
import { detailsOf } from '#shared/history/events';
import type { ExecutionResult } from '#shared/simulator/simulation';
import type { RecordedCase } from './caseData';
import type { Comparer } from './comparer';

/**
 * Compares what else was recorded of an execution: DescribeExecution, the answer of StartSyncExecution, and the last
 * event that an Express execution logs. Only what the execution itself decides: not dates and not billing.
 */
export function differencesOfDescriptions(
  comparer: Comparer,
  recorded: RecordedCase,
  result: ExecutionResult,
): readonly string[] {
  const compare = (expected: JsonObject | undefined, actual: JsonObject, name: string): readonly string[] => {
    if (expected === undefined) return [];
    const known = Object.fromEntries(Object.entries(expected).filter(([key]) => key in actual));
    return comparer.match(known, actual, recorded.placeholders, name).filter((one) => !one.endsWith(': unexpected'));
  };
  const description: JsonObject = {
    status: result.status,
    redriveCount: result.redriveCount,
    redriveStatus: result.redriveStatus,
  };
  return [
    ...compare(recorded.expectedDescribeExecution, description, 'describe'),
    ...compare(recorded.expectedResponse, { status: result.status }, 'response'),
    ...compare(recorded.expectedLogEndEvent, logEvent(result), 'log'),
  ];
}

/** The last event as CloudWatch Logs has it: ids are text there. */
function logEvent(result: ExecutionResult): JsonObject {
  const last = result.events.at(-1);
  if (last === undefined) return {};
  return {
    id: String(last.id),
    previous_event_id: String(last.previousEventId),
    type: last.type,
    details: detailsOf(last) as JsonObject,
    redrive_count: String(result.redriveCount),
  };
}
