import type { CostBasis } from '#shared/cost/estimate';
import type { ChanceRequest, FromChances } from './chances.worker';
import type { OddsByState, Outcome } from '#shared/runs/chances';
import type { RunRequest } from '#shared/runs/run';

export interface Rolling {
  readonly done: Promise<{ readonly outcomes: readonly Outcome[]; readonly problem: string | null }>;
  /** Ends it; what is done so far counts. */
  cancel(): void;
}

interface Rolls {
  readonly request: RunRequest;
  readonly cost: CostBasis;
  readonly odds: OddsByState;
  readonly count: number;
  readonly seed: number;
}

/** Runs a workflow many times on all cores, one seed after the other, off the UI's thread. */
export function rollChances({ request, cost, odds, count, seed }: Rolls, progress: (done: number) => void): Rolling {
  const cores = Math.max(1, Math.min(count, navigator.hardwareConcurrency || 2));
  const outcomes: Outcome[] = [];
  const workers: Worker[] = [];
  let settle: (problem: string | null) => void = () => undefined;
  const done = new Promise<{ outcomes: readonly Outcome[]; problem: string | null }>((resolve) => {
    settle = (problem) => {
      for (const worker of workers) worker.terminate();
      resolve({ outcomes, problem });
    };
  });
  for (let core = 0; core < cores; core++) {
    const first = Math.floor((count / cores) * core);
    const share = Math.floor((count / cores) * (core + 1)) - first;
    const worker = new Worker(new URL('./chances.worker.ts', import.meta.url), { type: 'module' });
    worker.onmessage = ({ data }: MessageEvent<FromChances>) => {
      if (data.kind === 'problem') return settle(data.message);
      outcomes.push(...data.outcomes);
      progress(outcomes.length);
      if (outcomes.length >= count) settle(null);
    };
    worker.onerror = (event) => settle(event.message);
    worker.postMessage({ request, cost, odds, firstSeed: seed + first, count: share } satisfies ChanceRequest);
    workers.push(worker);
  }
  return { done, cancel: () => settle(null) };
}
