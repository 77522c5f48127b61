import { type JsonObject, type JsonValue, isArray, isObject, jsonEqual, madeFrom, own } from '../../base/index';

/** Equal with the keys in the same order: a definition whose keys moved has to be printed again. */
export function jsonEqualInOrder(a: JsonValue | undefined, b: JsonValue | undefined): boolean {
  if (a === b) return true;
  if (isArray(a)) return isArray(b) && a.length === b.length && a.every((item, i) => jsonEqualInOrder(item, b[i]));
  if (isObject(a) && isObject(b)) {
    const keys = Object.keys(a);
    const others = Object.keys(b);
    return (
      keys.length === others.length && keys.every((key, i) => key === others[i] && jsonEqualInOrder(a[key], b[key]))
    );
  }
  return jsonEqual(a, b);
}

/**
 * The next value with every part taken from the old one that stands in the same place and is equal to it. What works on
 * definitions asks by identity whether a part has changed: text, graph, geometry and undo history.
 */
export function sharing(old: JsonValue | undefined, next: JsonValue): JsonValue {
  if (old === next) return next;
  if (isArray(next)) {
    if (!isArray(old)) return next;
    const items = next.map((item, index) => sharing(old[index], item));
    if (items.length === old.length && items.every((item, index) => item === old[index])) return old;
    return items.every((item, index) => item === next[index]) ? next : madeFrom(items, next);
  }
  return isObject(next) && isObject(old) ? sharingObject(old, next) : next;
}

/** The same for a whole definition. */
export function sharingObject(old: JsonObject, next: JsonObject): JsonObject {
  if (old === next) return next;
  const keys = Object.keys(next);
  const oldKeys = Object.keys(old);
  let same = keys.length === oldKeys.length;
  let taken = false;
  const entries = keys.map((key, index): [string, JsonValue] => {
    const before = own(old, key);
    const value = next[key] ?? null;
    const shared = sharing(before, value);
    taken ||= shared !== value;
    same &&= shared === before && key === oldKeys[index];
    return [key, shared];
  });
  if (same) return old;
  return taken ? madeFrom(Object.fromEntries(entries), next) : next;
}
