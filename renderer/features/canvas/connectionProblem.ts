import { own, type JsonObject } from '#shared/base/json';
import { isStateType, stateTypes } from '#shared/states/index';
import { scopeOf, stateName, type ScopePath, type StatePath } from '#shared/workflow/paths';
import { hasNext } from '#shared/workflow/transitions';
import { stateAt } from '#shared/workflow/scopes';

interface Ends {
  readonly source: string | null;
  readonly target: string | null;
  readonly sourceHandle?: string | null;
}

/** Whether the id of a node is that of the End mark of a scope: paths of states end in `/States/<name>`. */
export function isEndMark(id: string): boolean {
  return id.endsWith('/End') && !id.endsWith('/States/End');
}

function endProblem(
  definition: JsonObject,
  source: string,
  scope: ScopePath,
  handle: string | null | undefined,
): string | null {
  const state = source.endsWith('/StartAt') ? undefined : stateAt(definition, source as StatePath);
  if (!state || scopeOf(source as StatePath) !== scope) return 'End belongs to the states of its own level.';
  if (handle === 'catch') return 'A catcher leads to a state.';
  return hasNext(state) ? null : `A ${String(own(state, 'Type'))} state does not end by a line.`;
}

/** Why ASL does not allow a wire between two cards, in one sentence; null when it does. */
export function connectionProblem(definition: JsonObject, ends: Ends): string | null {
  const { source, target } = ends;
  if (!source || !target) return null;
  if (isEndMark(target))
    return endProblem(definition, source, target.slice(0, -'/End'.length) as ScopePath, ends.sourceHandle);
  const to = target as StatePath;
  if (source.endsWith('/StartAt')) {
    const inScope = source.slice(0, -'/StartAt'.length) === scopeOf(to);
    return inScope ? null : 'Start leads to a state of its own level.';
  }
  const from = source as StatePath;
  if (scopeOf(from) !== scopeOf(to)) return 'A transition cannot leave or enter a Map or Parallel.';
  const state = stateAt(definition, from);
  const type = state && own(state, 'Type');
  if (type === 'Succeed' || type === 'Fail') return `A ${type} state ends the execution.`;
  if (ends.sourceHandle === 'catch' && isStateType(type) && !stateTypes[type].hasCatch) {
    return `A ${type} state has no Catch.`;
  }
  if (from === to && type !== 'Choice' && ends.sourceHandle !== 'catch')
    return `${stateName(from)} cannot follow itself.`;
  return null;
}
