import { type JsonObject, type JsonValue, isArray, isObject, jsonEqual, own } from '../../base/index';

/** What to do with the members of an object so that it becomes another one, in terms of the old key order. */
export type MemberChange =
  | { readonly kind: 'keep'; readonly key: string; readonly value: JsonValue }
  /** The member keeps its place under another key. */
  | { readonly kind: 'rename'; readonly from: string; readonly key: string; readonly value: JsonValue }
  | { readonly kind: 'remove'; readonly key: string }
  | { readonly kind: 'add'; readonly key: string; readonly value: JsonValue };

const integerLike = /^(0|[1-9]\d{0,9})$/;

/**
 * The members of `next` laid over those of `old`, in the order in which they shall stand.
 * Null when members that stay have changed their order, or the text has not just the keys of the old object: then the
 * object has to be written anew.
 * @param oldKeys keys of the old object in the order of its text
 */
export function diffMembers(
  oldKeys: readonly string[],
  old: JsonObject,
  next: JsonObject,
): readonly MemberChange[] | null {
  const nextKeys = orderedKeys(oldKeys, next);
  const stays = (key: string) => Object.hasOwn(next, key) && Object.hasOwn(old, key);
  const keptOld = oldKeys.filter(stays);
  const keptNext = nextKeys.filter(stays);
  if (keptOld.length !== keptNext.length || keptOld.some((key, index) => key !== keptNext[index])) return null;

  const changes: MemberChange[] = [];
  let o = 0;
  let n = 0;
  while (o < oldKeys.length || n < nextKeys.length) {
    const removed: string[] = [];
    const added: string[] = [];
    for (let key = oldKeys[o]; key !== undefined && !stays(key); key = oldKeys[++o]) removed.push(key);
    for (let key = nextKeys[n]; key !== undefined && !stays(key); key = nextKeys[++n]) added.push(key);
    changes.push(...gap(removed, added, old, next));
    const kept = oldKeys[o];
    if (kept === undefined) continue;
    changes.push({ kind: 'keep', key: kept, value: next[kept] ?? null });
    o++;
    n++;
  }
  return changes;
}

/** Objects list integer-like keys first whatever the text says; then the order of the text is what counts. */
function orderedKeys(oldKeys: readonly string[], next: JsonObject): readonly string[] {
  const keys = Object.keys(next);
  if (!keys.some((key) => integerLike.test(key))) return keys;
  const before = new Set(oldKeys);
  return [...oldKeys.filter((key) => Object.hasOwn(next, key)), ...keys.filter((key) => !before.has(key))];
}

/**
 * Between two members that stay: as many come as go means that they take each other's place. Else those of the same
 * value do, and the last one that goes with the last one that comes where both are on one line: `End` stands where `Next`
 * did, whatever catchers went before it, and keeps the comment that stands beside it.
 */
function gap(removed: string[], added: string[], old: JsonObject, next: JsonObject): MemberChange[] {
  const value = (key: string) => next[key] ?? null;
  const unchanged = (from: string, key: string) => jsonEqual(own(old, from), value(key));
  if (removed.length === added.length) {
    return added.map((key, index) => ({ kind: 'rename', from: removed[index] ?? key, key, value: value(key) }));
  }
  const changes: MemberChange[] = [];
  const coming = [...added];
  for (const key of removed) {
    const same = coming.findIndex((candidate) => unchanged(key, candidate));
    const last = key === removed.at(-1) && onOneLine(own(old, key)) && onOneLine(value(coming.at(-1) ?? ''));
    const place = same < 0 && last ? coming.length - 1 : same;
    if (place < 0) {
      changes.push({ kind: 'remove', key });
      continue;
    }
    for (const earlier of coming.splice(0, place)) changes.push({ kind: 'add', key: earlier, value: value(earlier) });
    const [to] = coming.splice(0, 1);
    if (to !== undefined) changes.push({ kind: 'rename', from: key, key: to, value: value(to) });
  }
  for (const key of coming) changes.push({ kind: 'add', key, value: value(key) });
  return changes;
}

const onOneLine = (value: JsonValue | undefined) => !isArray(value) && !isObject(value);
