import { isArray, isObject, type JsonObject, type JsonValue } from './json';

/**
 * What makes one JSON value out of another: nothing, a new value, or changes of the members of an object or list. Plain
 * data, so that a thread that holds the old value gets the new one by what differs, and shares the rest with the old.
 */
export type JsonPatch =
  | { readonly kind: 'same' }
  | { readonly kind: 'value'; readonly value: JsonValue }
  | {
      readonly kind: 'object';
      /** All keys in their order, where they are not those of the old object. */
      readonly keys: readonly string[] | null;
      readonly members: readonly (readonly [string, JsonPatch])[];
    }
  | { readonly kind: 'list'; readonly length: number; readonly items: readonly (readonly [number, JsonPatch])[] };

const same: JsonPatch = { kind: 'same' };

/**
 * The patch from one value to the next. It tells what is unchanged by identity, as edits of immutable values leave it, so
 * its cost grows with what changed and with the members beside it, not with the whole.
 */
export function patchBetween(old: JsonValue, next: JsonValue): JsonPatch {
  if (old === next) return same;
  if (isObject(old) && isObject(next)) return patchOfObject(old, next);
  if (isArray(old) && isArray(next)) {
    const items = next.flatMap((item, index) => {
      const before = old[index];
      const patch: JsonPatch = before === undefined ? { kind: 'value', value: item } : patchBetween(before, item);
      return patch.kind === 'same' ? [] : [[index, patch] as const];
    });
    return { kind: 'list', length: next.length, items };
  }
  return { kind: 'value', value: next };
}

function patchOfObject(old: JsonObject, next: JsonObject): JsonPatch {
  const [before, after] = [Object.keys(old), Object.keys(next)];
  const sameKeys = before.length === after.length && before.every((key, index) => key === after[index]);
  const members = after.flatMap((key) => {
    const value = next[key];
    const known = Object.hasOwn(old, key) ? old[key] : undefined;
    if (value === undefined || value === known) return [];
    const patch: JsonPatch = known === undefined ? { kind: 'value', value } : patchBetween(known, value);
    return patch.kind === 'same' ? [] : [[key, patch] as const];
  });
  return { kind: 'object', keys: sameKeys ? null : after, members };
}

/** The value that a patch makes of the one it was made for. What did not change is the same object as before. */
export function applyPatch(old: JsonValue, patch: JsonPatch): JsonValue {
  switch (patch.kind) {
    case 'same':
      return old;
    case 'value':
      return patch.value;
    case 'object': {
      const before = isObject(old) ? old : {};
      const changed = new Map(patch.members);
      const keys = patch.keys ?? Object.keys(before);
      return Object.fromEntries(
        keys.map((key) => {
          const change = changed.get(key);
          const known = Object.hasOwn(before, key) ? (before[key] ?? null) : null;
          return [key, change ? applyPatch(known, change) : known];
        }),
      );
    }
    case 'list': {
      const before = isArray(old) ? old : [];
      const changed = new Map(patch.items);
      return Array.from({ length: patch.length }, (_, index) => {
        const change = changed.get(index);
        return change ? applyPatch(before[index] ?? null, change) : (before[index] ?? null);
      });
    }
  }
}
