import { type JsonValue, isArray, isObject } from '../../base/index';

/**
 * A place in what a run is given: in its input, or in what a task answers. Covering marks every text there with its own
 * place, so that wherever a state meets the text, it is known where to put another value.
 */
export interface Place {
  /** The name of the task; null for the input of the run. */
  readonly task: string | null;
  readonly path: Steps;
}

export type Steps = readonly (string | number)[];

/** Marks that a value may be followed by; none of them stands in a workflow. */
const [open, close] = ['‹', '›'];
const whole = new RegExp(`^${open}([^${close}]*)${close}$`);

export function markOf({ task, path }: Place): string {
  return `${open}${JSON.stringify([task, ...path])}${close}`;
}

/** The place that a text is marked with; undefined where it is no mark, or more than one. */
export function placeOfMark(value: JsonValue | undefined): Place | undefined {
  const inside = typeof value === 'string' ? whole.exec(value)?.[1] : undefined;
  if (inside === undefined) return undefined;
  const [task, ...path] = JSON.parse(inside) as [string | null, ...(string | number)[]];
  return { task, path };
}

/** The value with its texts marked; an object without a text gets one, so that each says where it comes from. */
export function marked(value: JsonValue, place: Place): JsonValue {
  if (typeof value === 'string') return markOf(place);
  const below = (step: string | number): Place => ({ ...place, path: [...place.path, step] });
  if (isArray(value)) return value.map((item, i) => marked(item, below(i)));
  if (!isObject(value)) return value;
  const members = Object.entries(value).map(([key, member]) => [key, marked(member, below(key))] as const);
  const hasText = members.some(([, member]) => typeof member === 'string');
  return Object.fromEntries(hasText ? members : [...members, [sampleKey, markOf(below(sampleKey))]]);
}

const sampleKey = 'sample';

/** The value with plain samples in place of what is still marked. */
export function unmarked(value: JsonValue): JsonValue {
  if (typeof value === 'string') return placeOfMark(value) === undefined ? value : 'sample';
  if (isArray(value)) return value.map(unmarked);
  if (!isObject(value)) return value;
  const members = Object.entries(value).filter(
    ([key, member]) => key !== sampleKey || placeOfMark(member) === undefined,
  );
  return Object.fromEntries(members.map(([key, member]) => [key, unmarked(member)]));
}

/** What of a value was chosen: all but texts that are still marked; undefined where nothing is. */
export function chosenIn(value: JsonValue): JsonValue | undefined {
  if (placeOfMark(value) !== undefined) return undefined;
  if (isArray(value)) {
    const items = value.map(chosenIn);
    return value.length > 0 && items.every((item) => item === undefined)
      ? undefined
      : items.map((item, i) => item ?? unmarked(value[i] ?? null));
  }
  if (!isObject(value)) return value;
  const members = Object.entries(value).flatMap(([key, member]): [string, JsonValue][] => {
    const chosen = chosenIn(member);
    return chosen === undefined ? [] : [[key, chosen]];
  });
  return members.length === 0 ? undefined : Object.fromEntries(members);
}

/** Every place that a value is marked with, at most so many. */
export function placesIn(value: JsonValue, most = 200): readonly Place[] {
  const found: Place[] = [];
  const walk = (each: JsonValue): void => {
    if (found.length >= most) return;
    const place = placeOfMark(each);
    if (place !== undefined) found.push(place);
    else if (isArray(each)) each.forEach(walk);
    else if (isObject(each)) Object.values(each).forEach(walk);
  };
  walk(value);
  return found;
}

/** The places of all values without parts, marked or not, at most so many. */
export function leavesOf(value: JsonValue, place: Place, most = 16): readonly Place[] {
  const found: Place[] = [];
  const walk = (each: JsonValue, path: Steps): void => {
    if (found.length >= most) return;
    if (isArray(each)) each.forEach((item, i) => walk(item, [...path, i]));
    else if (isObject(each)) for (const [key, member] of Object.entries(each)) walk(member, [...path, key]);
    else found.push({ ...place, path });
  };
  walk(value, place.path);
  return found;
}
