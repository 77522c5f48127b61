import { type JsonObject, type JsonValue, isObject } from '../../base/index';
import { scopeOf, statePath, type ScopePath, type StatePath } from '../paths';
import { scopeAt, stateAt, takenNames } from '../scopes';
import { hasNext, isEnd, targetOf, type TransitionRef } from '../transitions';
import type { Edit } from './contract';
import { pathsIn, renamedFragment, type Fragment } from './fragment';
import { withFragment } from './pasteStates';
import { setTarget } from './reconnect';
import { positioned } from './setPositions';
import { edited, goingTo, mainTarget, noState, refuse, startOf, statesOf, withState } from './support';

/** Where a fragment goes. */
export type FragmentPlace =
  /** Into a transition: its ends go on to where that led. */
  | { readonly kind: 'transition'; readonly ref: TransitionRef }
  /** After a state: its ends go on to where that went. */
  | { readonly kind: 'after'; readonly state: StatePath }
  /** Beside the states of a scope; into an empty one it is the start. */
  | { readonly kind: 'scope'; readonly scope: ScopePath };

export interface InsertFragment {
  /** What Undo calls it. */
  readonly title: string;
  readonly fragment: Fragment;
  readonly place: FragmentPlace;
  /** Sample results by state name of the fragment, kept with the workflow for its runs. */
  readonly samples?: Readonly<Record<string, JsonValue>>;
  /** Where the person dropped it: the place of its first state, in units of the scope. */
  readonly position?: { readonly x: number; readonly y: number };
}

/** Puts states that belong together into a workflow as one act, under names that are free. */
export const insertFragment: Edit<InsertFragment> = {
  label: ({ title }) => `Insert "${title}"`,
  apply(document, { fragment, place, samples = {}, position }) {
    const { definition, sidecar } = document;
    const scope = scopeOfPlace(place);
    if (!scopeAt(definition, scope)) return refuse('NO_SUCH_SCOPE', 'The place to insert into is gone.');
    const before = stateBefore(definition, place);
    if (before === 'gone') {
      return place.kind === 'after' ? noState(place.state) : refuse('NO_SUCH_TRANSITION', 'The transition is gone.');
    }
    const names = Object.keys(fragment.States);
    const renamed = renamedFragment(fragment, takenNames(definition));
    const renamedTo = new Map(Object.keys(renamed.States).map((name, index) => [names[index] ?? name, name]));
    const linked = { ...renamed, States: endsGoingTo(renamed.States, before.target) };
    const wasEmpty = startOf(definition, scope) === '' && Object.keys(statesOf(definition, scope)).length === 0;
    let next = withFragment(definition, scope, linked, before.state ?? undefined);
    if (place.kind === 'transition') {
      const led = setTarget(next, place.ref, linked.StartAt);
      if (!led) return refuse('NO_SUCH_TRANSITION', 'The transition is gone.');
      next = led;
    } else if (place.kind === 'after') {
      const state = stateAt(next, place.state);
      if (state && hasNext(state)) next = withState(next, place.state, goingTo(state, linked.StartAt));
    }
    const mocks = Object.fromEntries(
      Object.entries(samples).map(([name, output]) => [
        statePath(scope, renamedTo.get(name) ?? name),
        { kind: 'succeed', output },
      ]),
    );
    const kept = { ...sidecar, mocks: { ...sidecar.mocks, ...mocks } };
    const start = statePath(scope, linked.StartAt);
    const placed = position && !wasEmpty ? positioned(kept, { [start]: position }) : kept;
    return edited(document, next, pathsIn(scope, linked), placed);
  },
};

function scopeOfPlace(place: FragmentPlace): ScopePath {
  if (place.kind === 'transition') return place.ref.scope;
  return place.kind === 'after' ? scopeOf(place.state) : place.scope;
}

/** The state that the fragment follows in the text, and where its ends go. */
function stateBefore(
  definition: JsonObject,
  place: FragmentPlace,
): { readonly state: StatePath | null; readonly target: string | undefined } | 'gone' {
  if (place.kind === 'scope') return { state: null, target: undefined };
  if (place.kind === 'transition') {
    const { from } = place.ref;
    if (from !== null && !stateAt(definition, from)) return 'gone';
    return { state: from, target: targetOf(definition, place.ref) };
  }
  const state = stateAt(definition, place.state);
  if (!state) return 'gone';
  return { state: place.state, target: hasNext(state) && !isEnd(state) ? mainTarget(state) : undefined };
}

function endsGoingTo(states: JsonObject, target: string | undefined): JsonObject {
  if (target === undefined) return states;
  return Object.fromEntries(
    Object.entries(states).map(([name, state]) => [
      name,
      isObject(state) && state['End'] === true ? goingTo(state, target) : state,
    ]),
  );
}
