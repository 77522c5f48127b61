import { type JsonObject, isArray, isObject, own, withKey, withValueAt } from '../../base/index';
import { scopeOf, stateName, toJsonPath, type StatePath } from '../paths';
import { stateAt } from '../scopes';
import { hasNext, hasRules, type TransitionRef } from '../transitions';
import type { Edit } from './contract';
import { edited, goingTo, noState, refuse, withStart, withState } from './support';

export interface Reconnect {
  readonly ref: TransitionRef;
  readonly to: StatePath;
}

/** Points an existing transition at another state of its scope. */
export const reconnect: Edit<Reconnect> = {
  label: ({ to }) => `Connect to "${stateName(to)}"`,
  apply(document, { ref, to }) {
    const { definition } = document;
    if (!stateAt(definition, to)) return noState(to);
    if (scopeOf(to) !== ref.scope) {
      return refuse('ILLEGAL_TRANSITION', 'A transition cannot leave or enter a Map or Parallel.', to);
    }
    const next = setTarget(definition, ref, stateName(to));
    if (!next) return refuse('NO_SUCH_TRANSITION', 'The transition is gone.');
    return edited(document, next, ref.from === null ? [to] : [ref.from]);
  },
};

/** The definition with a transition pointing at `name`; null when the slot is not there. */
export function setTarget(
  definition: JsonObject,
  { scope, from, slot }: TransitionRef,
  name: string,
): JsonObject | null {
  if (from === null) return withStart(definition, scope, name);
  const state = stateAt(definition, from);
  if (!state) return null;
  switch (slot.kind) {
    case 'start':
      return withStart(definition, scope, name);
    case 'next':
      return hasNext(state) ? withState(definition, from, goingTo(state, name)) : null;
    case 'default':
      return hasRules(state) ? withState(definition, from, withKey(state, 'Default', name)) : null;
    case 'choice':
    case 'catch': {
      const field = slot.kind === 'choice' ? 'Choices' : 'Catch';
      const items = own(state, field);
      if (!isArray(items) || !isObject(items[slot.index])) return null;
      return withValueAt(definition, [...toJsonPath(from), field, slot.index, 'Next'], name) as JsonObject;
    }
  }
}
