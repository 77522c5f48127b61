import { gunzipSync } from 'node:zlib';
import type { FileReaders } from '../../shared/runs/index';
import { StoreProblem } from '../../shared/simulator/index';

/** How the command line reads files that stand for objects of S3 in saved tests. Parquet is read by the designer alone. */
export const fileReaders: FileReaders = {
  text: (bytes) => Promise.resolve(new TextDecoder().decode(isPacked(bytes) ? gunzipSync(bytes) : bytes)),
  parquet: () => Promise.reject(new StoreProblem('Unreadable', 'The command line cannot read Parquet files.')),
};

/** What gzip has packed, by its first two bytes. */
function isPacked(bytes: Uint8Array): boolean {
  return bytes[0] === 0x1f && bytes[1] === 0x8b;
}
