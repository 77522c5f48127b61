import { scopeFields } from '../asl/index';
import { type JsonObject, type JsonValue, isArray, isObject, jsonText } from '../base/index';
import {
  type ScopePath,
  type StateEntry,
  type StatePath,
  allScopes,
  childScopes,
  fromJsonPath,
  isEnd,
  parentState,
  rootScope,
  scopeOf,
  statesIn,
  transitionsIn,
} from '../workflow/index';
import { withoutInnerStates } from './placedStates';

/** What a state is known by besides its name, with how much each says. */
export type Evidence = ReadonlyMap<string, number>;

/** How much it says to stand in the same scope: little, most states do. */
const scopeWeight = 0.5;
/** How much it says to hold the same state. */
const heldWeight = 2;

/** What leads to and from a state, what holds it and what it holds: what does not hang on how its neighbours are called. */
export interface Neighbours {
  readonly leads: readonly { readonly by: string; readonly other: StatePath | null }[];
  readonly holder: StatePath | null;
  readonly held: readonly StatePath[];
}

/** The neighbours of every state, by its path. */
export function neighboursIn(definition: JsonObject): ReadonlyMap<string, Neighbours> {
  const leads = new Map<string, { by: string; other: StatePath | null }[]>();
  const lead = (state: StatePath, by: string, other: StatePath | null) => {
    const known = leads.get(state);
    if (known) known.push({ by, other });
    else leads.set(state, [{ by, other }]);
  };
  const found = new Map<string, Neighbours>();
  for (const scope of allScopes(definition)) {
    for (const { ref, targetPath } of transitionsIn(definition, scope)) {
      if (targetPath === null) continue;
      lead(targetPath, `from ${ref.slot.kind}`, ref.from);
      if (ref.from) lead(ref.from, `to ${ref.slot.kind}`, targetPath);
    }
    for (const { path } of statesIn(definition, scope)) {
      const held = childScopes(definition, path).flatMap((inner) =>
        statesIn(definition, inner).map((each) => each.path),
      );
      found.set(path, { leads: leads.get(path) ?? [], holder: parentState(scope), held });
    }
  }
  return found;
}

/** The fields of a state as evidence: each value with its place. Its Type and its targets are left out. */
export function fieldsOf({ state }: StateEntry): readonly string[] {
  const said: string[] = isEnd(state) ? ['ends'] : [];
  const walk = (value: JsonValue, at: readonly (string | number)[]) => {
    if (isObject(value) && Object.keys(value).length > 0) {
      for (const [key, member] of Object.entries(value)) {
        const isTarget = key === 'Next' && (at.length === 0 || at[0] === 'Choices' || at[0] === 'Catch');
        const isLead = at.length === 0 && (key === 'Type' || key === 'End' || key === 'Default');
        const isStart = key === 'StartAt' && scopeFields.some(({ field }) => field === at[0]);
        if (!isTarget && !isLead && !isStart) walk(member, [...at, key]);
      }
    } else if (isArray(value) && value.length > 0) value.forEach((item, index) => walk(item, [...at, index]));
    else said.push(`${fromJsonPath(at)} ${jsonText(value)}`);
  };
  walk(withoutInnerStates(state), []);
  return said;
}

/**
 * All that a state is known by.
 * @param idOf what a neighbour is called in both definitions; null for one that was not found in the other, which says nothing
 */
export function evidenceOf(
  entry: StateEntry,
  fields: readonly string[],
  neighbours: Neighbours | undefined,
  idOf: (state: StatePath) => string | null,
): Evidence {
  const evidence = new Map<string, number>();
  const add = (what: string, weight = 1) => void evidence.set(what, (evidence.get(what) ?? 0) + weight);
  for (const field of fields) add(field);
  for (const { by, other } of neighbours?.leads ?? []) {
    const id = other === null ? startOf(scopeOf(entry.path), idOf) : idOf(other);
    if (id !== null) add(`${by} ${id}`);
  }
  for (const held of neighbours?.held ?? []) {
    const id = idOf(held);
    if (id !== null) add(`holds ${id}`, heldWeight);
  }
  const holder = neighbours?.holder ?? null;
  const holderId = holder === null ? 'machine' : idOf(holder);
  if (holderId !== null) add(`in ${holderId}`, scopeWeight);
  return evidence;
}

function startOf(scope: ScopePath, idOf: (state: StatePath) => string | null): string | null {
  if (scope === rootScope) return 'machine';
  const holder = parentState(scope);
  const id = holder && idOf(holder);
  return id === null ? null : `start of ${id}`;
}

/** How alike two states are: 1 when everything known of them is the same, 0 when nothing is. */
export function likeness(a: Evidence, b: Evidence): number {
  let common = 0;
  let all = 0;
  for (const [what, weight] of a) {
    all += weight;
    common += Math.min(weight, b.get(what) ?? 0);
  }
  for (const weight of b.values()) all += weight;
  return all === 0 ? 0 : (2 * common) / all;
}
