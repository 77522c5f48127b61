import {
  type JsonObject,
  type JsonValue,
  type Result,
  fail,
  isArray,
  isObject,
  madeFrom,
  ok,
  own,
  withKey,
  withValueAt,
  withoutKey,
} from '../../base/index';
import { withDefinition, type WorkflowDocument } from '../document';
import { draftsInLists } from '../drafts';
import { scopeOf, stateName, toJsonPath, type ScopePath, type StatePath } from '../paths';
import { scopeAt, stateAt, takenNames } from '../scopes';
import { remapSidecar, type Sidecar } from '../sidecar';
import { hasNext, hasRules, isEnd, type TransitionSlot } from '../transitions';
import type { Edited, EditProblem, EditProblemCode } from './contract';

export function refuse(code: EditProblemCode, message: string, at?: StatePath): { ok: false; problem: EditProblem } {
  return fail(at === undefined ? { code, message } : { code, message, at });
}

/** The outcome of an edit: a new definition, what to select, and where the states went that moved. */
export function edited(
  document: WorkflowDocument,
  definition: JsonObject,
  select: readonly StatePath[],
  sidecar: Sidecar = document.sidecar,
): Result<Edited, EditProblem> {
  const drafts = draftsInLists(sidecar.drafts, document.definition, definition);
  const beside = drafts === sidecar.drafts ? sidecar : { ...sidecar, drafts };
  return ok({ document: { ...withDefinition(document, definition), sidecar: beside }, select });
}

export function noState(path: StatePath): { ok: false; problem: EditProblem } {
  return refuse('NO_SUCH_STATE', `There is no state "${stateName(path)}" any more.`, path);
}

/** The states of a scope as an object; empty when the scope has none. */
export function statesOf(definition: JsonObject, scope: ScopePath): JsonObject {
  const holder = scopeAt(definition, scope);
  const states = holder && own(holder, 'States');
  return isObject(states) ? states : {};
}

export function withStates(definition: JsonObject, scope: ScopePath, states: JsonObject): JsonObject {
  const made = madeFrom(states, statesOf(definition, scope));
  return withValueAt(definition, [...toJsonPath(scope), 'States'], made) as JsonObject;
}

export function withState(definition: JsonObject, path: StatePath, state: JsonObject): JsonObject {
  return withValueAt(definition, toJsonPath(path), state) as JsonObject;
}

export function startOf(definition: JsonObject, scope: ScopePath): string {
  const start = own(scopeAt(definition, scope) ?? {}, 'StartAt');
  return typeof start === 'string' ? start : '';
}

/** Sets StartAt; a scope that had none gets it before its states, where people look for it. */
export function withStart(definition: JsonObject, scope: ScopePath, name: string): JsonObject {
  const holder = scopeAt(definition, scope) ?? {};
  if (own(holder, 'StartAt') === name) return definition;
  const path = toJsonPath(scope);
  if (Object.hasOwn(holder, 'StartAt')) return withValueAt(definition, [...path, 'StartAt'], name) as JsonObject;
  const entries = Object.entries(holder);
  const at = entries.findIndex(([key]) => key === 'States');
  entries.splice(at < 0 ? entries.length : at, 0, ['StartAt', name]);
  return withValueAt(definition, path, madeFrom(Object.fromEntries(entries), holder)) as JsonObject;
}

/** The state going on to another one by Next; End goes away and Next takes its place. */
export function goingTo(state: JsonObject, next: string): JsonObject {
  if (!hasNext(state)) return state;
  if (Object.hasOwn(state, 'Next') || !Object.hasOwn(state, 'End'))
    return withoutKey(withKey(state, 'Next', next), 'End');
  const entries = Object.entries(state).map(([key, value]) => (key === 'End' ? ['Next', next] : [key, value]));
  return madeFrom(Object.fromEntries(entries) as JsonObject, state);
}

/** The state ending its scope; Next goes away and End takes its place. */
export function ending(state: JsonObject): JsonObject {
  if (!hasNext(state)) return state;
  if (Object.hasOwn(state, 'End') || !Object.hasOwn(state, 'Next'))
    return withoutKey(withKey(state, 'End', true), 'Next');
  const entries = Object.entries(state).map(([key, value]) => (key === 'Next' ? ['End', true] : [key, value]));
  return madeFrom(Object.fromEntries(entries) as JsonObject, state);
}

/** The state with a field set; a new field goes before Next or End, which people expect last. */
export function withField(state: JsonObject, key: string, value: JsonValue): JsonObject {
  if (Object.hasOwn(state, key) || key === 'Next' || key === 'End') return withKey(state, key, value);
  const entries = Object.entries(state);
  const at = entries.findIndex(([name]) => name === 'Next' || name === 'End');
  entries.splice(at < 0 ? entries.length : at, 0, [key, value]);
  return madeFrom(Object.fromEntries(entries), state);
}

/** The state going where another one went. */
export function goingOnLike(state: JsonObject, model: JsonObject): JsonObject {
  const target = mainTarget(model);
  return target === undefined ? ending(state) : goingTo(state, target);
}

