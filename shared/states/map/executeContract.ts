import type { JsonValue } from '../../base/index';
import type { Flow, MapItem, StateRun } from '../execution';

/** The list of results of one attempt of a Map; `effective` is its input after InputPath. */
export type RunItems = (effective: JsonValue, run: StateRun) => Flow<MapResult>;

export interface MapResult {
  readonly result: JsonValue;
  /** Its text, where it was printed already. */
  readonly text?: string;
}

/** What an iteration gets for its item. */
export type SelectItem = (effective: JsonValue, item: MapItem, run: StateRun) => Flow<JsonValue>;

/** An item as `$$.Map.Item` shows it, but for its index. */
export interface ReadItem {
  readonly value: JsonValue;
  /** Set where the item is a member of an object. */
  readonly key?: string;
  /** The file that the item was read from. */
  readonly source?: string;
}

/** A Map takes JSON objects since then: each member is an item. Before, recordings show it refused them. */
export const objectsSince = '2025-09-18';

/** The members of an object as items. */
export function itemsOfObject(object: Readonly<Record<string, JsonValue>>): readonly ReadItem[] {
  return Object.entries(object).map(([key, value]) => ({ key, value }));
}

/** The item under its index, as `$$.Map.Item` shows it. Most have a value only: those get an object of one shape. */
export function placedItem(index: number, { value, key, source }: ReadItem): MapItem {
  if (key === undefined && source === undefined) return { index, value };
  return { index, value, ...(key === undefined ? {} : { key }), ...(source === undefined ? {} : { source }) };
}

/** What an iteration gets without an ItemSelector: the item, a member of an object with its key. Observed on AWS. */
export function itemInput({ key, value }: ReadItem): JsonValue {
  return key === undefined ? value : { Key: key, Value: value };
}
