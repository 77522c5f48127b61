import type { ObjectStore } from '../worker';

/**
 * An S3 that has a few sample objects in every bucket and keeps what is written, so that a distributed Map runs at once.
 * JSON and JSON Lines files hold three items, CSV files a header and three rows.
 */
export function stubStore(lastModified: number): ObjectStore {
  const written = new Map<string, string>();
  return (request) => {
    switch (request.kind) {
      case 'getObject':
        return written.get(`${request.bucket}/${request.key}`) ?? sample(request.key);
      case 'putObject':
        written.set(`${request.bucket}/${request.key}`, request.body);
        return undefined;
      case 'listObjects':
        return [1, 2, 3].map((number) => ({
          Etag: `"sample-${number}"`,
          Key: `${request.prefix}sample-${number}.json`,
          LastModified: Math.floor(lastModified / 1000),
          Size: 1024 * number,
          StorageClass: 'STANDARD',
        }));
    }
  };
}

function sample(key: string): string {
  if (/\.csv$/i.test(key)) return 'id,name\n1,one\n2,two\n3,three\n';
  if (/\.jsonl$/i.test(key)) return '{"id":1}\n{"id":2}\n{"id":3}\n';
  return '[{"id":1},{"id":2},{"id":3}]';
}
