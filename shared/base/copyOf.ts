import { isArray, isObject, objectFrom, type JsonValue } from './json';
import { madeFrom } from './origin';

/**
 * A copy of a value, and of all that it holds, that remembers what it was made from. A value that stands in two places of a
 * definition would not tell an edit which of them is meant.
 */
export function copyOf(value: JsonValue): JsonValue {
  if (isArray(value)) return madeFrom(value.map(copyOf), value);
  if (!isObject(value)) return value;
  return madeFrom(objectFrom(Object.entries(value).map(([key, item]) => [key, copyOf(item)])), value);
}
