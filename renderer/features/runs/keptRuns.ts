import { all, get, put, remove } from '../../platform/browser/database';
import type { Run } from '#shared/runs/run';

/** What is kept of a run apart from its history, so that a list of runs does not hold their events. */
export type KeptRun = Omit<Run, 'events' | 'stages' | 'children'> & { readonly keptAt: number };

type KeptHistory = Pick<Run, 'id' | 'events' | 'stages' | 'children'>;

/** Keeps a run in the browser engine's own store, which lies with the user's data. */
export async function storeRun(run: Run, keptAt: number): Promise<void> {
  const { events, stages, children, ...rest } = run;
  const history: KeptHistory = { id: run.id, events, ...(stages ? { stages } : {}), ...(children ? { children } : {}) };
  await put('histories', history);
  await put('runs', { ...rest, keptAt } satisfies KeptRun);
}

/** Changes what is said of a run; its history stays as it is. */
export async function storeAbout(run: Run, keptAt: number): Promise<void> {
  const { events: _events, stages: _stages, children: _children, ...rest } = run;
  await put('runs', { ...rest, keptAt } satisfies KeptRun);
}

/** The newest first. */
export async function storedRuns(): Promise<readonly KeptRun[]> {
  return (await all<KeptRun>('runs')).sort((a, b) => b.keptAt - a.keptAt);
}

export async function storedHistory(id: string): Promise<Omit<KeptHistory, 'id'> | null> {
  const found = await get<KeptHistory>('histories', id);
  if (!found) return null;
  const { id: _id, ...history } = found;
  return history;
}

export async function dropRun(id: string): Promise<void> {
  await remove('runs', id);
  await remove('histories', id);
}
