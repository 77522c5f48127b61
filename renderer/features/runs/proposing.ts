import type { RunRequest } from '#shared/runs/index';
import type { FromWorker } from './messages';
import { askWorker, startRunWorker } from './simulate';

type Proposal = Extract<FromWorker, { kind: 'covered' | 'problem' }>;

export interface Proposing {
  readonly done: Promise<Proposal>;
  /** Ends the search; `done` then gives a problem that says so. */
  stop(): void;
}

/** Searches tests for a request in a worker of its own: an expression of the workflow may never end. */
export function propose(request: RunRequest): Proposing {
  const worker = startRunWorker();
  let settle: (proposal: Proposal) => void = () => undefined;
  const done = new Promise<Proposal>((resolve) => {
    settle = (proposal) => {
      worker.terminate();
      resolve(proposal);
    };
  });
  worker.onmessage = ({ data }: MessageEvent<FromWorker>) => {
    if (data.kind === 'covered' || data.kind === 'problem') settle(data);
  };
  worker.onerror = (event) => settle({ kind: 'problem', message: event.message });
  askWorker(worker, { kind: 'cover', request });
  return { done, stop: () => settle({ kind: 'problem', message: 'Stopped.' }) };
}
