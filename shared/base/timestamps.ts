/** ISO-8601 times as AWS reads and prints them. Times are milliseconds since the epoch. */

const pattern = /^(\d{4})-(\d{2})-(\d{2})T(\d{2}):(\d{2})(?::(\d{2})(?:[.,](\d{1,9}))?)?(Z|[+-]\d{2}(?::?\d{2})?)$/;

/**
 * The time that an ISO-8601 text with date, a capital T and an offset or capital Z stands for, with a fraction of a
 * millisecond kept; undefined for any other text, 31 February included.
 */
export function parseTimestamp(text: string): number | undefined {
  const found = pattern.exec(text);
  if (found === null) return undefined;
  const part = (i: number): number => Number(found[i] ?? 0);
  const [year, month, day, hour, minute, second] = [part(1), part(2), part(3), part(4), part(5), part(6)];
  if (month < 1 || month > 12 || day < 1 || day > daysIn(year, month) || hour > 23 || minute > 59 || second > 59)
    return undefined;
  const fraction = Number(`0.${found[7] ?? '0'}`) * 1000;
  return Date.UTC(year, month - 1, day, hour, minute, second) + fraction - offsetOf(found[8] ?? 'Z');
}

/** `2024-05-06T07:08:09.123Z`, as the context object shows times. */
export function timestampText(time: number): string {
  return new Date(time).toISOString();
}

function daysIn(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}

function offsetOf(text: string): number {
  if (text === 'Z') return 0;
  const hours = Number(text.slice(1, 3));
  const minutes = Number(text.slice(3).replace(':', '') || '0');
  return (text.startsWith('-') ? -1 : 1) * (hours * 60 + minutes) * 60_000;
}
