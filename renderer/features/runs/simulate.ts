import type { EndedRun, Mismatch } from '#shared/runs/index';
import { unpackHistory } from './packedHistory';
import type { FromWorker, ToldWorker, ToWorker } from './messages';
import { catalogueAddress } from '../../editor/sdk/readFile';

/** What a run came to. */
interface Simulated {
  readonly kind: 'done';
  readonly ended: EndedRun;
  readonly mismatches: readonly Mismatch[];
}

export interface Simulating {
  readonly done: Promise<Simulated | Extract<FromWorker, { kind: 'problem' }>>;
  /** Ends it where it is; `done` then gives a problem that says so. */
  stop(): void;
}

/** The worker that carries runs out. */
export const startRunWorker = () => new Worker(new URL('./run.worker.ts', import.meta.url), { type: 'module' });

/** Asks a worker of runs, which is told where the catalogue is. */
export function askWorker(worker: Worker, asked: ToWorker): void {
  worker.postMessage({ ...asked, catalogue: catalogueAddress() } satisfies ToldWorker);
}

function unpacked({ packed, ...ended }: Extract<FromWorker, { kind: 'done' }>['ended']): EndedRun {
  return { ...ended, ...unpackHistory(packed) };
}

/** Runs a request off the UI's thread, and stores it from there too: copying a long history to disk takes its time. */
export function simulate(asked: Omit<Extract<ToWorker, { kind: 'run' }>, 'kind'>): Simulating {
  const worker = startRunWorker();
  let settle: (message: Awaited<Simulating['done']>) => void = () => undefined;
  const done: Simulating['done'] = new Promise((resolve) => {
    settle = resolve;
    worker.onmessage = ({ data }: MessageEvent<FromWorker>) => {
      if (data.kind === 'stored' || data.kind === 'problem' || asked.store === null) worker.terminate();
      if (data.kind === 'problem') resolve(data);
      if (data.kind === 'done') resolve({ ...data, ended: unpacked(data.ended) });
    };
    worker.onerror = (event) => {
      worker.terminate();
      resolve({ kind: 'problem', message: event.message });
    };
  });
  askWorker(worker, { kind: 'run', ...asked });
  const stop = () => {
    worker.terminate();
    settle({ kind: 'problem', message: 'Stopped.' });
  };
  return { done, stop };
}
