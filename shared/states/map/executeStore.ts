import { StateFailure } from '../../expressions/index';
import type { Flow, ReadAs, StoreRequest, StoredObject } from '../execution';

/** An item source that cannot be read: the Map Run fails. */
export function readFailure(cause: string): StateFailure {
  return new StateFailure('States.ItemReaderFailed', cause, { mapRun: true });
}

/** The text of an object; a byte order mark is none of it. */
export function* objectText(bucket: string, key: string, as: ReadAs): Flow<string> {
  const text = (yield* fromStore({ kind: 'getObject', bucket, key, as })) as string;
  return text.startsWith('\ufeff') ? text.slice(1) : text;
}

export function* listedObjects(bucket: string, prefix: string): Flow<readonly StoredObject[]> {
  return (yield* fromStore({ kind: 'listObjects', bucket, prefix })) as readonly StoredObject[];
}

function* fromStore(request: StoreRequest): Flow<unknown> {
  try {
    return yield { kind: 'store', request };
  } catch (problem) {
    throw readFailure(storeMessage(problem));
  }
}

/** The words of a store that refused, whatever it threw. */
export function storeMessage(problem: unknown): string {
  const message = (problem as { message?: unknown } | null)?.message;
  return typeof message === 'string' ? message : String(problem);
}
