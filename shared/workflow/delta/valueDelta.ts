import { type JsonArray, type JsonObject, type JsonValue, isArray, isObject, own } from '../../base/index';

/** What to change in one JSON value so that it is another; shares with both what it holds of them. */
export type ValueDelta =
  | { readonly kind: 'value'; readonly value: JsonValue }
  | { readonly kind: 'object'; readonly keys: KeysDelta | null; readonly members: readonly [string, ValueDelta][] }
  | { readonly kind: 'array'; readonly head: number; readonly tail: number; readonly items: readonly ItemDelta[] };

/** An item between the head and the tail, by the change of the item at the same distance from the head. */
type ItemDelta = ValueDelta | null;

/** A list of keys by how many of another list it begins and ends with, and what is between. */
export interface KeysDelta {
  readonly head: number;
  readonly tail: number;
  readonly middle: readonly string[];
}

/** Null when both are equal. Parts that are the same object are not looked into, so values should share what is equal. */
export function valueDelta(from: JsonValue | undefined, to: JsonValue): ValueDelta | null {
  if (from === to) return null;
  if (isObject(from) && isObject(to)) return objectDelta(from, to);
  if (isArray(from) && isArray(to)) return arrayDelta(from, to);
  return { kind: 'value', value: to };
}

function objectDelta(from: JsonObject, to: JsonObject): ValueDelta | null {
  const toKeys = Object.keys(to);
  const keys = keysDelta(Object.keys(from), toKeys);
  const members: [string, ValueDelta][] = [];
  for (const key of toKeys) {
    const value = to[key] ?? null;
    const before = own(from, key);
    const delta = before === undefined ? ({ kind: 'value', value } as const) : valueDelta(before, value);
    if (delta) members.push([key, delta]);
  }
  return keys || members.length > 0 ? { kind: 'object', keys, members } : null;
}

function arrayDelta(from: JsonArray, to: JsonArray): ValueDelta | null {
  const { head, tail } = commonEnds(from, to);
  const middle = to.slice(head, to.length - tail);
  if (middle.length === 0 && from.length === to.length) return null;
  return { kind: 'array', head, tail, items: middle.map((item, index) => valueDelta(from[head + index], item)) };
}

export function withDelta(from: JsonValue | undefined, delta: ValueDelta | null): JsonValue {
  if (!delta) return from ?? null;
  if (delta.kind === 'value') return delta.value;
  if (delta.kind === 'array') {
    const items = isArray(from) ? from : [];
    const middle = delta.items.map((item, index) => withDelta(items[delta.head + index], item));
    return [...items.slice(0, delta.head), ...middle, ...items.slice(items.length - delta.tail)];
  }
  const object = isObject(from) ? from : {};
  const members = new Map(delta.members);
  return Object.fromEntries(
    withKeys(Object.keys(object), delta.keys).map((key) => [
      key,
      withDelta(own(object, key), members.get(key) ?? null),
    ]),
  );
}

/** Null when both lists are equal. */
export function keysDelta(from: readonly string[], to: readonly string[]): KeysDelta | null {
  const { head, tail } = commonEnds(from, to);
  const middle = to.slice(head, to.length - tail);
  return middle.length === 0 && from.length === to.length ? null : { head, tail, middle };
}

export function withKeys(from: readonly string[], delta: KeysDelta | null): readonly string[] {
  if (!delta) return from;
  return [...from.slice(0, delta.head), ...delta.middle, ...from.slice(from.length - delta.tail)];
}

function commonEnds<Item>(from: readonly Item[], to: readonly Item[]): { head: number; tail: number } {
  const most = Math.min(from.length, to.length);
  let head = 0;
  while (head < most && from[head] === to[head]) head += 1;
  let tail = 0;
  while (tail < most - head && from[from.length - 1 - tail] === to[to.length - 1 - tail]) tail += 1;
  return { head, tail };
}
