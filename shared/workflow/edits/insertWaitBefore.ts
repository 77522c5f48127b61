import type { JsonObject } from '../../base/index';
import { scopeOf, stateName, statePath, type StatePath } from '../paths';
import { freeName, stateAt, takenNames } from '../scopes';
import type { Edit } from './contract';
import { edited, goingTo, noState, retargetScope, statesOf, withStates } from './support';

export interface InsertWaitBefore {
  readonly state: StatePath;
  /** A Wait state without Next. */
  readonly wait: JsonObject;
}

/** Makes a state wait before it runs: a Wait state that everything leading to it goes through. */
export const insertWaitBefore: Edit<InsertWaitBefore> = {
  label: ({ state }) => `Wait before "${stateName(state)}"`,
  apply(document, { state, wait }) {
    const { definition } = document;
    if (!stateAt(definition, state)) return noState(state);
    const scope = scopeOf(state);
    const target = stateName(state);
    const name = freeName(takenNames(definition), `Wait before ${target}`);
    const through = retargetScope(definition, scope, (to) => (to === target ? name : to));
    const entries = Object.entries(statesOf(through, scope));
    entries.splice(
      entries.findIndex(([key]) => key === target),
      0,
      [name, goingTo(wait, target)],
    );
    return edited(document, withStates(through, scope, Object.fromEntries(entries)), [statePath(scope, name)]);
  },
};
