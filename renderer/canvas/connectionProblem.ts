import { own, type JsonObject } from '#shared/base/json';
import { isStateType, stateTypes } from '#shared/states/index';
import { scopeOf, stateName, type StatePath } from '#shared/workflow/paths';
import { stateAt } from '#shared/workflow/scopes';

interface Ends {
  readonly source: string | null;
  readonly target: string | null;
  readonly sourceHandle?: string | null;
}

/** Why ASL does not allow a wire between two cards, in one sentence; null when it does. */
export function connectionProblem(definition: JsonObject, ends: Ends): string | null {
  const { source, target } = ends;
  if (!source || !target) return null;
  if (target.endsWith('/End') && !stateAt(definition, target as StatePath)) return 'Set a state to end in its inspector.';
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
  if (from === to && type !== 'Choice' && ends.sourceHandle !== 'catch') return `${stateName(from)} cannot follow itself.`;
  return null;
}
