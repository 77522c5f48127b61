import type { FromWorker, RunRequest, ToWorker } from '#shared/runs/run';

export interface Simulating {
  readonly done: Promise<FromWorker>;
  /** Ends it where it is; `done` then gives a problem that says so. */
  stop(): void;
}

/** Runs a request off the UI's thread, and keeps it from there too: copying a long history to disk takes its time. */
export function simulate(request: RunRequest, keep: ToWorker['keep'] = null): Simulating {
  const worker = new Worker(new URL('./run.worker.ts', import.meta.url), { type: 'module' });
  let settle: (message: FromWorker) => void = () => undefined;
  const done = new Promise<FromWorker>((resolve) => {
    settle = resolve;
    worker.onmessage = ({ data }: MessageEvent<FromWorker>) => {
      if (data.kind === 'kept' || data.kind === 'problem' || keep === null) worker.terminate();
      if (data.kind !== 'kept') resolve(data);
    };
    worker.onerror = (event) => {
      worker.terminate();
      resolve({ kind: 'problem', message: event.message });
    };
  });
  worker.postMessage({ request, keep } satisfies ToWorker);
  const stop = () => {
    worker.terminate();
    settle({ kind: 'problem', message: 'Stopped.' });
  };
  return { done, stop };
}
