import { type JsonObject, isArray, isObject, own, valueAt } from '../base/index';
import { type QueryLanguage, scopeFields } from '../asl/index';
import { parentState, rootScope, statePath, toJsonPath, type ScopePath, type StatePath } from './paths';

/** A state where it is found in a definition. */
export interface StateEntry {
  readonly name: string;
  readonly path: StatePath;
  readonly state: JsonObject;
}

export function stateAt(definition: JsonObject, path: StatePath): JsonObject | undefined {
  const state = valueAt(definition, toJsonPath(path));
  return isObject(state) ? state : undefined;
}

/** The object that holds StartAt and States of a scope. */
export function scopeAt(definition: JsonObject, scope: ScopePath): JsonObject | undefined {
  const value = valueAt(definition, toJsonPath(scope));
  return isObject(value) ? value : undefined;
}

/** The states of one scope in the order of the text. Entries that are not objects are left out. */
export function statesIn(definition: JsonObject, scope: ScopePath): readonly StateEntry[] {
  const holder = scopeAt(definition, scope);
  const states = holder && own(holder, 'States');
  if (!isObject(states)) return [];
  const entries: StateEntry[] = [];
  for (const [name, state] of Object.entries(states)) {
    if (isObject(state)) entries.push({ name, path: statePath(scope, name), state });
  }
  return entries;
}

/** The scopes directly inside a state: the processor of a Map, the branches of a Parallel. */
export function childScopes(definition: JsonObject, path: StatePath): readonly ScopePath[] {
  const state = stateAt(definition, path);
  return state ? scopesInside(state, path) : [];
}

function scopesInside(state: JsonObject, path: StatePath): readonly ScopePath[] {
  const scopes: ScopePath[] = [];
  for (const { field, holds } of scopeFields) {
    const value = own(state, field);
    if (holds === 'processor' && isObject(value)) scopes.push(`${path}/${field}` as ScopePath);
    if (holds === 'branches' && isArray(value)) {
      for (const [index, branch] of value.entries()) {
        if (isObject(branch)) scopes.push(`${path}/${field}/${index}` as ScopePath);
      }
    }
  }
  return scopes;
}

/** Every scope of a definition, outer scopes before the ones inside them. */
export function allScopes(definition: JsonObject): readonly ScopePath[] {
  const scopes: ScopePath[] = [rootScope];
  for (let index = 0; index < scopes.length; index++) {
    const scope = scopes[index];
    if (scope === undefined) break;
    for (const { path, state } of statesIn(definition, scope)) scopes.push(...scopesInside(state, path));
  }
  return scopes;
}

/** Every state of a definition, outer scopes first. */
export function allStates(definition: JsonObject): readonly StateEntry[] {
  return allScopes(definition).flatMap((scope) => statesIn(definition, scope));
}

/**
 * The query language at a state or scope: its own field, else that of the machine, else JSONPath.
 * The field of a Map or Parallel is its own alone and is not handed down to the states inside.
 * Source: AWS developer guide, "Transforming data with JSONata", QueryLanguage field.
 */
export function queryLanguageOf(definition: JsonObject, path: StatePath | ScopePath): QueryLanguage {
  const here = path === rootScope ? definition : valueAt(definition, toJsonPath(path));
  const language = isObject(here) ? own(here, 'QueryLanguage') : undefined;
  return (language ?? own(definition, 'QueryLanguage')) === 'JSONata' ? 'JSONata' : 'JSONPath';
}

/** A name that no state of the definition has yet: the wish itself, else the wish with a number. */
export function freeName(taken: ReadonlySet<string>, wish: string): string {
  const base = wish.slice(0, 74);
  if (!taken.has(base)) return base;
  const stem = base.replace(/ \(\d+\)$/, '');
  for (let number = 2; ; number++) {
    const name = `${stem} (${number})`;
    if (!taken.has(name)) return name;
  }
}

/** Names of all states: ASL wants them unique in the whole machine, not only in a scope. */
export function takenNames(definition: JsonObject): Set<string> {
  return new Set(allStates(definition).map((entry) => entry.name));
}

/** How deep the scope is nested; 0 for the machine. */
export function depthOf(scope: ScopePath): number {
  const parent = parentState(scope);
  return parent === null ? 0 : 1 + depthOf(parent.slice(0, parent.lastIndexOf('/States/')) as ScopePath);
}
