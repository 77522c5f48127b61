import type { JsonObject } from '../base/index';
import { typeHasCatch, typeHasNext, typeHasRules } from '../asl/index';
import { scopeOf, type ScopePath, type StatePath } from './paths';
import { stateAt } from './scopes';
import { typeOf } from './transitions';

/** What a transition can join: the Start of a scope, a state, or the End of a scope. */
export type TransitionEnd =
  | { readonly kind: 'start'; readonly scope: ScopePath }
  | { readonly kind: 'state'; readonly state: StatePath }
  | { readonly kind: 'end'; readonly scope: ScopePath };

export interface TransitionWish {
  readonly from: TransitionEnd;
  readonly to: TransitionEnd;
  /** The slot of the state that it leaves; left out: the one that the type of the state has for it. */
  readonly as?: 'next' | 'choice' | 'default' | 'catch';
}

/**
 * Why ASL does not allow a transition, in one sentence; null when it does. A state that is not there any more allows
 * everything: the edit itself says that it is gone.
 * Source: ASL specification, "Transitions": they do not leave their States object, terminal states have none.
 */
export function transitionProblem(definition: JsonObject, { from, to, as }: TransitionWish): string | null {
  if (from.kind === 'end') return 'Nothing goes on after End.';
  if (to.kind === 'start') return 'Nothing leads to Start.';
  const sameScope = scopeOfEnd(from) === scopeOfEnd(to);
  if (from.kind === 'start') {
    if (to.kind === 'end') return 'A machine starts at a state.';
    return sameScope ? null : 'Start leads to a state of its own level.';
  }
  if (to.kind === 'end' && !sameScope) return 'End belongs to the states of its own level.';
  if (!sameScope) return 'A transition cannot leave or enter a Map or Parallel.';
  const state = stateAt(definition, from.state);
  if (!state) return null;
  const type = typeOf(state);
  if (to.kind === 'end') {
    if (as === 'catch') return 'A catcher leads to a state.';
    return typeHasNext(type) ? null : `A ${type} state does not end by a line.`;
  }
  return slotProblem(type, as ?? (typeHasRules(type) ? 'choice' : 'next'));
}

function slotProblem(type: string, slot: NonNullable<TransitionWish['as']>): string | null {
  switch (slot) {
    case 'next':
      if (typeHasNext(type)) return null;
      return typeHasRules(type) ? `A ${type} state goes on by rules.` : `A ${type} state ends the execution.`;
    case 'choice':
    case 'default':
      return typeHasRules(type) ? null : `A ${type} state has no rules; only a Choice has.`;
    case 'catch':
      return typeHasCatch(type) ? null : `A ${type} state has no Catch; Task, Parallel and Map have.`;
  }
}

function scopeOfEnd(end: TransitionEnd): ScopePath {
  return end.kind === 'state' ? scopeOf(end.state) : end.scope;
}
