import { type JsonObject, isObject, own } from '../../base/index';
import { isInside, scopeOf, stateName, type ScopePath, type StatePath } from '../paths';
import { statesIn } from '../scopes';
import type { Edit } from './contract';
import {
  allThere,
  edited,
  forgetStates,
  mainTarget,
  named,
  refuse,
  retargetScope,
  startOf,
  statesOf,
  withStart,
  withStates,
} from './support';

export interface DeleteStates {
  readonly states: readonly StatePath[];
}

/** Deletes states and heals the chain: what led to a deleted state leads to where it went on. */
export const deleteStates: Edit<DeleteStates> = {
  label: ({ states }) => `Delete ${named(states)}`,
  apply(document, { states }) {
    if (!allThere(document.definition, states)) return refuse('NO_SUCH_STATE', 'What was selected is gone already.');
    // What lies in a deleted container goes with it.
    const outer = states.filter((state) => !states.some((other) => isInside(state, other)));
    let { definition } = document;
    for (const scope of new Set(outer.map(scopeOf))) {
      definition = withoutStates(definition, scope, outer.filter((state) => scopeOf(state) === scope).map(stateName));
    }
    return edited(document, definition, [], forgetStates(document.sidecar, outer));
  },
};

/** Takes states out of a scope and heals the chain around them. */
export function withoutStates(definition: JsonObject, scope: ScopePath, names: readonly string[]): JsonObject {
  const gone = new Set(names);
  const states = statesOf(definition, scope);
  const heal = healing(states, gone);
  const kept = Object.fromEntries(Object.entries(states).filter(([name]) => !gone.has(name)));
  const next = retargetScope(withStates(definition, scope, kept), scope, heal);
  if (startOf(next, scope) !== '' || Object.keys(kept).length === 0) return next;
  return startOf(definition, scope) === '' ? next : withStart(next, scope, statesIn(next, scope)[0]?.name ?? '');
}

/** Where a transition to a name leads once the names in `gone` are not there; null when nowhere. */
export function healing(states: JsonObject, gone: ReadonlySet<string>): (target: string) => string | null {
  return (target) => {
    const seen = new Set<string>();
    let name: string | undefined = target;
    while (name !== undefined && gone.has(name)) {
      // A circle of deleted states leads nowhere.
      if (seen.has(name)) return null;
      seen.add(name);
      const state = own(states, name);
      name = isObject(state) ? mainTarget(state) : undefined;
    }
    return name ?? null;
  };
}
