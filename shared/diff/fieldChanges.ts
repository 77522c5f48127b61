import { type JsonArray, type JsonPath, type JsonValue, isArray, isObject, jsonEqual, own } from '../base/index';
import { scopeFields } from '../asl/index';
import type { FieldChange } from './contract';

type Value = JsonValue | undefined;

/**
 * What differs between two values, as deep as both have objects or lists there. Of a list that got longer or shorter the
 * items at both ends that are the same stay out of it, so that an item put in is one change.
 */
export function fieldChanges(before: Value, after: Value, at: JsonPath = []): readonly FieldChange[] {
  if (jsonEqual(before, after)) return [];
  if (isObject(before) && isObject(after)) {
    const keys = new Set([...Object.keys(before), ...Object.keys(after)]);
    return [...keys].flatMap((key) => fieldChanges(own(before, key), own(after, key), [...at, key]));
  }
  if (isArray(before) && isArray(after)) return itemChanges(before, after, at);
  return [{ at, before, after, leads: leadsOn(at) }];
}

function itemChanges(before: JsonArray, after: JsonArray, at: JsonPath): readonly FieldChange[] {
  const most = Math.min(before.length, after.length);
  let start = 0;
  while (start < most && jsonEqual(before[start], after[start])) start++;
  let end = 0;
  while (end < most - start && jsonEqual(before[before.length - 1 - end], after[after.length - 1 - end])) end++;
  const length = Math.max(before.length, after.length) - start - end;
  return Array.from({ length }, (_, offset) => start + offset).flatMap((index) =>
    fieldChanges(itemAt(before, index, end), itemAt(after, index, end), [...at, index]),
  );
}

function itemAt(items: JsonArray, index: number, end: number): Value {
  return index < items.length - end ? items[index] : undefined;
}

/** Whether a place of a state or machine says where the execution goes on. */
function leadsOn(at: JsonPath): boolean {
  const [field, item, key] = at;
  if (field === 'Choices' || field === 'Catch') return at.length === 2 || (at.length === 3 && key === 'Next');
  if (scopeFields.some((each) => each.field === field)) return at.at(-1) === 'StartAt';
  return item === undefined && leads.has(field);
}

/** Fields that say it by themselves. */
const leads: ReadonlySet<unknown> = new Set(['Next', 'Default', 'End', 'StartAt']);
