import {
  type JsonObject,
  type JsonPath,
  type JsonValue,
  isArray,
  isObject,
  jsonEqual,
  own,
  valueAt,
} from '../base/index';
import { stateOfPlace, toJsonPath, type StatePath } from './paths';

/**
 * What was typed into a field and is no value yet, such as half of an expression. It is part of what a person works on, but
 * not of the file.
 */
export type Draft = {
  /**
   * The place that the field stands for: in the definition, or of a trigger, which the sidecar holds: `triggers`, its id and
   * the field. No definition has triggers.
   */
  readonly at: JsonPath;
  readonly text: string;
  /** Why it is no value. */
  readonly problem: string;
};

/** What is typed at a place and not valid yet; null where the value of the definition stands. */
export function draftAt(drafts: readonly Draft[], at: JsonPath): Draft | null {
  return drafts.find((draft) => isAt(draft, at)) ?? null;
}

export function withDraft(drafts: readonly Draft[], draft: Draft): readonly Draft[] {
  return [...withoutDraft(drafts, draft.at), draft];
}

/** The same list when there is none at the place. */
export function withoutDraft(drafts: readonly Draft[], at: JsonPath): readonly Draft[] {
  return drafts.some((draft) => isAt(draft, at)) ? drafts.filter((draft) => !isAt(draft, at)) : drafts;
}

function isAt(draft: Draft, at: JsonPath): boolean {
  return draft.at.length === at.length && draft.at.every((step, index) => step === at[index]);
}

/** Drafts follow their states to new paths; null drops those of a state. */
export function remapDrafts(drafts: readonly Draft[], move: (path: StatePath) => StatePath | null): readonly Draft[] {
  if (drafts.length === 0) return drafts;
  return drafts.flatMap((draft) => {
    const state = stateOfPlace(draft.at);
    const to = state && move(state);
    if (state === null || to === state) return [draft];
    return to === null ? [] : [{ ...draft, at: [...toJsonPath(to), ...draft.at.slice(toJsonPath(state).length)] }];
  });
}

/**
 * Drafts in entries of lists, such as catchers and rules, follow their entry when others are added, removed or reordered;
 * those in what is gone go with it.
 */
export function draftsInLists(drafts: readonly Draft[], old: JsonObject, next: JsonObject): readonly Draft[] {
  if (drafts.length === 0 || old === next) return drafts;
  return drafts.flatMap((draft) => {
    const at = followed(draft.at, old, next);
    return at === null ? [] : [at === draft.at ? draft : { ...draft, at }];
  });
}

/** Where a place went to inside its state; null when the entry is gone that it was in. */
function followed(at: JsonPath, old: JsonObject, next: JsonObject): JsonPath | null {
  const state = stateOfPlace(at);
  let place = at;
  for (let index = state ? toJsonPath(state).length : 0; index < at.length; index++) {
    const step = place[index];
    if (typeof step !== 'number') continue;
    const before = valueAt(old, at.slice(0, index));
    const after = valueAt(next, place.slice(0, index));
    if (!isArray(before) || !isArray(after)) continue;
    const to = indexAfter(before, after, step);
    if (to === null) return null;
    if (to !== step) place = place.with(index, to);
  }
  const gone = holds(valueAt(old, at.slice(0, -1))) && !holds(valueAt(next, place.slice(0, -1)));
  return gone ? null : place;
}

function holds(value: JsonValue | undefined): boolean {
  return isArray(value) || isObject(value);
}

function indexAfter(before: readonly JsonValue[], after: readonly JsonValue[], index: number): number | null {
  const entry = before[index];
  if (entry === undefined || (index < after.length && same(after[index], entry))) return index;
  const to = after.findIndex((each) => same(each, entry));
  if (to >= 0) return to;
  return after.length < before.length ? null : index;
}

function same(a: JsonValue | undefined, b: JsonValue): boolean {
  return a === b || (a !== undefined && jsonEqual(a, b));
}

/** Drafts in triggers that are gone go with them. */
export function draftsWithTriggers(drafts: readonly Draft[], triggers: readonly JsonValue[]): readonly Draft[] {
  const ids = new Set(triggers.map((trigger) => (isObject(trigger) ? own(trigger, 'id') : undefined)));
  return drafts.filter(({ at: [place, id] }) => place !== 'triggers' || ids.has(id));
}

/** Reads what recovery kept of drafts. */
export function readDrafts(value: JsonValue | undefined): readonly Draft[] {
  if (!isArray(value)) return [];
  return value.flatMap((each): Draft[] => {
    if (!isObject(each)) return [];
    const [at, text, problem] = [own(each, 'at'), own(each, 'text'), own(each, 'problem')];
    const isPath = isArray(at) && at.every((step) => typeof step === 'string' || typeof step === 'number');
    if (!isPath || typeof text !== 'string' || typeof problem !== 'string') return [];
    return [{ at: at as JsonPath, text, problem }];
  });
}
