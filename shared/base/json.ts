/** JSON values and the few operations on them that are easy to get wrong: own keys, `__proto__`, key order. */
import { numberOf, NumberText } from './numberText';
import { madeFrom } from './origin';

/** A number of JSON: plain where its text is what JavaScript prints, else with its text. */
export type JsonNumber = number | NumberText;
export type JsonPrimitive = string | JsonNumber | boolean | null;
export type JsonValue = JsonPrimitive | JsonArray | JsonObject;
export type JsonArray = readonly JsonValue[];
/** An object of JSON. Read a key that came from outside with {@link own}: `value.constructor` is not a key. */
export interface JsonObject {
  readonly [key: string]: JsonValue;
}
/** Where a value sits inside a JSON value: object keys and array indices from the root. */
export type JsonPath = readonly (string | number)[];

/** True for an object of JSON alone: a number that carries its text is an object to JavaScript, but a number to JSON. */
export function isObject(value: JsonValue | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof NumberText);
}

export function isArray(value: JsonValue | undefined): value is JsonArray {
  return Array.isArray(value);
}

/** The value of an own key, or undefined; never something inherited from Object.prototype. */
export function own(object: JsonObject, key: string): JsonValue | undefined {
  return Object.hasOwn(object, key) ? object[key] : undefined;
}

/** Builds an object from entries, in order. A `__proto__` entry becomes an ordinary own key. */
export function objectFrom(entries: Iterable<readonly [string, JsonValue]>): JsonObject {
  // Object.fromEntries defines own properties, so it cannot change the prototype.
  return Object.fromEntries(entries);
}

/** The object with one key set; an existing key keeps its place, a new one goes last. */
export function withKey(object: JsonObject, key: string, value: JsonValue): JsonObject {
  // Spread and computed keys define own properties, `__proto__` included.
  return madeFrom({ ...object, [key]: value }, object);
}

/** The object without one key. The same object when it has no such key. */
export function withoutKey(object: JsonObject, key: string): JsonObject {
  if (!Object.hasOwn(object, key)) return object;
  return madeFrom(objectFrom(Object.entries(object).filter(([k]) => k !== key)), object);
}

/** The object with a key renamed in place. The caller makes sure that `to` is free. */
export function withKeyRenamed(object: JsonObject, from: string, to: string): JsonObject {
  return madeFrom(objectFrom(Object.entries(object).map(([k, v]) => [k === from ? to : k, v] as const)), object);
}

/** The value at a path, or undefined where the path leads nowhere. */
export function valueAt(root: JsonValue, path: JsonPath): JsonValue | undefined {
  let value: JsonValue | undefined = root;
  for (const step of path) {
    if (isArray(value)) value = typeof step === 'number' ? value[step] : undefined;
    else if (isObject(value)) value = own(value, String(step));
    else return undefined;
  }
  return value;
}

/**
 * The root with the value at `path` replaced, sharing everything that did not change.
 * Missing objects on the way are created; a step that does not fit (a key into an array) returns the root unchanged.
 */
export function withValueAt(root: JsonValue, path: JsonPath, value: JsonValue): JsonValue {
  const [step, ...rest] = path;
  if (step === undefined) return value;
  if (isArray(root)) {
    if (typeof step !== 'number' || step < 0 || step > root.length) return root;
    const next = withValueAt(root[step] ?? {}, rest, value);
    return madeFrom(step === root.length ? [...root, next] : root.map((item, i) => (i === step ? next : item)), root);
  }
  const object = isObject(root) ? root : {};
  const key = String(step);
  return withKey(object, key, withValueAt(own(object, key) ?? {}, rest, value));
}

/** The root without the key or item at `path`, sharing everything else. */
export function withoutValueAt(root: JsonValue, path: JsonPath): JsonValue {
  const [step, ...rest] = path;
  if (step === undefined) return root;
  if (isArray(root)) {
    if (typeof step !== 'number' || !(step in root)) return root;
    const left =
      rest.length === 0
        ? root.filter((_, i) => i !== step)
        : root.map((item, i) => (i === step ? withoutValueAt(item, rest) : item));
    return madeFrom(left, root);
  }
  if (!isObject(root) || !Object.hasOwn(root, String(step))) return root;
  if (rest.length === 0) return withoutKey(root, String(step));
  return withKey(root, String(step), withoutValueAt(own(root, String(step)) ?? null, rest));
}

/** Deep equality of JSON values; key order does not matter, and numbers are equal by value: `1.0` is `1`. */
export function jsonEqual(a: JsonValue | undefined, b: JsonValue | undefined): boolean {
  if (a === b) return true;
  if (isArray(a)) return isArray(b) && a.length === b.length && a.every((item, i) => jsonEqual(item, b[i]));
  if (isObject(a) && isObject(b)) {
    const keys = Object.keys(a);
    return keys.length === Object.keys(b).length && keys.every((key) => jsonEqual(own(a, key), own(b, key)));
  }
  const number = numberOf(a);
  return number !== undefined && number === numberOf(b);
}
