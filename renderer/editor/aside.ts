import { endPending, showPending } from './store';

/**
 * Lets a worker of its own do one thing, while the window answers, says what is being done and offers to cancel, which ends
 * the worker.
 * @param text what is being done, first
 * @param answer takes what the worker tells; gives the result when that was the last of it, else null
 * @throws Error when the worker fails
 * @returns the result, or `cancelled`
 */
export function aside<Told, Result>(
  worker: Worker,
  asked: unknown,
  text: string,
  answer: (told: Told, say: (text: string) => void) => Result | null,
): Promise<Result | 'cancelled'> {
  const id = crypto.randomUUID();
  return new Promise<Result | 'cancelled'>((resolve, reject) => {
    const say = (doing: string) => showPending({ id, text: doing, cancel: () => resolve('cancelled') });
    say(text);
    worker.onmessage = ({ data }: MessageEvent<Told>) => {
      const result = answer(data, say);
      if (result !== null) resolve(result);
    };
    worker.onerror = ({ message }) => reject(new Error(message));
    worker.postMessage(asked);
  }).finally(() => {
    worker.terminate();
    endPending(id);
  });
}
