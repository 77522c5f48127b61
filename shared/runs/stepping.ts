import {
  type EventMeaning,
  type HistoryEvent,
  type RunView,
  type ScopeRef,
  type StateVisit,
  detailsOf,
  foldHistory,
  rowOf,
} from '../history/index';
import type { ShownRun } from './run';

/** What a step stops at. */
export interface Stops {
  /** Ids of the events that breakpoints stop at. */
  readonly ids: ReadonlySet<number>;
  readonly onError: boolean;
}

const ends = new WeakMap<ShownRun, RunView>();

/** The run as it ended: every visit that there will be. */
export function wholeView(run: ShownRun): RunView {
  const known = ends.get(run);
  if (known) return known;
  const view = foldHistory(run.events);
  ends.set(run, view);
  return view;
}

const owners = new WeakMap<ShownRun, ReadonlyMap<number, StateVisit>>();

/** The visit that each event belongs to: the last one entered at or before it in its line of control. */
function ownersOf(run: ShownRun): ReadonlyMap<number, StateVisit> {
  const known = owners.get(run);
  if (known) return known;
  const entered = new Map(wholeView(run).visits.map((visit) => [visit.id, visit]));
  const around = (visit: StateVisit) => (visit.scope.kind === 'root' ? undefined : entered.get(visit.scope.visit));
  const found = new Map<number, StateVisit>();
  const left = new Set<StateVisit>();
  for (const event of run.events) {
    let visit = entered.get(event.id) ?? found.get(event.previousEventId);
    const { name } = detailsOf(event);
    // The end of an iteration, branch or container follows the last event inside it, but belongs to the container.
    while (visit && (typeof name === 'string' ? visit.name !== name && around(visit) : left.has(visit)))
      visit = around(visit);
    if (!visit) continue;
    found.set(event.id, visit);
    if (rowOf(event.type)?.meaning === 'stateExited') left.add(visit);
  }
  owners.set(run, found);
  return found;
}

export function visitAt(run: ShownRun, position: number): StateVisit | null {
  const event = run.events[position - 1];
  return (event && ownersOf(run).get(event.id)) ?? null;
}

function sameScope(a: ScopeRef, b: ScopeRef): boolean {
  return a.kind === b.kind && (a.kind === 'root' || (b.kind !== 'root' && a.visit === b.visit && a.index === b.index));
}

/** One event on. */
export function stepInto(run: ShownRun, position: number): number {
  return Math.min(run.events.length, position + 1);
}

/** To where the next state of the same branch, iteration or machine has been entered; to the end when there is none. */
export function stepOver(run: ShownRun, position: number): number {
  const current = visitAt(run, position);
  const next = wholeView(run).visits.find(
    (visit) => visit.id > position && (current === null || sameScope(visit.scope, current.scope)),
  );
  return next ? next.id : current && current.scope.kind !== 'root' ? stepOut(run, position) : run.events.length;
}

/** To where the Map or Parallel around the current state has been left. */
export function stepOut(run: ShownRun, position: number): number {
  const current = visitAt(run, position);
  if (!current || current.scope.kind === 'root') return run.events.length;
  const { visit: container } = current.scope;
  const around = wholeView(run).visits.find((visit) => visit.id === container);
  return around ? Math.max(position, around.lastEventId) : run.events.length;
}

/** Back to where the state before was entered. */
export function stepBack(run: ShownRun, position: number): number {
  const before = wholeView(run).visits.filter((visit) => visit.id < position);
  return before.at(-1)?.id ?? 0;
}

/** To where a state is entered next; null when it is not entered any more. */
export function runTo(run: ShownRun, position: number, state: string): number | null {
  return wholeView(run).visits.find((visit) => visit.id > position && visit.name === state)?.id ?? null;
}

/** The next place to stop at: a breakpoint, or an error; the end when there is none. */
export function nextStop(run: ShownRun, position: number, { ids, onError }: Stops): number {
  for (let index = position; index < run.events.length; index++) {
    const event = run.events[index];
    if (!event) break;
    if (ids.has(event.id) || (onError && isError(event))) return index + 1;
  }
  return run.events.length;
}

const errors: ReadonlySet<EventMeaning> = new Set([
  'executionFailed',
  'executionTimedOut',
  'stateFailed',
  'iterationFailed',
  'mapRunFailed',
  'taskFailed',
  'taskTimedOut',
  'evaluationFailed',
]);

function isError(event: HistoryEvent): boolean {
  const meaning = rowOf(event.type)?.meaning;
  return meaning !== undefined && errors.has(meaning);
}
