import type { Worker } from '../worker';

/** A worker chosen by the name of the state; the others are done by another one. */
export function workerByState(workers: Readonly<Record<string, Worker>>, others: Worker): Worker {
  return (request) => {
    const chosen = Object.hasOwn(workers, request.stateName) ? workers[request.stateName] : undefined;
    return (chosen ?? others)(request);
  };
}
