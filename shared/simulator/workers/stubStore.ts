import { type JsonValue } from '../../base/index';
import type { ReadAs } from '../../states/index';
import type { ObjectStore } from '../worker';

/**
 * An S3 that has a few sample objects in every bucket and keeps what is written, so that a distributed Map runs at once.
 * What an object holds is decided by what its reader takes it for, never by its name: three items, or a manifest of one
 * file with three rows.
 */
export function stubStore(lastModified: number): ObjectStore {
  const written = new Map<string, string>();
  return (request) => {
    switch (request.kind) {
      case 'getObject':
        return (
          written.get(`${request.bucket}/${request.key}`) ?? sample(request.bucket, request.as ?? { type: 'JSON' })
        );
      case 'putObject':
        written.set(`${request.bucket}/${request.key}`, request.body);
        return undefined;
      case 'listObjects':
        return [1, 2, 3].map((number) => ({
          Etag: `"sample-${number}"`,
          Key: `${request.prefix}sample-${number}`,
          LastModified: lastModified,
          Size: 1024 * number,
          StorageClass: 'STANDARD',
        }));
    }
  };
}

const items = [{ id: 1 }, { id: 2 }, { id: 3 }];

function sample(bucket: string, as: ReadAs): string {
  switch (as.type) {
    case 'JSON':
      return JSON.stringify(inside(as.pointer ?? '', items));
    case 'JSONL':
    case 'PARQUET':
      return items.map((item) => JSON.stringify(item)).join('\n');
    case 'CSV':
      return csv(as.headers);
    case 'ATHENA_DATA':
      return `s3://${bucket}/sample-1\n`;
    case 'S3_INVENTORY':
      return JSON.stringify({
        sourceBucket: bucket,
        destinationBucket: `arn:aws:s3:::${bucket}`,
        fileFormat: 'CSV',
        fileSchema: 'Bucket, Key, Size',
        files: [{ key: 'sample-inventory' }],
      });
  }
}

/** The value at the place that a JSON Pointer leads to. */
function inside(pointer: string, value: JsonValue): JsonValue {
  const names = pointer.split('/').slice(1);
  return names.reduceRight<JsonValue>(
    (inner, name) => ({ [name.replace(/~1/g, '/').replace(/~0/g, '~')]: inner }),
    value,
  );
}

/** Three rows of a table; with its headers where the file has to name them itself. */
function csv(headers: readonly string[] | undefined): string {
  const names = headers ?? ['id', 'name'];
  const rows = [1, 2, 3].map((row) => names.map((name) => `${name}-${String(row)}`).join(','));
  return [...(headers === undefined ? [names.join(',')] : []), ...rows].join('\n');
}
