import type { JsonObject } from '../../base/index';
import { stateName, statePath } from '../paths';
import { freeName, scopeAt, stateAt, takenNames } from '../scopes';
import { hasRules, targetOf, type TransitionRef } from '../transitions';
import type { Edit } from './contract';
import { renamedInside } from './fragment';
import { setTarget } from './reconnect';
import { edited, ending, goingTo, refuse, withStateAdded } from './support';

export interface InsertOnTransition {
  readonly ref: TransitionRef;
  readonly name: string;
  /** The new state without Next and End. */
  readonly state: JsonObject;
}

/** Puts a new state into a transition: what led to the target leads to the new state, and that goes on to the target. */
export const insertOnTransition: Edit<InsertOnTransition> = {
  label: ({ name }) => `Insert "${name}"`,
  apply(document, { ref, name: wish, state }) {
    const { definition } = document;
    const { scope, from } = ref;
    if (!scopeAt(definition, scope)) return refuse('NO_SUCH_SCOPE', 'The place to add the state to is gone.');
    if (from !== null && !stateAt(definition, from)) return refuse('NO_SUCH_TRANSITION', 'The transition is gone.');
    const taken = takenNames(definition);
    const name = freeName(taken, wish);
    const target = targetOf(definition, ref);
    const added = withStateAdded(
      definition,
      scope,
      name,
      leadingTo(renamedInside(state, taken.add(name)), target),
      from === null ? undefined : stateName(from),
    );
    const next = setTarget(added, ref, name);
    if (!next) return refuse('NO_SUCH_TRANSITION', 'The transition is gone.');
    return edited(document, next, [statePath(scope, name)]);
  },
};

function leadingTo(state: JsonObject, target: string | undefined): JsonObject {
  if (target === undefined) return ending(state);
  return hasRules(state) ? { ...state, Default: target } : goingTo(state, target);
}
