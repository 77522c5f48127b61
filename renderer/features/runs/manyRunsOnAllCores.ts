import type { ChanceOutcome, ManyRunsRequest } from '#shared/runs/index';
import { catalogueAddress } from '../../editor/sdk/readFile';
import type { FromManyRuns, ManyRunsAsked } from './messages';

export interface RunningMany {
  readonly done: Promise<{ readonly outcomes: readonly ChanceOutcome[]; readonly problem: string | null }>;
  /** Ends it; what is done so far counts. */
  cancel(): void;
}

/** Runs a workflow many times on all cores, one seed after the other, off the UI's thread. */
export function manyRunsOnAllCores(request: ManyRunsRequest, progress: (done: number) => void): RunningMany {
  const { count, firstSeed } = request;
  const cores = Math.max(1, Math.min(count, navigator.hardwareConcurrency || 2));
  const outcomes: ChanceOutcome[] = [];
  const workers: Worker[] = [];
  let settle: (problem: string | null) => void = () => undefined;
  const done = new Promise<{ outcomes: readonly ChanceOutcome[]; problem: string | null }>((resolve) => {
    settle = (problem) => {
      for (const worker of workers) worker.terminate();
      resolve({ outcomes, problem });
    };
  });
  for (let core = 0; core < cores; core++) {
    const first = Math.floor((count / cores) * core);
    const share = Math.floor((count / cores) * (core + 1)) - first;
    const worker = new Worker(new URL('./chances.worker.ts', import.meta.url), { type: 'module' });
    worker.onmessage = ({ data }: MessageEvent<FromManyRuns>) => {
      if (data.kind === 'problem') return settle(data.message);
      outcomes.push(...data.outcomes);
      progress(outcomes.length);
      if (outcomes.length >= count) settle(null);
    };
    worker.onerror = (event) => settle(event.message);
    worker.postMessage({
      ...request,
      firstSeed: firstSeed + first,
      count: share,
      catalogue: catalogueAddress(),
    } satisfies ManyRunsAsked);
    workers.push(worker);
  }
  return { done, cancel: () => settle(null) };
}
