import { describe, expect, it } from 'vitest';
import { foldHistory } from '#shared/history/index';
import { carryOut, type PlacedObject, type RunRequest } from '#shared/runs/index';
import { fileReaders } from './fileReaders';
import { parquetFile as parquet } from './testing/parquet';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

async function packed(text: string): Promise<Uint8Array> {
  const stream = new Blob([text]).stream().pipeThrough(new CompressionStream('gzip'));
  return new Uint8Array(await new Response(stream).arrayBuffer());
}

const rows = [
  { id: 1, name: 'one', price: 1.5 },
  { id: 2, name: 'two', price: 2 },
  { id: 3, name: 'drei', price: null },
];

describe('files that stand for objects of S3', () => {
  it('are texts, packed or not', async () => {
    expect(await fileReaders.text(bytes('ä,b'))).toBe('ä,b');
    expect(await fileReaders.text(await packed('ä,b'))).toBe('ä,b');
  });

  it('are rows of Parquet', async () => {
    const lines = (await fileReaders.parquet(parquet)).split('\n');
    expect(lines.map((line) => JSON.parse(line) as unknown)).toEqual(rows);
  });
});

/** Runs a distributed Map that gives its items back. */
async function itemsOf(config: object, key: string, objects: readonly PlacedObject[]): Promise<unknown> {
  const reader = {
    Resource: 'arn:aws:states:::s3:getObject',
    ReaderConfig: config,
    Parameters: { Bucket: 'b', Key: key },
  };
  const processor = { StartAt: 'P', States: { P: { Type: 'Pass', End: true } } };
  const map = {
    Type: 'Map',
    ItemReader: reader,
    ItemProcessor: { ...processor, ProcessorConfig: { Mode: 'DISTRIBUTED', ExecutionType: 'STANDARD' } },
    End: true,
  };
  const request: RunRequest = {
    definitionText: JSON.stringify({ StartAt: 'M', States: { M: map } }),
    inputText: '{}',
    name: 'm',
    seed: 1,
    type: 'STANDARD',
    startTime: 0,
    mocks: {},
    objects,
    outcomeChanges: [],
    entryChanges: [],
    redrives: [],
  };
  const ran = await carryOut(request, { readers: fileReaders });
  if (!ran.ok) throw new Error(ran.problem);
  const { output, error, cause } = foldHistory(ran.value.events);
  return output === undefined ? { error, cause } : (JSON.parse(output) as unknown);
}

describe('a distributed Map over placed objects', () => {
  it('reads Parquet by InputType, whatever the key is called', async () => {
    expect(
      await itemsOf({ InputType: 'PARQUET' }, 'table.csv', [{ bucket: 'b', key: 'table.csv', bytes: parquet }]),
    ).toEqual(rows);
  });

  it('reads an inventory whose files are packed, as those of AWS are', async () => {
    const manifest = {
      fileFormat: 'CSV',
      fileSchema: 'Bucket, Key',
      destinationBucket: 'arn:aws:s3:::b',
      files: [{ key: 'data/1.csv.gz' }],
    };
    const objects = [
      { bucket: 'b', key: 'manifest.json', bytes: bytes(JSON.stringify(manifest)) },
      { bucket: 'b', key: 'data/1.csv.gz', bytes: await packed('"b","one.txt"\n"b","two.txt"\n') },
    ];
    expect(await itemsOf({ InputType: 'MANIFEST' }, 'manifest.json', objects)).toEqual([
      { Bucket: 'b', Key: 'one.txt' },
      { Bucket: 'b', Key: 'two.txt' },
    ]);
  });

  it('reads an inventory in Parquet', async () => {
    const manifest = {
      fileFormat: 'Parquet',
      fileSchema: 'message s3 {}',
      destinationBucket: 'arn:aws:s3:::b',
      files: [{ key: 'data' }],
    };
    const objects = [
      { bucket: 'b', key: 'manifest.json', bytes: bytes(JSON.stringify(manifest)) },
      { bucket: 'b', key: 'data', bytes: parquet },
    ];
    expect(await itemsOf({ InputType: 'MANIFEST' }, 'manifest.json', objects)).toEqual(rows);
  });

  it('misses a key that is not among them, and has samples in other buckets', async () => {
    const other = [{ bucket: 'b', key: 'other', bytes: bytes('[]') }];
    expect(await itemsOf({ InputType: 'JSON' }, 'none', other)).toMatchObject({
      error: 'States.ItemReaderFailed',
      cause: 'The specified key does not exist.',
    });
    expect(await itemsOf({ InputType: 'PARQUET' }, 'any', [{ bucket: 'else', key: 'any', bytes: parquet }])).toEqual([
      { id: 1 },
      { id: 2 },
      { id: 3 },
    ]);
  });

  it('fails on a file that is no Parquet', async () => {
    const broken = [{ bucket: 'b', key: 'k', bytes: bytes('id,name') }];
    expect(await itemsOf({ InputType: 'PARQUET' }, 'k', broken)).toMatchObject({ error: 'States.ItemReaderFailed' });
  });
});
