import {
  type Run,
  type RunHistory,
  type ShownRun,
  type StoredRun,
  requestOf,
  withoutHistory,
} from '#shared/runs/index';
import { all, get, put, remove } from '../../platform/browser/database';
import { upgradedRun } from './upgradedRun';

/** What is stored of a run apart from its history, so that a list of runs does not hold their events. */
interface RunRecord {
  readonly version: 2;
  readonly id: string;
  /** Milliseconds since 1970. */
  readonly storedAt: number;
  readonly run: StoredRun;
}

type HistoryRecord = RunHistory & { readonly id: string };

/** Stores a run in the browser engine's own database, which lies with the user's data. */
export async function storeRun(run: ShownRun, storedAt: number): Promise<void> {
  const { id, events, stages, children, nested = [] } = run;
  await put('histories', { id, events, stages, children, nested } satisfies HistoryRecord);
  await storeSummary(run, storedAt);
}

/** Changes what is said of a run; its history stays as it is. Refused runs have none and are not stored. */
export async function storeSummary(run: Run, storedAt: number): Promise<void> {
  const stored = withoutHistory(run);
  if (stored.kind !== 'stored') return;
  await put('runs', { version: 2, id: run.id, storedAt, run: stored } satisfies RunRecord);
}

/** The newest first. Records that no version wrote are passed over. */
export async function storedRuns(): Promise<readonly StoredRun[]> {
  const records = (await all<unknown>('runs')).flatMap((record) => upgradedRun(record) ?? []);
  return records.sort((a, b) => b.storedAt - a.storedAt).map(({ run }) => run);
}

export async function storedHistory(id: string): Promise<RunHistory | null> {
  const found = await get<Partial<HistoryRecord>>('histories', id);
  if (!found?.events) return null;
  return {
    events: found.events,
    stages: found.stages ?? [],
    children: found.children ?? [],
    nested: found.nested ?? [],
  };
}

export async function dropRun(id: string): Promise<void> {
  await remove('runs', id);
  await remove('histories', id);
}

/** The runs of a file that were stored by its name, before workflows had an identity, go to the first one of that name. */
export function claimedBy(run: Run, workflow: string, name: string): Run {
  if (run.workflow !== name) return run;
  const claimed = { ...run, workflow };
  void storeSummary(claimed, requestOf(run)?.startTime ?? 0).catch(() => undefined);
  return claimed;
}
