import type { HistoryEvent } from '../history/index';

/** A history as `aws stepfunctions get-execution-history` writes it, with times as texts of ISO 8601; `readHistory` reads it. */
export function historyText(events: readonly HistoryEvent[]): string {
  const times = events.map((event) => {
    const { timestamp } = event;
    return { ...event, timestamp: typeof timestamp === 'number' ? new Date(timestamp).toISOString() : timestamp };
  });
  return `${JSON.stringify({ events: times }, null, 2)}\n`;
}
