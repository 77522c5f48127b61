/** How a text is written between quotes. */
interface Quoting {
  readonly raw: string;
  /** Where each unit of the text begins in `raw`, and where the last one ends. */
  readonly starts: readonly number[];
  encode(text: string): string | null;
}

/** A text in quotes on one line, of JSON or YAML; null when it is written in another way. */
export function quotingOf(raw: string, text: string): Quoting | null {
  if (raw.startsWith('"')) {
    const quoting = { raw, starts: starts(raw, /\\u[0-9a-fA-F]{4}|\\.|[^]/y), encode: insideQuotes };
    return isJsonOf(raw, text) ? quoting : null;
  }
  if (!raw.startsWith("'") || raw.includes('\n') || raw.slice(1, -1).replaceAll("''", "'") !== text) return null;
  // Quotes of one stroke can hold no line break; then the whole is written in double ones.
  const encode = (part: string) =>
    /[^\x20-\x7e\x85\xa0-\ud7ff\ue000-\uffff]/.test(part) ? null : part.replaceAll("'", "''");
  return { raw, starts: starts(raw, /''|[^]/y), encode };
}

/** Another text in the same quotes: what both begin and end with stays as it is written. */
export function requoted({ raw, starts, encode }: Quoting, old: string, text: string): string {
  const shorter = Math.min(old.length, text.length);
  let head = 0;
  while (head < shorter && old[head] === text[head]) head++;
  let tail = 0;
  while (tail < shorter - head && old[old.length - 1 - tail] === text[text.length - 1 - tail]) tail++;
  const changed = encode(text.slice(head, text.length - tail));
  if (changed === null) return JSON.stringify(text);
  return raw.slice(0, starts[head]) + changed + raw.slice(starts[old.length - tail]);
}

const insideQuotes = (text: string) => JSON.stringify(text).slice(1, -1);

function isJsonOf(raw: string, text: string): boolean {
  try {
    return JSON.parse(raw) === text;
  } catch {
    return false;
  }
}

/** @param unit matches one unit of the text as it is written */
function starts(raw: string, unit: RegExp): readonly number[] {
  const found = [1];
  unit.lastIndex = 1;
  while (unit.lastIndex < raw.length - 1 && unit.test(raw)) found.push(unit.lastIndex);
  return found;
}
