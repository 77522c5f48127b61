import { useMemo } from 'react';
import type { RunView } from '#shared/history/runView';
import type { ShownRun } from '#shared/runs/run';
import { summarise, takenTransitions, type DisplayStatus } from '#shared/runs/summary';
import { getState, useApp } from '../store';
import { playbackOf, runsState, shownRun, usePlayback, useRuns, viewAt } from './runStore';

/** The run on screen at its cursor; null while there is none. */
export function useRun(): { readonly run: ShownRun; readonly view: RunView; readonly position: number } | null {
  const sessionId = useApp((state) => state.activeId);
  const { position } = usePlayback(sessionId ?? '');
  const run = useRuns(() => (sessionId === null ? null : shownRun(sessionId)));
  return run ? { run, view: viewAt(run, position), position } : null;
}

function currentView(): RunView | null {
  const { activeId } = getState();
  const run = activeId === null ? null : shownRun(activeId);
  return activeId !== null && run ? viewAt(run, playbackOf(activeId).position) : null;
}

interface StateRun {
  readonly status: DisplayStatus;
  readonly visits: number;
  readonly attempt: number;
}

/** How the state stands in the run on screen. Cards whose state did not change are not drawn again. */
export function useStateRun(name: string): StateRun | null {
  useApp((state) => state.activeId);
  const summary = () => {
    const view = currentView();
    return view ? summarise(view).get(name) : undefined;
  };
  const status = useRuns(() => summary()?.status ?? null);
  const visits = useRuns(() => summary()?.visits ?? 0);
  const attempt = useRuns(() => summary()?.attempt ?? 0);
  return useMemo(() => (status === null ? null : { status, visits, attempt }), [status, visits, attempt]);
}

/** Whether the last tests did not come to a state. */
export function useUncovered(name: string): boolean {
  return useRuns(() => runsState().uncovered?.has(name) === true);
}

/** Whether the run on screen took a transition between two states. */
export function useTaken(from: string, to: string): boolean {
  useApp((state) => state.activeId);
  return useRuns(() => {
    const view = currentView();
    return view !== null && takenTransitions(view).has(`${from}→${to}`);
  });
}
