import type { RunView, StateVisit } from '../history/index';

/** How a state stands at one moment of a run, over all its visits. */
export interface StateSummary {
  readonly status: DisplayStatus;
  readonly visits: number;
  readonly attempt: number;
  readonly last: StateVisit;
}

export type DisplayStatus =
  'running' | 'waiting' | 'retrying' | 'succeeded' | 'caught' | 'failed' | 'timedOut' | 'aborted';

export const statusLabels: Record<DisplayStatus, string> = {
  running: 'Running',
  waiting: 'Waiting',
  retrying: 'Retrying',
  succeeded: 'Succeeded',
  caught: 'Caught error',
  failed: 'Failed',
  timedOut: 'Timed out',
  aborted: 'Aborted',
};

export function statusOf(visit: StateVisit): DisplayStatus {
  const last = visit.attempts.at(-1);
  switch (visit.status) {
    case 'running':
      if (visit.type === 'Wait') return 'waiting';
      return visit.attempts.length > 1 ? 'retrying' : 'running';
    case 'failedAttempt':
      return 'retrying';
    case 'failed':
      return last?.status === 'timedOut' || visit.error === 'States.Timeout' ? 'timedOut' : 'failed';
    case 'succeeded':
    case 'caught':
    case 'aborted':
      return visit.status;
  }
}

const summaries = new WeakMap<RunView, ReadonlyMap<string, StateSummary>>();

/** By name of the state; of several visits at once the one that needs attention counts: running, then failed. */
export function summarise(view: RunView): ReadonlyMap<string, StateSummary> {
  const known = summaries.get(view);
  if (known) return known;
  const found = new Map<string, StateSummary>();
  for (const visit of view.visits) {
    const before = found.get(visit.name);
    const status = statusOf(visit);
    const keep =
      before !== undefined &&
      (before.status === 'running' || before.status === 'waiting' || before.status === 'retrying') &&
      status === 'succeeded';
    found.set(visit.name, {
      status: keep ? before.status : status,
      visits: (before?.visits ?? 0) + 1,
      attempt: visit.attempts.length,
      last: keep ? before.last : visit,
    });
  }
  summaries.set(view, found);
  return found;
}

const transitions = new WeakMap<RunView, ReadonlyMap<string, number>>();

/** A pair of names of states as one text; Start is the empty name. */
export function transitionKey(from: string, to: string): string {
  return `${from}→${to}`;
}

/** Names of the states entered one after the other, as pairs: the transitions that the run took, and how often. */
export function takenTransitions(view: RunView): ReadonlyMap<string, number> {
  const known = transitions.get(view);
  if (known) return known;
  const taken = new Map<string, number>();
  const lastIn = new Map<string, string>();
  for (const visit of view.visits) {
    const scope =
      visit.scope.kind === 'root' ? 'root' : `${visit.scope.kind}:${visit.scope.visit}:${visit.scope.index}`;
    const key = transitionKey(lastIn.get(scope) ?? '', visit.name);
    taken.set(key, (taken.get(key) ?? 0) + 1);
    lastIn.set(scope, visit.name);
  }
  transitions.set(view, taken);
  return taken;
}
