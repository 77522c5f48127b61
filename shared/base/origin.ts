import { isArray, isObject, objectFrom, type JsonValue } from './json';

/** What a value was made from, while an edit is on its way. */
let origins = new WeakMap<object, object>();

/**
 * Remembers that a value is another one with a change, and returns it. An edit builds new values and then writes them;
 * what the text says beyond the values (comments, tags, how a number is written) is found by where they came from.
 */
export function madeFrom<Value extends object>(value: Value, from: object): Value {
  if (value !== from) origins.set(value, from);
  return value;
}

/**
 * A copy of a value, and of all that it holds, that remembers what it was made from. A value that stands in two places of a
 * definition would not tell an edit which of them is meant.
 */
export function copyOf(value: JsonValue): JsonValue {
  if (isArray(value)) return madeFrom(value.map(copyOf), value);
  if (!isObject(value)) return value;
  return madeFrom(objectFrom(Object.entries(value).map(([key, item]) => [key, copyOf(item)])), value);
}

/** The value that this one was made from in the edit under way; undefined for one that is new or was only read. */
export function originOf(value: object): object | undefined {
  return origins.get(value);
}

/** Ends an edit: its values are written. Else every version of a document would hold the one before. */
export function forgetOrigins(): void {
  origins = new WeakMap();
}