/** Where a state goes on in the main: Next; of a Choice its Default, else its first rule. Undefined where it ends. */
export function mainTarget(state: JsonObject): string | undefined {
  const text = (value: JsonValue | undefined) => (typeof value === 'string' ? value : undefined);
  if (!hasRules(state)) return isEnd(state) ? undefined : text(own(state, 'Next'));
  const rules = own(state, 'Choices');
  const first = isArray(rules) ? rules.find(isObject) : undefined;
  return text(own(state, 'Default')) ?? (first && text(own(first, 'Next')));
}

/**
 * The state with every target passed through `move`: a name goes there instead, null lets the slot go: a rule or catcher
 * is dropped, Default is dropped, Next becomes End.
 */
export function retargeted(
  state: JsonObject,
  move: (target: string, slot: TransitionSlot) => string | null,
): JsonObject {
  let result = state;
  for (const [field, kind] of [
    ['Choices', 'choice'],
    ['Catch', 'catch'],
  ] as const) {
    const items = own(result, field);
    if (!isArray(items)) continue;
    const kept = items.flatMap((item, index): readonly JsonValue[] => {
      const target = isObject(item) ? own(item, 'Next') : undefined;
      if (!isObject(item) || typeof target !== 'string') return [item];
      const to = move(target, { kind, index });
      if (to === null) return [];
      return [to === target ? item : withKey(item, 'Next', to)];
    });
    if (kept.length === 0 && items.length > 0 && field === 'Catch') result = withoutKey(result, 'Catch');
    else if (kept.length !== items.length || kept.some((item, i) => item !== items[i]))
      result = withKey(result, field, madeFrom(kept, items));
  }
  const next = own(result, 'Next');
  if (hasNext(result) && typeof next === 'string') {
    const to = move(next, { kind: 'next' });
    if (to === null) result = ending(result);
    else if (to !== next) result = withKey(result, 'Next', to);
  }
  const fallback = own(result, 'Default');
  if (hasRules(result) && typeof fallback === 'string') {
    const to = move(fallback, { kind: 'default' });
    if (to === null) result = withoutKey(result, 'Default');
    else if (to !== fallback) result = withKey(result, 'Default', to);
  }
  return result;
}

/** All states of a scope passed through {@link retargeted}, and its StartAt too. */
export function retargetScope(
  definition: JsonObject,
  scope: ScopePath,
  move: (target: string) => string | null,
): JsonObject {
  const states = statesOf(definition, scope);
  const entries = Object.entries(states).map(
    ([name, state]) => [name, isObject(state) ? retargeted(state, move) : state] as const,
  );
  const changed = entries.some(([name, state]) => state !== states[name]);
  const next = changed ? withStates(definition, scope, Object.fromEntries(entries)) : definition;
  const start = startOf(next, scope);
  return start === '' ? next : withStart(next, scope, move(start) ?? '');
}

/** Adds a state after another one in the text, else at the end. */
export function withStateAdded(
  definition: JsonObject,
  scope: ScopePath,
  name: string,
  state: JsonObject,
  after?: string,
): JsonObject {
  const entries: [string, JsonValue][] = Object.entries(statesOf(definition, scope));
  const at = after === undefined ? -1 : entries.findIndex(([key]) => key === after);
  entries.splice(at < 0 ? entries.length : at + 1, 0, [name, state]);
  return withStates(definition, scope, Object.fromEntries(entries));
}

/** What is wrong with a name for a state; null when nothing is. Source: ASL specification, "States": at most 80 characters. */
export function checkName(definition: JsonObject, name: string, except?: StatePath): EditProblem | null {
  if (name.trim() === '') return { code: 'NAME_EMPTY', message: 'A state needs a name.' };
  if ([...name].length > 80) return { code: 'NAME_TOO_LONG', message: 'A name has at most 80 characters.' };
  const taken = takenNames(definition);
  if (except !== undefined) taken.delete(stateName(except));
  if (!taken.has(name)) return null;
  return { code: 'NAME_TAKEN', message: `There is a state "${name}" already; names are unique in a state machine.` };
}

/** Drops what the sidecar keeps for states that are gone. */
export function forgetStates(sidecar: Sidecar, gone: readonly StatePath[]): Sidecar {
  const isGone = (path: string) => gone.some((state) => path === state || path.startsWith(`${state}/`));
  return remapSidecar(sidecar, (path) => (isGone(path) ? null : path));
}

/** Puts `to` in place of `from` at the start of paths. */
export function movePaths(from: string, to: string): (path: StatePath) => StatePath {
  return (path) =>
    path === from || path.startsWith(`${from}/`) ? ((to + path.slice(from.length)) as StatePath) : path;
}

/** The scope that all states share; null when they do not. */
export function commonScope(states: readonly StatePath[]): ScopePath | null {
  const [first] = states;
  if (first === undefined) return null;
  const scope = scopeOf(first);
  return states.every((state) => scopeOf(state) === scope) ? scope : null;
}

export function allThere(definition: JsonObject, states: readonly StatePath[]): boolean {
  return states.length > 0 && states.every((state) => stateAt(definition, state) !== undefined);
}

/** `"Extract"` for one state, `3 states` for more. */
export function named(states: readonly StatePath[]): string {
  const [only] = states;
  return states.length === 1 && only !== undefined ? `"${stateName(only)}"` : `${states.length} states`;
}
