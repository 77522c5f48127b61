import type { BreakCondition, ShownRun } from '#shared/runs/index';
import type { StatePath } from '#shared/workflow/index';
import type { FromWorker, ToWorker } from './messages';

export interface Simulating {
  readonly done: Promise<Exclude<FromWorker, { kind: 'stored' | 'stops' }>>;
  /** Ends it where it is; `done` then gives a problem that says so. */
  stop(): void;
}

const startWorker = () => new Worker(new URL('./run.worker.ts', import.meta.url), { type: 'module' });

/** Runs a request off the UI's thread, and stores it from there too: copying a long history to disk takes its time. */
export function simulate(asked: Omit<Extract<ToWorker, { kind: 'run' }>, 'kind'>): Simulating {
  const worker = startWorker();
  let settle: (message: Awaited<Simulating['done']>) => void = () => undefined;
  const done: Simulating['done'] = new Promise((resolve) => {
    settle = resolve;
    worker.onmessage = ({ data }: MessageEvent<FromWorker>) => {
      if (data.kind === 'stored' || data.kind === 'problem' || asked.store === null) worker.terminate();
      if (data.kind === 'done' || data.kind === 'problem') resolve(data);
    };
    worker.onerror = (event) => {
      worker.terminate();
      resolve({ kind: 'problem', message: event.message });
    };
  });
  worker.postMessage({ kind: 'run', ...asked } satisfies ToWorker);
  const stop = () => {
    worker.terminate();
    settle({ kind: 'problem', message: 'Stopped.' });
  };
  return { done, stop };
}

/** Milliseconds that the conditions of breakpoints may take for a whole history. */
const conditionLimit = 5000;

/**
 * The events at which breakpoints stop, with conditions evaluated off the UI's thread. Conditions that do not come to an end
 * stop nowhere; null says so.
 */
export function stopsInWorker(
  run: ShownRun,
  breakpoints: readonly StatePath[],
  conditions: Readonly<Record<string, BreakCondition>>,
): Promise<ReadonlySet<number> | null> {
  const worker = startWorker();
  return new Promise<ReadonlySet<number> | null>((resolve) => {
    const timer = setTimeout(() => resolve(null), conditionLimit);
    const end = (ids: ReadonlySet<number> | null) => {
      clearTimeout(timer);
      resolve(ids);
    };
    worker.onmessage = ({ data }: MessageEvent<FromWorker>) => end(data.kind === 'stops' ? data.ids : null);
    worker.onerror = () => end(null);
    worker.postMessage({ kind: 'stops', run, breakpoints, conditions } satisfies ToWorker);
  }).finally(() => worker.terminate());
}
