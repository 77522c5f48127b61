/**
 * JSON that keeps the text of its numbers. AWS prints `1.0` as `1.0` wherever a value is only passed on, and
 * JSON.parse loses that. A number whose text JavaScript would print differently is read as a {@link NumberText};
 * every other number stays a plain number, so ordinary documents pay nothing.
 */
import type { JsonNumber, JsonValue } from './json';
import { NumberText, numberTexts } from './numberText';

export { numberOf } from './numberText';

/** The number that a token of JSON is, with its text where JavaScript would print it differently. */
export function numberFromText(text: string): JsonNumber {
  const value = Number(text);
  return String(value) === text ? value : new NumberText(text, value);
}

/** True when the text may hold a number that JSON.parse would not give back as it was: 1.0, 1e3, -0, 12345678901234567890. */
const suspicious = /\d\.\d*0(?!\d)|\d[eE]|-0(?![.\d])|\d{16}/;

/**
 * Reads JSON text. Throws SyntaxError like JSON.parse, whose reading of everything but numbers it shares.
 */
export function parseJsonText(text: string): JsonValue {
  const plain = JSON.parse(text) as JsonValue;
  if (!suspicious.test(text)) return plain;
  return readValue({ text, at: 0 });
}

/** Compact JSON text, numbers as they were read. The text of `undefined` is `null`. */
export function jsonText(value: unknown): string {
  const before = numberTexts.printed;
  const text = JSON.stringify(value) as string | undefined;
  if (text === undefined) return 'null';
  return numberTexts.printed === before ? text : exactText(value);
}

function exactText(value: unknown): string {
  if (value instanceof NumberText) return value.text;
  if (Array.isArray(value)) return `[${value.map(exactText).join(',')}]`;
  if (typeof value === 'object' && value !== null) {
    const members = Object.entries(value).filter(([, member]) => member !== undefined);
    return `{${members.map(([key, member]) => `${JSON.stringify(key)}:${exactText(member)}`).join(',')}}`;
  }
  return JSON.stringify(value) ?? 'null';
}

/** The value with every NumberText replaced by its plain number. The same value when there is none. */
export function withPlainNumbers(value: JsonValue): JsonValue {
  if (!numberTexts.everMade) return value;
  const before = numberTexts.printed;
  const text = JSON.stringify(value);
  return numberTexts.printed === before ? value : (JSON.parse(text) as JsonValue);
}

interface Reader {
  readonly text: string;
  at: number;
}

const blank = /[ \t\n\r]*/y;
const numberToken = /-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
const stringToken = /"(?:[^"\\]|\\.)*"/y;

// The text is known to be valid JSON here: JSON.parse has read it.
function readValue(reader: Reader): JsonValue {
  skipBlank(reader);
  const first = reader.text[reader.at];
  if (first === '{') return readObject(reader);
  if (first === '[') return readArray(reader);
  if (first === '"') return readString(reader);
  if (first === 't') return literal(reader, 4, true);
  if (first === 'f') return literal(reader, 5, false);
  if (first === 'n') return literal(reader, 4, null);
  return numberFromText(token(reader, numberToken));
}

function readObject(reader: Reader): JsonValue {
  const object: Record<string, JsonValue> = {};
  reader.at++;
  skipBlank(reader);
  while (reader.text[reader.at] !== '}') {
    skipBlank(reader);
    const key = readString(reader);
    skipBlank(reader);
    reader.at++;
    const value = readValue(reader);
    if (key === '__proto__') {
      Object.defineProperty(object, key, { value, enumerable: true, configurable: true, writable: true });
    } else object[key] = value;
    skipBlank(reader);
    if (reader.text[reader.at] === ',') reader.at++;
    skipBlank(reader);
  }
  reader.at++;
  return object;
}

function readArray(reader: Reader): JsonValue {
  const items: JsonValue[] = [];
  reader.at++;
  skipBlank(reader);
  while (reader.text[reader.at] !== ']') {
    items.push(readValue(reader));
    skipBlank(reader);
    if (reader.text[reader.at] === ',') reader.at++;
    skipBlank(reader);
  }
  reader.at++;
  return items;
}

function readString(reader: Reader): string {
  return JSON.parse(token(reader, stringToken)) as string;
}

function literal<Value>(reader: Reader, length: number, value: Value): Value {
  reader.at += length;
  return value;
}

function skipBlank(reader: Reader): void {
  blank.lastIndex = reader.at;
  blank.test(reader.text);
  reader.at = blank.lastIndex;
}

function token(reader: Reader, pattern: RegExp): string {
  pattern.lastIndex = reader.at;
  const found = pattern.exec(reader.text)?.[0] ?? '';
  reader.at += found.length;
  return found;
}
