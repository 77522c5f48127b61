import { StoreProblem, type ObjectStore } from '#shared/simulator/worker';

/** S3 as a table: `bucket/key` and the text of the object. What is written goes into it. */
export function objectsOf(objects: Readonly<Record<string, string>>): {
  readonly store: ObjectStore;
  readonly written: ReadonlyMap<string, string>;
} {
  const held = new Map(Object.entries(objects));
  const written = new Map<string, string>();
  const store: ObjectStore = (request) => {
    switch (request.kind) {
      case 'getObject': {
        const text = held.get(`${request.bucket}/${request.key}`);
        if (text === undefined) throw new StoreProblem('NoSuchKey', 'The specified key does not exist.');
        return text;
      }
      case 'putObject':
        written.set(request.key, request.body);
        return undefined;
      case 'listObjects':
        return [...held]
          .filter(([path]) => path.startsWith(`${request.bucket}/${request.prefix}`))
          .map(([path, text]) => ({
            Etag: '"e"',
            Key: path.slice(request.bucket.length + 1),
            LastModified: 1789180622123,
            Size: text.length,
            StorageClass: 'STANDARD',
          }));
    }
  };
  return { store, written };
}
