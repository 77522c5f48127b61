import { all, put, remove } from '../platform/browser/database';
import { useRuns } from './runStore';
import type { Run } from './run';

/** Runs that are kept over a restart, the newest first; older ones are let go. */
const limit = 50;

interface KeptRun extends Run {
  readonly keptAt: number;
}

/** Keeps a run in the browser engine's own store, which lies with the user's data. */
export function keepRun(run: Run): void {
  void put('runs', { ...run, keptAt: Date.now() } satisfies KeptRun)
    .then(tidy)
    .catch(() => undefined);
}

export async function loadRuns(): Promise<void> {
  const kept = await all<KeptRun>('runs').catch(() => []);
  const runs = kept.sort((a, b) => b.keptAt - a.keptAt);
  useRuns.setState((state) => ({
    runs: [...state.runs, ...runs.filter((run) => !state.runs.some((other) => other.id === run.id))],
  }));
}

/** Pinned runs are kept when others are let go. */
export function pinRun(run: Run, pinned: boolean): void {
  const changed: Run = { ...run, pinned };
  useRuns.setState((state) => ({ runs: state.runs.map((other) => (other.id === run.id ? changed : other)) }));
  keepRun(changed);
}

export function forgetRun(id: string): void {
  useRuns.setState((state) => ({ runs: state.runs.filter((run) => run.id !== id) }));
  void remove('runs', id).catch(() => undefined);
}

async function tidy(): Promise<void> {
  const kept = await all<KeptRun>('runs');
  const old = kept
    .filter((run) => !run.pinned)
    .sort((a, b) => b.keptAt - a.keptAt)
    .slice(limit);
  for (const { id } of old) await remove('runs', id);
}
