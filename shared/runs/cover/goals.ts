import { type JsonObject, isArray, isObject, own } from '../../base/index';
import {
  type StatePath,
  allScopes,
  allStates,
  isInside,
  stateAt,
  stateName,
  transitionsIn,
  typeOf,
} from '../../workflow/index';
import { slotKey } from './attempt';

/** A transition that is to be taken. */
export interface Goal {
  readonly key: string;
  readonly state: StatePath;
  readonly from: string;
  readonly target: string;
  readonly slot: { readonly kind: 'next' | 'default' } | { readonly kind: 'choice' | 'catch'; readonly index: number };
}

/** Every transition of a definition but those that begin a scope, which its first state takes by itself. */
export function goalsOf(definition: JsonObject): readonly Goal[] {
  return allScopes(definition)
    .flatMap((scope) => transitionsIn(definition, scope))
    .flatMap(({ ref, target }): Goal[] => {
      const { from, slot } = ref;
      if (from === null || slot.kind === 'start') return [];
      const name = stateName(from);
      return [{ key: slotKey(name, slot), state: from, from: name, target, slot }];
    });
}

/** The list of handlers of a state. */
export function handlersOf(state: JsonObject, field: 'Catch' | 'Retry'): readonly JsonObject[] {
  const list = own(state, field);
  return isArray(list) ? list.filter(isObject) : [];
}

export function errorsOf(handler: JsonObject | undefined): readonly string[] {
  const names = handler === undefined ? undefined : own(handler, 'ErrorEquals');
  return isArray(names) ? names.filter((name) => typeof name === 'string') : [];
}

/** The tasks whose failure is that of a state: itself, or those inside it, without catchers of their own first. */
export function failingTasks(definition: JsonObject, state: StatePath): readonly string[] {
  const holder = stateAt(definition, state);
  if (holder !== undefined && typeOf(holder) === 'Task') return [stateName(state)];
  const inside = allStates(definition).filter(
    (each) => each.path !== state && isInside(each.path, state) && typeOf(each.state) === 'Task',
  );
  const caught = (task: JsonObject): number => handlersOf(task, 'Catch').length;
  return [...inside].sort((a, b) => caught(a.state) - caught(b.state)).map(({ name }) => name);
}
