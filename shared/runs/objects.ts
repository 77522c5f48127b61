import { type ObjectStore, StoreProblem } from '../simulator/index';
import type { StoreRequest } from '../states/index';

/** A file that stands for an object of S3 in a run. */
export interface PlacedObject {
  readonly bucket: string;
  readonly key: string;
  readonly bytes: Uint8Array;
}

/** How the host reads files. A file that is compressed by gzip is read as what it was before. */
export interface FileReaders {
  text(bytes: Uint8Array): Promise<string>;
  /** The rows of a Parquet file as JSON Lines. */
  parquet(bytes: Uint8Array): Promise<string>;
}

/**
 * S3 with these objects in it. A bucket that has one has no others: a key that is not there is missing. Any other bucket,
 * and what is written, is the matter of `others`.
 */
export function placedStore(
  objects: readonly PlacedObject[],
  readers: FileReaders,
  lastModified: number,
  others: ObjectStore,
): ObjectStore {
  const written = new Set<string>();
  return (request) => {
    const inBucket = objects.filter(({ bucket }) => bucket === request.bucket);
    if (request.kind === 'putObject') written.add(`${request.bucket}/${request.key}`);
    const isWritten = request.kind === 'getObject' && written.has(`${request.bucket}/${request.key}`);
    if (inBucket.length === 0 || isWritten || request.kind === 'putObject') return others(request);
    return request.kind === 'getObject' ? read(request, inBucket, readers) : list(request, inBucket, lastModified);
  };
}

async function read(
  { key, as }: Extract<StoreRequest, { kind: 'getObject' }>,
  objects: readonly PlacedObject[],
  readers: FileReaders,
): Promise<string> {
  const found = objects.find((object) => object.key === key);
  if (found === undefined) throw new StoreProblem('NoSuchKey', 'The specified key does not exist.');
  return as?.type === 'PARQUET' ? readers.parquet(found.bytes) : readers.text(found.bytes);
}

function list(
  { prefix }: Extract<StoreRequest, { kind: 'listObjects' }>,
  objects: readonly PlacedObject[],
  lastModified: number,
): readonly object[] {
  return objects
    .filter(({ key }) => key.startsWith(prefix))
    .sort((a, b) => (a.key < b.key ? -1 : 1))
    .map(({ key, bytes }) => ({
      Etag: `"${String(bytes.length)}"`,
      Key: key,
      LastModified: lastModified,
      Size: bytes.length,
      StorageClass: 'STANDARD',
    }));
}
