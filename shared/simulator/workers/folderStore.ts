import type { StoredObject } from '../../states/index';
import { StoreProblem, type ObjectStore } from '../worker';

/** The host's files below one folder; paths use `/` and are relative to it. */
export interface FileAccess {
  /** The text of a file, or undefined where there is none. */
  read(path: string): Promise<string | undefined>;
  write(path: string, text: string): Promise<void>;
  /** Every file below a folder, or undefined where there is no such folder. */
  list(path: string): Promise<readonly FileEntry[] | undefined>;
}

export interface FileEntry {
  readonly path: string;
  /** Bytes. */
  readonly size: number;
  /** Milliseconds since the epoch. */
  readonly modified: number;
}

/** S3 as a folder: the object `key` of `bucket` is the file `<bucket>/<key>`. Keys that would leave it are refused. */
export function folderStore(files: FileAccess): ObjectStore {
  return async (request) => {
    switch (request.kind) {
      case 'getObject': {
        const text = await files.read(pathOf(request.bucket, request.key));
        if (text === undefined) throw new StoreProblem('NoSuchKey', 'The specified key does not exist.');
        return text;
      }
      case 'putObject':
        await files.write(pathOf(request.bucket, request.key), request.body);
        return undefined;
      case 'listObjects': {
        const found = await files.list(pathOf(request.bucket, ''));
        if (found === undefined) throw new StoreProblem('NoSuchBucket', 'The specified bucket does not exist');
        return found
          .map((file) => objectOf(file, request.bucket))
          .filter((object) => object.Key.startsWith(request.prefix))
          .sort((a, b) => (a.Key < b.Key ? -1 : 1));
      }
    }
  };
}

function pathOf(bucket: string, key: string): string {
  const steps = [bucket, ...key.split('/')];
  if (steps.some((step, i) => step === '..' || step === '.' || (step === '' && i === 0) || /[\\\0]/.test(step))) {
    throw new StoreProblem('InvalidKey', `The key "${key}" of "${bucket}" is not a path inside the folder.`);
  }
  return key === '' ? bucket : `${bucket}/${key}`;
}

function objectOf(file: FileEntry, bucket: string): StoredObject {
  return {
    Etag: `"${String(file.size)}-${String(file.modified)}"`,
    Key: file.path.slice(bucket.length + 1),
    LastModified: file.modified,
    Size: file.size,
    StorageClass: 'STANDARD',
  };
}
