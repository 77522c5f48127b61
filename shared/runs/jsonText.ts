import type { JsonValue } from '../base/index';

/** The value of a JSON text of a history; the text itself where it is none, null where there is none. */
export function readJsonText(text: string | null | undefined): JsonValue {
  if (text === null || text === undefined) return null;
  try {
    return JSON.parse(text) as JsonValue;
  } catch {
    return text;
  }
}

/** A JSON text set over lines; any other text as it is. */
export function prettyJsonText(text: string): string {
  const value = readJsonText(text);
  return typeof value === 'string' ? text : JSON.stringify(value, null, 2);
}
