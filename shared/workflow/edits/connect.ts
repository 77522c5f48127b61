import { isArray, isObject, own, withKey, type JsonObject, type JsonValue } from '../../base/json';
import type { QueryLanguage } from '../../asl/queryLanguage';
import { scopeOf, stateName, type StatePath } from '../paths';
import { queryLanguageOf, stateAt } from '../scopes';
import { hasNext, typeOf } from '../transitions';
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

const catchable: ReadonlySet<string> = new Set(['Task', 'Parallel', 'Map']);

/** Draws a transition from one state to another of the same scope. */
export const connect: Edit<Connect> = {
  name: 'connect',
  label: ({ from, to }) => `Connect "${stateName(from)}" to "${stateName(to)}"`,
  apply(document, { from, to, as }) {
    const { definition } = document;
    const state = stateAt(definition, from);
    if (!state) return noState(from);
    if (!stateAt(definition, to)) return noState(to);
    if (scopeOf(from) !== scopeOf(to)) {
      return refuse('ILLEGAL_TRANSITION', 'A transition cannot leave its Map or branch, or lead into one.', from);
    }
    const slot = as ?? (typeOf(state) === 'Choice' ? nextChoiceSlot(state) : 'next');
    const connected = withSlot(state, slot, stateName(to), queryLanguageOf(definition, from));
    if (typeof connected === 'string') return refuse('ILLEGAL_TRANSITION', connected, from);
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
): JsonObject | string {
  const type = typeOf(state);
  switch (slot) {
    case 'next':
      return hasNext(state) ? goingTo(state, to) : `A ${type} state has no Next.`;
    case 'default':
      return type === 'Choice' ? withKey(state, 'Default', to) : 'Only a Choice has a Default.';
    case 'choice':
      return type === 'Choice' ? withRule(state, newRule(to, language)) : 'Only a Choice has rules.';
    case 'catch':
      return catchable.has(type)
        ? withCatcher(state, to)
        : `A ${type} state cannot catch errors; Task, Parallel and Map can.`;
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
