import type { JsonObject } from '../../base/index';
import { scopeOf, statePath, stateName, type ScopePath, type StatePath } from '../paths';
import { freeName, scopeAt, stateAt, takenNames } from '../scopes';
import { hasNext, hasRules, isEnd } from '../transitions';
import type { Edit } from './contract';
import { renamedInside } from './fragment';
import {
  edited,
  ending,
  goingOnLike,
  goingTo,
  noState,
  refuse,
  startOf,
  withStart,
  withState,
  withStateAdded,
} from './support';
import { positioned } from './setPositions';

export interface AddState {
  readonly scope: ScopePath;
  /** The wish for a name; a number is added when it is taken. */
  readonly name: string;
  /** The new state without Next and End. */
  readonly state: JsonObject;
  /** The state to go on from: the new one goes where it went. */
  readonly after?: StatePath;
  /** Where the person dropped it, in units of the scope; it is pinned there. */
  readonly position?: { readonly x: number; readonly y: number };
}

/** Adds a state. The first state of a scope becomes its StartAt. */
export const addState: Edit<AddState> = {
  label: ({ name }) => `Add "${name}"`,
  apply(document, { scope, name: wish, state: wished, after, position }) {
    const { definition } = document;
    if (!scopeAt(definition, scope)) return refuse('NO_SUCH_SCOPE', 'The place to add the state to is gone.');
    const taken = takenNames(definition);
    const name = freeName(taken, wish);
    const state = renamedInside(wished, taken.add(name));
    const path = statePath(scope, name);
    const before = after === undefined ? undefined : stateAt(definition, after);
    if (after !== undefined && !before) return noState(after);
    if (after !== undefined && scopeOf(after) !== scope) {
      return refuse('ILLEGAL_TRANSITION', 'A transition cannot leave or enter a Map or Parallel.', after);
    }
    let next: JsonObject;
    if (after !== undefined && before && hasNext(before)) {
      const added = isEnd(before) ? ending(state) : withMainTarget(state, before);
      next = withStateAdded(definition, scope, name, added, stateName(after));
      next = withState(next, after, goingTo(before, name));
    } else {
      next = withStateAdded(definition, scope, name, ending(state), after && stateName(after));
    }
    if (startOf(next, scope) === '') next = withStart(next, scope, name);
    return edited(
      document,
      next,
      [path],
      position ? positioned(document.sidecar, { [path]: position }) : document.sidecar,
    );
  },
};

/** A new state that goes on where `model` goes; a Choice takes that as its Default. */
export function withMainTarget(state: JsonObject, model: JsonObject): JsonObject {
  const next = model['Next'];
  if (hasRules(state)) return typeof next === 'string' ? { ...state, Default: next } : state;
  return goingOnLike(state, model);
}
