import { useShallow } from 'zustand/react/shallow';
import type { RunView } from '#shared/history/index';
import { type DisplayStatus, type ShownRun, summarise, takenTransitions } from '#shared/runs/index';
import { getState, useApp } from '../store';
import { playbackOf, shownRun, usePlayback, useRuns, viewAt } from './runStore';

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
  return useRuns(
    useShallow(() => {
      const found = summary();
      return found ? { status: found.status, visits: found.visits, attempt: found.attempt } : null;
    }),
  );
}

/** Whether the last tests did not come to a state. */
export function useUncovered(name: string): boolean {
  return useRuns(({ uncovered }) => uncovered?.has(name) === true);
}

/** Whether the run on screen took one of some transitions, by `transitionKey`. */
export function useTaken(transitions: readonly string[]): boolean {
  useApp((state) => state.activeId);
  return useRuns(() => {
    const view = currentView();
    if (view === null) return false;
    const taken = takenTransitions(view);
    return transitions.some((transition) => taken.has(transition));
  });
}
