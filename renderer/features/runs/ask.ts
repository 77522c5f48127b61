import type { FromWorker, ToWorker } from './messages';
import { askWorker, startRunWorker } from './simulate';

/** Asks a worker of its own, which is ended after the answer or the limit in milliseconds; null when it does not come. */
export function ask(
  question: Exclude<ToWorker, { kind: 'run' }>,
  limit: number,
  signal?: AbortSignal,
): Promise<FromWorker | null> {
  const worker = startRunWorker();
  let timer: ReturnType<typeof setTimeout> | undefined;
  return new Promise<FromWorker | null>((resolve) => {
    timer = setTimeout(() => resolve(null), limit);
    signal?.addEventListener('abort', () => resolve(null));
    worker.onmessage = ({ data }: MessageEvent<FromWorker>) => resolve(data);
    worker.onerror = () => resolve(null);
    askWorker(worker, question);
  }).finally(() => {
    clearTimeout(timer);
    worker.terminate();
  });
}
