import type { RunView } from '#shared/history/runView';
import { getState, useApp } from '../store';
import type { Run } from '#shared/runs/run';
import { freshBench, useRuns, viewAt } from './runStore';
import { summarise, takenTransitions, type DisplayStatus } from '#shared/runs/summary';

/** The run on screen at its cursor; null while there is none. */
export function useRun(): { readonly run: Run; readonly view: RunView; readonly position: number } | null {
  const sessionId = useApp((state) => state.activeId);
  const bench = useRuns((state) => (sessionId === null ? freshBench : (state.benches[sessionId] ?? freshBench)));
  const run = useRuns((state) => state.runs.find((each) => each.id === bench.runId) ?? null);
  return run ? { run, view: viewAt(run, bench.position), position: bench.position } : null;
}

function currentView(): RunView | null {
  const { activeId } = getState();
  const { benches, runs } = useRuns.getState();
  const bench = activeId === null ? undefined : benches[activeId];
  const run = bench ? runs.find((each) => each.id === bench.runId) : undefined;
  return bench && run ? viewAt(run, bench.position) : null;
}

interface StateRun {
  readonly status: DisplayStatus;
  readonly visits: number;
  readonly attempt: number;
}

/** How the state stands in the run on screen. Cards whose state did not change are not drawn again. */
export function useStateRun(name: string): StateRun | null {
  // As text, so that equal summaries are the same.
  const text = useRuns(() => {
    const view = currentView();
    const summary = view && summarise(view).get(name);
    return summary ? `${summary.status}|${summary.visits}|${summary.attempt}` : null;
  });
  useApp((state) => state.activeId);
  if (text === null) return null;
  const [status, visits, attempt] = text.split('|');
  return { status: status as DisplayStatus, visits: Number(visits), attempt: Number(attempt) };
}

/** Whether the run on screen took a transition between two states. */
export function useTaken(from: string, to: string): boolean {
  useApp((state) => state.activeId);
  return useRuns(() => {
    const view = currentView();
    return view !== null && takenTransitions(view).has(`${from}→${to}`);
  });
}
