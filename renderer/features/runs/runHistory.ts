import { dropRun, storeAbout, storedHistory, storedRuns, storeRun } from './keptRuns';
import type { Run } from '#shared/runs/run';
import { useRuns } from '../../editor/runs/runStore';

/** Runs that are kept over a restart; older ones are let go, unless they are pinned. */
const limit = 50;
/** Histories that are held in memory at once; those of other runs are read again when they are looked at. */
const held = 6;

/** Takes a run into the list. Its history is on disk already, or goes there now. */
export function addRun(run: Run, stored: boolean): void {
  useRuns.setState((state) => {
    const runs = [run, ...state.runs.filter((other) => other.id !== run.id)];
    const shown = new Set(Object.values(state.benches).map((bench) => bench.runId));
    return { runs: runs.map((each, index) => (index < held || shown.has(each.id) ? each : withoutHistory(each))) };
  });
  if (!stored) void storeRun(run, Date.now()).catch(() => undefined);
  const old = useRuns
    .getState()
    .runs.filter((each) => !each.pinned)
    .slice(limit);
  for (const { id } of old) forgetRun(id);
}

function withoutHistory(run: Run): Run {
  const { stages: _stages, children: _children, ...rest } = run;
  return { ...rest, events: [] };
}

export async function loadRuns(): Promise<void> {
  const kept = await storedRuns().catch(() => []);
  useRuns.setState((state) => {
    const known = new Set(state.runs.map((run) => run.id));
    const others = kept
      .filter((run) => !known.has(run.id))
      .map(({ keptAt: _keptAt, ...run }): Run => ({ ...run, events: [] }));
    return { runs: [...state.runs, ...others] };
  });
}

/** The run with its history, read from disk where it is not held. */
export async function wholeRun(run: Run): Promise<Run> {
  if (run.events.length > 0) return run;
  const history = await storedHistory(run.id);
  if (!history) return run;
  const whole: Run = { ...run, ...history };
  useRuns.setState((state) => ({ runs: state.runs.map((other) => (other.id === run.id ? whole : other)) }));
  return whole;
}

/** Pinned runs are kept when others are let go. */
export function pinRun(run: Run, pinned: boolean): void {
  const changed: Run = { ...run, pinned };
  useRuns.setState((state) => ({ runs: state.runs.map((other) => (other.id === run.id ? changed : other)) }));
  void storeAbout(changed, Date.now()).catch(() => undefined);
}

export function forgetRun(id: string): void {
  useRuns.setState((state) => ({ runs: state.runs.filter((run) => run.id !== id) }));
  void dropRun(id).catch(() => undefined);
}
