import { type JsonObject, type JsonValue, isArray, isObject, own, withKey } from '../../base/index';
import type { QueryLanguage } from '../../asl/index';
import { stateName, type StatePath } from '../paths';
import { queryLanguageOf, stateAt } from '../scopes';
import { transitionProblem } from '../transitionProblem';
import { hasRules } from '../transitions';
import type { Edit } from './contract';
import { edited, goingTo, noState, refuse, withField, withState } from './support';

export interface Connect {
  readonly from: StatePath;
  readonly to: StatePath;
  /**
   * The slot to use. Left out: Next; of a Choice its first rule, then its Default, then further rules.
   */
  readonly as?: 'next' | 'choice' | 'default' | 'catch';
}

/** Draws a transition from one state to another of the same scope. */
export const connect: Edit<Connect> = {
  label: ({ from, to }) => `Connect "${stateName(from)}" to "${stateName(to)}"`,
  apply(document, { from, to, as }) {
    const { definition } = document;
    const state = stateAt(definition, from);
    if (!state) return noState(from);
    if (!stateAt(definition, to)) return noState(to);
    const slot = as ?? (hasRules(state) ? nextChoiceSlot(state) : 'next');
    const problem = transitionProblem(definition, {
      from: { kind: 'state', state: from },
      to: { kind: 'state', state: to },
      as: slot,
    });
    if (problem !== null) return refuse('ILLEGAL_TRANSITION', problem, from);
    const connected = withSlot(state, slot, stateName(to), queryLanguageOf(definition, from));
    return edited(document, withState(definition, from, connected), [from]);
  },
};

function nextChoiceSlot(state: JsonObject): 'choice' | 'default' {
  const rules = own(state, 'Choices');
  const hasRules = isArray(rules) && rules.length > 0;
  return hasRules && typeof own(state, 'Default') !== 'string' ? 'default' : 'choice';
}

function withSlot(
  state: JsonObject,
  slot: 'next' | 'choice' | 'default' | 'catch',
  to: string,
  language: QueryLanguage,
): JsonObject {
  switch (slot) {
    case 'next':
      return goingTo(state, to);
    case 'default':
      return withKey(state, 'Default', to);
    case 'choice':
      return withRule(state, newRule(to, language));
    case 'catch':
      return withCatcher(state, to);
  }
}

/** A rule to be filled in: it is well-formed, and holds for no input until the person says what to ask. */
export function newRule(to: string, language: QueryLanguage): JsonObject {
  return language === 'JSONata'
    ? { Condition: '{% false %}', Next: to }
    : { Variable: '$.value', BooleanEquals: true, Next: to };
}

function withRule(state: JsonObject, rule: JsonObject): JsonObject {
  const rules = own(state, 'Choices');
  return withKey(state, 'Choices', [...(isArray(rules) ? rules : []), rule]);
}

/** Adds a catcher; States.ALL has to be the last, so a further one goes before it. */
function withCatcher(state: JsonObject, to: string): JsonObject {
  const existing = own(state, 'Catch');
  const catchers: readonly JsonValue[] = isArray(existing) ? existing : [];
  const all = catchers.findIndex((catcher) => isObject(catcher) && catchesAll(catcher));
  if (all < 0) return withField(state, 'Catch', [...catchers, { ErrorEquals: ['States.ALL'], Next: to }]);
  const specific = { ErrorEquals: ['States.TaskFailed'], Next: to };
  return withField(state, 'Catch', [...catchers.slice(0, all), specific, ...catchers.slice(all)]);
}

function catchesAll(catcher: JsonObject): boolean {
  const errors = own(catcher, 'ErrorEquals');
  return isArray(errors) && errors.includes('States.ALL');
}
