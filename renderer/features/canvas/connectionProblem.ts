import { typeHasRules } from '#shared/asl/index';
import type { JsonObject } from '#shared/base/index';
import { type TransitionEnd, stateAt, stateName, transitionProblem, typeOf } from '#shared/workflow/index';

/** Why a wire between two nodes cannot be drawn, in one sentence; null when it can. */
export function connectionProblem(
  definition: JsonObject,
  from: TransitionEnd,
  to: TransitionEnd,
  as?: 'catch',
): string | null {
  const problem = transitionProblem(definition, { from, to, ...(as ? { as } : {}) });
  if (problem !== null || as || from.kind !== 'state' || to.kind !== 'state' || from.state !== to.state) return problem;
  // ASL takes it, but a wire that falls on its own card is a slip of the hand; the form of the state can say it.
  const state = stateAt(definition, from.state);
  return state && typeHasRules(typeOf(state)) ? null : `${stateName(from.state)} cannot follow itself.`;
}
