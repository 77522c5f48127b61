import { type JsonObject, isArray, isObject, own } from '../base/index';
import type { RunView, StateVisit } from '../history/index';
import { type StatePath, type TransitionSlot, allScopes, allStates, stateName, transitionsIn } from '../workflow/index';

/** One thing that tests can cover. */
export interface CoverItem {
  readonly kind: 'state' | 'transition' | 'retrier';
  readonly state: StatePath | null;
  readonly label: string;
  readonly covered: boolean;
}

/** What of a definition a set of runs has been through: states, transitions with their rules and catchers, retriers. */
export function coverage(definition: JsonObject, views: readonly RunView[]): readonly CoverItem[] {
  const visits = views.flatMap((view) => view.visits);
  const visited = new Set(visits.map((visit) => visit.name));
  const taken = new Set(views.flatMap(pairs));
  const states = allStates(definition).map(({ name, path }): CoverItem => ({
    kind: 'state',
    state: path,
    label: name,
    covered: visited.has(name),
  }));
  const transitions = allScopes(definition)
    .flatMap((scope) => transitionsIn(definition, scope))
    .filter(({ ref }) => ref.from !== null)
    .map(({ ref, target }): CoverItem => {
      const from = ref.from === null ? '' : stateName(ref.from);
      const caught = ref.slot.kind === 'catch';
      const key = `${from}→${target}→${caught ? 'caught' : 'next'}`;
      return {
        kind: 'transition',
        state: ref.from,
        label: `${from} → ${target} (${slotText(ref.slot)})`,
        covered: taken.has(key),
      };
    });
  return [...states, ...transitions, ...retriers(definition, visits)];
}

function slotText(slot: TransitionSlot): string {
  switch (slot.kind) {
    case 'choice':
      return `rule ${slot.index + 1}`;
    case 'catch':
      return `catcher ${slot.index + 1}`;
    case 'default':
      return 'Default';
    case 'next':
    case 'start':
      return 'Next';
  }
}

/** States that followed each other in one branch, and whether a catcher led on. */
function pairs(view: RunView): string[] {
  const last = new Map<string, StateVisit>();
  return view.visits.flatMap((visit) => {
    const scope =
      visit.scope.kind === 'root' ? 'root' : `${visit.scope.kind}:${visit.scope.visit}:${visit.scope.index}`;
    const before = last.get(scope);
    last.set(scope, visit);
    return before ? [`${before.name}→${visit.name}→${before.status === 'caught' ? 'caught' : 'next'}`] : [];
  });
}

/** A retrier has been through when it was the first that lists the error of an attempt that was tried again. */
function retriers(definition: JsonObject, visits: readonly StateVisit[]): CoverItem[] {
  return allStates(definition).flatMap(({ name, path, state }) => {
    const list = own(state, 'Retry');
    if (!isArray(list)) return [];
    const errors = visits
      .filter((visit) => visit.name === name)
      .flatMap((visit) =>
        visit.attempts
          .slice(0, -1)
          .map((attempt) => (attempt.status === 'timedOut' ? 'States.Timeout' : (attempt.error ?? ''))),
      );
    const used = new Set(
      errors.map((error) => list.findIndex((retrier) => isObject(retrier) && lists(retrier, error))),
    );
    return list.map((_, index): CoverItem => ({
      kind: 'retrier',
      state: path,
      label: `${name}, retrier ${index + 1}`,
      covered: used.has(index),
    }));
  });
}

function lists(retrier: JsonObject, error: string): boolean {
  const errors = own(retrier, 'ErrorEquals');
  return (
    isArray(errors) &&
    errors.some(
      (name) => name === error || name === 'States.ALL' || (name === 'States.TaskFailed' && error !== 'States.Timeout'),
    )
  );
}
