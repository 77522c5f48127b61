import { type JsonObject, isArray, isObject, own, withKey } from '../base/index';
import { scopeFields } from '../asl/index';
import {
  type ScopePath,
  type StateEntry,
  type StatePath,
  retargeted,
  rootScope,
  scopeOf,
  stateName,
  statePath,
} from '../workflow/index';
import type { DefinitionDiff, StateChange } from './contract';
import { fieldChanges } from './fieldChanges';
import { type Matches, matchStates } from './match';
import { matchScopes } from './matchScopes';
import { placedStates, withoutInnerStates } from './placedStates';

/**
 * What a definition says otherwise than one before it. A renamed state is one change: what names it has not changed. The diff
 * is empty exactly where both say the same.
 */
export function diffDefinitions(before: JsonObject, after: JsonObject): DefinitionDiff {
  const [was, is] = [
    { definition: before, states: placedStates(before) },
    { definition: after, states: placedStates(after) },
  ];
  const matches = matchStates(was, is);
  const scopes = matchScopes(matches);
  const removed = [...was.states.values()].flatMap(({ path }): readonly StateChange[] =>
    matches.after.has(path) ? [] : [{ kind: 'removed', before: path }],
  );
  const others = [...is.states.values()].flatMap((entry): readonly StateChange[] => {
    const from = matches.before.get(entry.path);
    const old = from === undefined ? undefined : was.states.get(from);
    return old ? changeOf(old, entry, matches, scopes) : [{ kind: 'added', after: entry.path }];
  });
  const machine = fieldChanges(namedAsNow(before, rootScope, matches), withoutInnerStates(after));
  return { machine, states: [...removed, ...others] };
}

/** Whether two definitions say the same. */
export function isSame({ machine, states }: DefinitionDiff): boolean {
  return machine.length === 0 && states.length === 0;
}

function changeOf(
  before: StateEntry,
  after: StateEntry,
  matches: Matches,
  scopes: ReadonlyMap<ScopePath, ScopePath>,
): readonly StateChange[] {
  const targets = retargeted(before.state, (target) => nameNow(scopeOf(before.path), target, matches));
  const fields = fieldChanges(namedAsNow(targets, before.path, matches), withoutInnerStates(after.state));
  const renamed = before.name !== after.name;
  const moved = scopes.get(scopeOf(before.path)) !== scopeOf(after.path);
  if (fields.length === 0 && !renamed && !moved) return [];
  return [{ kind: 'changed', before: before.path, after: after.path, renamed, moved, fields }];
}

/** The name that a state of a scope has now; its own where it is no more. */
function nameNow(scope: ScopePath, name: string, { after }: Matches): string {
  const now = after.get(statePath(scope, name));
  return now === undefined ? name : stateName(now);
}

/** What holds scopes, without their states and with each StartAt by the name that the state has now. */
function namedAsNow(holder: JsonObject, path: StatePath | ScopePath, matches: Matches): JsonObject {
  const startNow = (scope: JsonObject, at: ScopePath): JsonObject => {
    const start = own(scope, 'StartAt');
    return typeof start === 'string' ? withKey(scope, 'StartAt', nameNow(at, start, matches)) : scope;
  };
  let result = withoutInnerStates(holder);
  if (path === rootScope) return startNow(result, rootScope);
  for (const { field } of scopeFields) {
    const scopes = own(result, field);
    if (isObject(scopes)) result = withKey(result, field, startNow(scopes, `${path}/${field}` as ScopePath));
    else if (isArray(scopes))
      result = withKey(
        result,
        field,
        scopes.map((scope, index) =>
          isObject(scope) ? startNow(scope, `${path}/${field}/${index}` as ScopePath) : scope,
        ),
      );
  }
  return result;
}
