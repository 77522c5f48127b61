import type { ContainerType } from '../../asl/index';
import {
  type JsonArray,
  type JsonObject,
  type JsonValue,
  isArray,
  isObject,
  jsonEqual,
  madeFrom,
  own,
  withKey,
  withoutKey,
} from '../../base/index';
import { stateName, statePath, type StatePath } from '../paths';
import { freeName, statesIn, takenNames } from '../scopes';
import { remapSidecar } from '../sidecar';
import type { Edit } from './contract';
import { entryOf } from './fragment';
import {
  allThere,
  commonScope,
  edited,
  ending,
  goingTo,
  movePaths,
  named,
  refuse,
  retargeted,
  retargetScope,
  startOf,
  withStart,
  withStates,
} from './support';

export interface WrapStates {
  readonly states: readonly StatePath[];
  readonly in: ContainerType;
}

/**
 * Puts states into a new Parallel (as its one branch) or Map (as its processor) that takes their place in the chain.
 * Refused where the group is entered or left in more than one way, since a container has one entry and one way on. Catchers
 * that lead out and are the same for all become those of the container.
 */
export const wrapStates: Edit<WrapStates> = {
  label: ({ states, in: container }) => `Wrap ${named(states)} in ${container}`,
  apply(document, { states, in: container }) {
    const { definition } = document;
    if (!allThere(definition, states)) return refuse('NO_SUCH_STATE', 'What was selected is gone already.');
    const scope = commonScope(states);
    if (scope === null)
      return refuse('ILLEGAL_MOVE', 'Only states of the same Map, branch or machine can be wrapped together.');
    const group = new Set(states.map(stateName));
    const entry = entryOf(definition, scope, [...group]);
    const outside = statesIn(definition, scope).filter(({ name }) => !group.has(name));
    const targets = (state: JsonObject) => {
      const found: string[] = [];
      retargeted(state, (target) => {
        found.push(target);
        return target;
      });
      return found;
    };
    const entries = new Set(outside.flatMap(({ state }) => targets(state)).filter((target) => group.has(target)));
    if ([...entries, startOf(definition, scope)].some((name) => group.has(name) && name !== entry)) {
      return refuse(
        'ILLEGAL_MOVE',
        'The selected states are entered in more than one place; a container has one entry.',
      );
    }
    const there = statesIn(definition, scope).filter(({ name }) => group.has(name));
    const common = commonCatchers(there, group);
    if (common === null) {
      return refuse(
        'ILLEGAL_MOVE',
        'The catchers of the selected states lead out in different ways; a container has one set of them.',
      );
    }
    const inside =
      common.length === 0 ? there : there.map((entry) => ({ ...entry, state: withoutLeaving(entry.state, group) }));
    const exits = new Set(inside.flatMap(({ state }) => targets(state)).filter((target) => !group.has(target)));
    if (exits.size > 1) {
      return refuse('ILLEGAL_MOVE', `The selected states lead to ${exits.size} places; a container goes on to one.`);
    }
    const taken = takenNames(definition);
    const name = freeName(taken, container);
    const done = freeName(taken.add(name), 'Done');
    const body = bodyOf(inside, group, entry, done);
    const inner: JsonObject =
      container === 'Parallel'
        ? { Branches: [body] }
        : { ItemProcessor: { ProcessorConfig: { Mode: 'INLINE' }, ...body } };
    const [exit] = exits;
    const bare: JsonObject = { Type: container, ...inner, ...(common.length > 0 ? { Catch: common } : {}) };
    const state = exit === undefined ? ending(bare) : goingTo(bare, exit);
    const next = replaced(definition, scope, group, name, state, entry);
    const path = statePath(scope, name);
    const field = container === 'Parallel' ? 'Branches/0' : 'ItemProcessor';
    const sidecar = states.reduce(
      (kept, old) =>
        remapSidecar(kept, movePaths(old, `${path}/${field}/States/${old.slice(old.lastIndexOf('/') + 1)}`), false),
      document.sidecar,
    );
    return edited(document, next, [path], sidecar);
  },
};

/** Catchers of a state that lead out of a group. */
function leaving(state: JsonObject, group: ReadonlySet<string>): JsonArray {
  const catchers = own(state, 'Catch');
  if (!isArray(catchers)) return [];
  return catchers.filter((catcher) => {
    const next = isObject(catcher) ? own(catcher, 'Next') : undefined;
    return typeof next === 'string' && !group.has(next);
  });
}

function withoutLeaving(state: JsonObject, group: ReadonlySet<string>): JsonObject {
  const gone = leaving(state, group);
  const catchers = own(state, 'Catch');
  if (gone.length === 0 || !isArray(catchers)) return state;
  const kept = catchers.filter((catcher) => !gone.includes(catcher));
  return kept.length === 0 ? withoutKey(state, 'Catch') : withKey(state, 'Catch', madeFrom(kept, catchers));
}

/**
 * The catchers that lead out of a group, where all states that have some have the same: they go to the container, whose
 * errors are those of its states. Null where they differ.
 */
function commonCatchers(inside: ReturnType<typeof statesIn>, group: ReadonlySet<string>): JsonArray | null {
  const lists = inside.map(({ state }) => leaving(state, group)).filter((list) => list.length > 0);
  const [first = []] = lists;
  return lists.every((list) => jsonEqual(list, first)) ? first : null;
}

/** The group as a scope of its own. Rules and catchers that led outside lead to a Succeed state: they cannot end by themselves. */
function bodyOf(
  inside: ReturnType<typeof statesIn>,
  group: ReadonlySet<string>,
  entry: string,
  done: string,
): JsonObject {
  let needsDone = false;
  const states: [string, JsonValue][] = inside.map(({ name, state }) => [
    name,
    retargeted(state, (target, slot) => {
      if (group.has(target)) return target;
      if (slot.kind === 'next') return null;
      needsDone = true;
      return done;
    }),
  ]);
  if (needsDone) states.push([done, { Type: 'Succeed' }]);
  return { StartAt: entry, States: Object.fromEntries(states) };
}

function replaced(
  definition: JsonObject,
  scope: Parameters<typeof statesIn>[1],
  group: ReadonlySet<string>,
  name: string,
  state: JsonObject,
  entry: string,
): JsonObject {
  const entries: [string, JsonValue][] = [];
  for (const old of statesIn(definition, scope)) {
    if (old.name === entry) entries.push([name, state]);
    if (!group.has(old.name)) entries.push([old.name, old.state]);
  }
  const start = startOf(definition, scope);
  const next = withStates(definition, scope, Object.fromEntries(entries.filter(([, value]) => isObject(value))));
  const retargetedScope = retargetScope(withStart(next, scope, start), scope, (target) =>
    group.has(target) ? name : target,
  );
  return retargetedScope;
}
