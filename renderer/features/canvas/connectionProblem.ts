import type { JsonObject } from '#shared/base/json';
import { typeHasRules } from '#shared/asl/stateFacts';
import { stateName, type ScopePath, type StatePath } from '#shared/workflow/paths';
import { stateAt } from '#shared/workflow/scopes';
import { transitionProblem, type TransitionEnd } from '#shared/workflow/transitionProblem';
import { typeOf } from '#shared/workflow/transitions';

interface Ends {
  readonly source: string | null;
  readonly target: string | null;
  readonly sourceHandle?: string | null;
}

/** Whether the id of a node is that of the End mark of a scope: paths of states end in `/States/<name>`. */
export function isEndMark(id: string): boolean {
  return id.endsWith('/End') && !id.endsWith('/States/End');
}

/** Whether the id of a node is that of the Start mark of a scope. */
export function isStartMark(id: string): boolean {
  return id.endsWith('/StartAt') && !id.endsWith('/States/StartAt');
}

/** What a node of the canvas is for transitions. */
export function transitionEnd(id: string): TransitionEnd {
  if (isStartMark(id)) return { kind: 'start', scope: id.slice(0, -'/StartAt'.length) as ScopePath };
  if (isEndMark(id)) return { kind: 'end', scope: id.slice(0, -'/End'.length) as ScopePath };
  return { kind: 'state', state: id as StatePath };
}

/** Why a wire between two cards cannot be drawn, in one sentence; null when it can. */
export function connectionProblem(definition: JsonObject, { source, target, sourceHandle }: Ends): string | null {
  if (!source || !target) return null;
  const from = transitionEnd(source);
  const as = sourceHandle === 'catch' ? 'catch' : undefined;
  const problem = transitionProblem(definition, { from, to: transitionEnd(target), ...(as ? { as } : {}) });
  if (problem !== null || source !== target || from.kind !== 'state' || as) return problem;
  // ASL takes it, but a wire that falls on its own card is a slip of the hand; the form of the state can say it.
  const state = stateAt(definition, from.state);
  return state && typeHasRules(typeOf(state)) ? null : `${stateName(from.state)} cannot follow itself.`;
}
