import type { FromWorker, RunRequest } from './run';

export interface Simulating {
  readonly done: Promise<FromWorker>;
  /** Ends it where it is; `done` then gives a problem that says so. */
  stop(): void;
}

/** Runs a request off the UI's thread. */
export function simulate(request: RunRequest): Simulating {
  const worker = new Worker(new URL('./run.worker.ts', import.meta.url), { type: 'module' });
  let settle: (message: FromWorker) => void = () => undefined;
  const done = new Promise<FromWorker>((resolve) => {
    settle = (message) => {
      worker.terminate();
      resolve(message);
    };
    worker.onmessage = ({ data }: MessageEvent<FromWorker>) => settle(data);
    worker.onerror = (event) => settle({ kind: 'problem', message: event.message });
  });
  worker.postMessage(request);
  return { done, stop: () => settle({ kind: 'problem', message: 'Stopped.' }) };
}
