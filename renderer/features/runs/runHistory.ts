import { type Run, type ShownRun, isShown, withHistory, withoutHistory } from '#shared/runs/index';
import { runsState, setRuns } from '../../editor/runs/runStore';
import { getState, onAppChange } from '../../editor/store';
import { claimedBy, dropRun, storedHistory, storedRuns, storeRun, storeSummary } from './runDatabase';

/** Runs that stay over a restart; older ones are let go, unless they are pinned. */
const storedLimit = 50;
/** Histories that are in memory at once; those of other runs are read again when they are looked at. */
const loadedLimit = 6;

/** Puts a run first in the list. Its history is on disk already, or goes there now. */
export function addRun(run: Run, stored: boolean): void {
  const shown = new Set(Object.values(runsState().playbacks).map(({ runId }) => runId));
  setRuns((runs) =>
    [run, ...runs.filter((other) => other.id !== run.id)].map((each, index) =>
      index < loadedLimit || shown.has(each.id) ? each : withoutHistory(each),
    ),
  );
  if (!stored && isShown(run)) void storeRun(run, Date.now()).catch(() => undefined);
  const old = runsState()
    .runs.filter((each) => !each.pinned)
    .slice(storedLimit);
  for (const { id } of old) forgetRun(id);
}

/** Reads the list of stored runs, and lets each open workflow have those that were stored by its name. */
export async function loadRuns(): Promise<void> {
  const stored = await storedRuns().catch(() => []);
  setRuns((runs) => {
    const known = new Set(runs.map((run) => run.id));
    return [...runs, ...stored.filter((run) => !known.has(run.id))];
  });
  const claimed = new Set<string>();
  const claim = () => {
    for (const { id, workflow, name } of getState().sessions) {
      if (claimed.has(id)) continue;
      claimed.add(id);
      if (runsState().runs.some((run) => run.workflow === name))
        setRuns((runs) => runs.map((run) => claimedBy(run, workflow, name)));
    }
  };
  claim();
  onAppChange(claim);
}

/** The run with its history, read from disk where it is not in memory; null when it is not there any more. */
export async function wholeRun(run: Run): Promise<ShownRun | null> {
  if (isShown(run)) return run;
  if (run.kind === 'refused') return null;
  const history = await storedHistory(run.id);
  if (!history || history.events.length === 0) return null;
  const whole = withHistory(run, history);
  replaceRun(whole);
  return whole;
}

/** Pinned runs stay when others are let go. */
export function pinRun(run: Run, pinned: boolean): void {
  const changed: Run = { ...run, pinned };
  replaceRun(changed);
  void storeSummary(changed, Date.now()).catch(() => undefined);
}

export function forgetRun(id: string): void {
  setRuns((runs) => runs.filter((run) => run.id !== id));
  void dropRun(id).catch(() => undefined);
}

function replaceRun(run: Run): void {
  setRuns((runs) => runs.map((other) => (other.id === run.id ? run : other)));
}
