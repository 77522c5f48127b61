import type { RunView } from '#shared/history/runView';
import { useApp } from '../store/store';
import type { Run } from './run';
import { freshBench, useRuns, viewAt } from './runStore';
import { summarise, takenTransitions, type StateSummary } from './summary';

/** The run on screen at its cursor; null while there is none. */
export function useRun(): { readonly run: Run; readonly view: RunView; readonly position: number } | null {
  const sessionId = useApp((state) => state.activeId);
  const bench = useRuns((state) => (sessionId === null ? freshBench : (state.benches[sessionId] ?? freshBench)));
  const run = useRuns((state) => state.runs.find((each) => each.id === bench.runId) ?? null);
  return run ? { run, view: viewAt(run, bench.position), position: bench.position } : null;
}

/** How the state stands in the run on screen. */
export function useStateRun(name: string): StateSummary | null {
  const shown = useRun();
  return (shown && summarise(shown.view).get(name)) ?? null;
}

/** How often the run on screen took a transition between two states. */
export function useTaken(from: string, to: string): number {
  const shown = useRun();
  return shown ? (takenTransitions(shown.view).get(`${from}→${to}`) ?? 0) : 0;
}
