import { type JsonObject, isArray, isObject, madeFrom, own, withKey } from '../../base/index';
import { scopeOf, stateName, statePath, type ScopePath, type StatePath } from '../paths';
import { freeName, stateAt, statesIn } from '../scopes';
import { startOf, retargeted } from './support';

/** Some states with the transitions between them: what copy, duplicate and wrap work on. A state machine in itself. */
export interface Fragment {
  readonly StartAt: string;
  readonly States: JsonObject;
}

/** Takes states of one scope out as a fragment of its own: transitions to states outside become ends. */
export function fragmentOf(definition: JsonObject, states: readonly StatePath[]): Fragment {
  const [first] = states;
  if (first === undefined) return { StartAt: '', States: {} };
  const scope = scopeOf(first);
  const names = new Set(states.map(stateName));
  const inside = statesIn(definition, scope).filter((entry) => names.has(entry.name));
  return {
    StartAt: entryOf(
      definition,
      scope,
      inside.map((entry) => entry.name),
    ),
    States: Object.fromEntries(
      inside.map(({ name, state }) => [name, retargeted(state, (target) => (names.has(target) ? target : null))]),
    ),
  };
}

/** The state of a group by which it is entered: the start of the scope, else one led to from outside, else the first not led to from inside. */
export function entryOf(definition: JsonObject, scope: ScopePath, names: readonly string[]): string {
  const group = new Set(names);
  if (group.has(startOf(definition, scope))) return startOf(definition, scope);
  const fromOutside = new Set<string>();
  const fromInside = new Set<string>();
  for (const { name, state } of statesIn(definition, scope)) {
    const into = group.has(name) ? fromInside : fromOutside;
    retargeted(state, (target) => {
      if (target !== name) into.add(target);
      return target;
    });
  }
  return names.find((name) => fromOutside.has(name)) ?? names.find((name) => !fromInside.has(name)) ?? names[0] ?? '';
}

/** The fragment with every state named so that none is taken, at any depth, and all references following. */
export function renamedFragment(fragment: Fragment, taken: Set<string>): Fragment {
  const names = new Map<string, string>();
  for (const name of Object.keys(fragment.States)) {
    const free = freeName(taken, name);
    taken.add(free);
    names.set(name, free);
  }
  const to = (name: string) => names.get(name) ?? name;
  const States = Object.fromEntries(
    Object.entries(fragment.States).map(([name, state]) => [
      to(name),
      isObject(state) ? renamedInside(retargeted(state, to), taken) : state,
    ]),
  );
  return { StartAt: to(fragment.StartAt), States };
}

/** A container whose inner states get names that are free; every other state as it is. */
export function renamedInside(state: JsonObject, taken: Set<string>): JsonObject {
  let result = state;
  const again = (machine: JsonObject): JsonObject => {
    const states = own(machine, 'States');
    if (!isObject(states)) return machine;
    const start = own(machine, 'StartAt');
    const { StartAt, States } = renamedFragment(
      { StartAt: typeof start === 'string' ? start : '', States: states },
      taken,
    );
    return madeFrom({ ...machine, StartAt, States: madeFrom(States, states) }, machine);
  };
  for (const field of ['ItemProcessor', 'Iterator']) {
    const machine = own(result, field);
    if (isObject(machine)) result = withKey(result, field, again(machine));
  }
  const branches = own(result, 'Branches');
  if (isArray(branches)) {
    const renamed = branches.map((branch) => (isObject(branch) ? again(branch) : branch));
    result = withKey(result, 'Branches', madeFrom(renamed, branches));
  }
  return result;
}

/** The paths of a fragment's states in a scope, in order. */
export function pathsIn(scope: ScopePath, fragment: Fragment): StatePath[] {
  return Object.keys(fragment.States).map((name) => statePath(scope, name));
}

export function existing(definition: JsonObject, states: readonly StatePath[]): StatePath[] {
  return states.filter((state) => stateAt(definition, state) !== undefined);
}
