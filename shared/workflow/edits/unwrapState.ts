import { type JsonObject, type JsonValue, isArray, own, withKey } from '../../base/index';
import { typeHasCatch } from '../../asl/index';
import { scopeOf, stateName, statePath, type StatePath } from '../paths';
import { childScopes, stateAt, statesIn } from '../scopes';
import { remapSidecar } from '../sidecar';
import { isEnd, typeOf } from '../transitions';
import type { Edit } from './contract';
import {
  edited,
  goingTo,
  mainTarget,
  movePaths,
  noState,
  refuse,
  retargetScope,
  startOf,
  statesOf,
  withField,
  withStates,
} from './support';

/**
 * Puts the states of a Map or of a Parallel with one branch in its place. What led to it leads to its first state, what ended
 * in it goes on where it went on, and its catchers go to the states in it that can have them. What it did with data, its
 * iteration and its retriers go with it.
 */
export const unwrapState: Edit<{ readonly state: StatePath }> = {
  label: ({ state }) => `Unwrap "${stateName(state)}"`,
  apply(document, { state: path }) {
    const { definition } = document;
    const container = stateAt(definition, path);
    if (!container) return noState(path);
    const inner = childScopes(definition, path);
    const [scope] = inner;
    if (scope === undefined) return refuse('ILLEGAL_MOVE', 'Only a Map or a Parallel holds states.', path);
    if (inner.length > 1) {
      return refuse(
        'ILLEGAL_MOVE',
        `"${stateName(path)}" has ${inner.length} branches, which run side by side; only one can take its place.`,
        path,
      );
    }
    const states = statesIn(definition, scope);
    const outer = scopeOf(path);
    const clash = states.find(({ name }) => stateAt(definition, statePath(outer, name)));
    if (clash) return refuse('NAME_TAKEN', `There is a state "${clash.name}" there already.`, path);
    if (states.length === 0) return refuse('NOTHING_TO_DO', `There is nothing in "${stateName(path)}".`, path);

    const start = startOf(definition, scope);
    const first = states.some(({ name }) => name === start) ? start : (states[0]?.name ?? '');
    const next = mainTarget(container);
    const catchers = own(container, 'Catch');
    const freed = states.map(({ name, state }): [string, JsonValue] => [
      name,
      withCatchers(goingOn(state, next), isArray(catchers) ? catchers : []),
    ]);
    const entries = Object.entries(statesOf(definition, outer)).flatMap(([name, state]) =>
      name === stateName(path) ? freed : [[name, state] as [string, JsonValue]],
    );
    const placed = withStates(definition, outer, Object.fromEntries(entries));
    const led = retargetScope(placed, outer, (target) => (target === stateName(path) ? first : target));
    const sidecar = states.reduce(
      (kept, state) => remapSidecar(kept, movePaths(state.path, statePath(outer, state.name)), false),
      document.sidecar,
    );
    const moved = states.map(({ name }) => statePath(outer, name));
    return edited(document, led, moved, sidecar);
  },
};

/** A state that ended its scope goes on; a Succeed, which would end the whole execution, becomes a Pass. */
function goingOn(state: JsonObject, next: string | undefined): JsonObject {
  if (next === undefined) return state;
  if (typeOf(state) === 'Succeed') return withField(withKey(state, 'Type', 'Pass'), 'Next', next);
  return isEnd(state) ? goingTo(state, next) : state;
}

/** The state with further catchers after its own. */
function withCatchers(state: JsonObject, catchers: readonly JsonValue[]): JsonObject {
  if (catchers.length === 0 || !typeHasCatch(typeOf(state))) return state;
  const before = own(state, 'Catch');
  return withField(state, 'Catch', [...(isArray(before) ? before : []), ...catchers]);
}
