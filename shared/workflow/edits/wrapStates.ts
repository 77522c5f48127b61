import type { ContainerType } from '../../asl/index';
import { type JsonObject, type JsonValue, isObject } from '../../base/index';
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
 * Refused where the group is entered or left in more than one way, since a container has one entry and one way on.
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
    const inside = statesIn(definition, scope).filter(({ name }) => group.has(name));
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
    const bare: JsonObject = { Type: container, ...inner };
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
