import { type JsonObject, fail, isObject } from '../../base/index';
import { isInside, parentState, stateName, statePath, type ScopePath, type StatePath } from '../paths';
import { allStates, scopeAt } from '../scopes';
import { remapSidecar, type Sidecar } from '../sidecar';
import { targetOf, type TransitionRef } from '../transitions';
import type { Edit } from './contract';
import { withoutStates } from './deleteStates';
import { fragmentOf, type Fragment } from './fragment';
import { withFragment } from './pasteStates';
import { setTarget } from './reconnect';
import { positioned } from './setPositions';
import { allThere, commonScope, edited, goingTo, mainTarget, movePaths, named, refuse, withState } from './support';

export interface MoveStates {
  readonly states: readonly StatePath[];
  readonly scope: ScopePath;
  /** A transition of the new scope to put them into. */
  readonly onto?: TransitionRef;
  /** Where the first one was dropped, in units of the new scope. */
  readonly position?: { readonly x: number; readonly y: number };
}

/**
 * Moves states to another scope, into a container or out of one. The chain they leave is healed, transitions between
 * them stay, transitions to states that stay behind become ends: ASL has no transitions between scopes.
 */
export const moveStates: Edit<MoveStates> = {
  label: ({ states, scope }) => {
    const container = parentState(scope);
    return `Move ${named(states)} ${container === null ? 'out' : `into "${stateName(container)}"`}`;
  },
  apply(document, { states, scope, onto, position }) {
    const { definition } = document;
    if (!allThere(definition, states)) return refuse('NO_SUCH_STATE', 'What was dragged is gone already.');
    const from = commonScope(states);
    if (from === null)
      return refuse('ILLEGAL_MOVE', 'Only states of the same Map, branch or machine can be moved together.');
    if (from === scope) return refuse('NOTHING_TO_DO', 'The states are there already.');
    if (!scopeAt(definition, scope)) return refuse('NO_SUCH_SCOPE', 'The place to move to is gone.');
    if (states.some((state) => isInside(scope, state))) {
      return refuse('ILLEGAL_MOVE', 'A state cannot be moved into itself.');
    }
    const clash = clashing(definition, states, scope);
    if (clash !== null) return fail({ code: 'NAME_TAKEN', message: `There is a state "${clash}" there already.` });
    const fragment = fragmentOf(definition, states);
    const left = withoutStates(definition, from, states.map(stateName));
    const target = onto && targetOf(left, onto);
    let next = withFragment(left, scope, fragment);
    if (onto) {
      const set = setTarget(next, onto, fragment.StartAt);
      if (!set) return refuse('NO_SUCH_TRANSITION', 'The transition is gone.');
      next = target === undefined ? set : withTailTo(set, scope, fragment, target);
    }
    const sidecar = movedSidecar(document.sidecar, states, scope);
    const first = statePath(scope, fragment.StartAt);
    return edited(
      document,
      next,
      states.map((state) => statePath(scope, stateName(state))),
      position ? positioned(sidecar, { [first]: position }) : sidecar,
    );
  },
};

function clashing(definition: JsonObject, states: readonly StatePath[], scope: ScopePath): string | null {
  const moved = new Set(states.map(stateName));
  const there = allStates(definition).find(({ name, path }) => moved.has(name) && path === statePath(scope, name));
  return there?.name ?? null;
}

/** The last state of the moved chain goes on to where the transition led. */
function withTailTo(definition: JsonObject, scope: ScopePath, fragment: Fragment, target: string): JsonObject {
  const seen = new Set<string>();
  let name = fragment.StartAt;
  for (;;) {
    seen.add(name);
    const state = fragment.States[name];
    const next = isObject(state) ? mainTarget(state) : undefined;
    if (next === undefined || seen.has(next) || !Object.hasOwn(fragment.States, next)) break;
    name = next;
  }
  const tail = fragment.States[name];
  return isObject(tail) ? withState(definition, statePath(scope, name), goingTo(tail, target)) : definition;
}

function movedSidecar(sidecar: Sidecar, states: readonly StatePath[], scope: ScopePath): Sidecar {
  return states.reduce(
    (kept, state) => remapSidecar(kept, movePaths(state, statePath(scope, stateName(state))), false),
    sidecar,
  );
}
