import { describe, expect, it } from 'vitest';
import { runMachine, typesOf, type RunOptions } from './testing/runMachine';
import { objectsOf } from './testing/objects';
import type { ExecutionResult } from './simulation';

const scope = { StartAt: 'I', States: { I: { Type: 'Pass', End: true } } };
const distributed = { ProcessorConfig: { Mode: 'DISTRIBUTED', ExecutionType: 'STANDARD' }, ...scope };
const run = (state: object, options: RunOptions = {}): Promise<ExecutionResult> =>
  runMachine(
    { StartAt: 'M', States: { M: { Type: 'Map', ItemProcessor: distributed, End: true, ...state } } },
    options,
  );
const shown = {
  'key.$': '$$.Map.Item.Key',
  'index.$': '$$.Map.Item.Index',
  'value.$': '$$.Map.Item.Value',
};
const pairs = [
  { Key: 'a', Value: { x: 1 } },
  { Key: 'b', Value: 2 },
];
const object = { a: { x: 1 }, b: 2 };

describe('a Map over a JSON object', () => {
  it.each<[string, object]>([
    ['ItemsPath', { ItemsPath: '$.o' }],
    ['its input', { InputPath: '$.o' }],
    ['an expression of Items', { QueryLanguage: 'JSONata', Items: '{% $states.input.o %}' }],
    ['a literal of Items', { QueryLanguage: 'JSONata', Items: object }],
    [
      'an expression of Items, inline',
      { QueryLanguage: 'JSONata', Items: '{% $states.input.o %}', ItemProcessor: scope },
    ],
  ])('works on its members: %s', async (_how, state) => {
    const result = await run(state, { input: { o: object } });
    expect(result).toMatchObject({ status: 'SUCCEEDED', output: pairs });
    if (!('ItemProcessor' in state)) expect(result.mapRuns[0]?.itemCounts.total).toBe(2);
    expect(result.events.find(({ type }) => type === 'MapStateStarted')).toMatchObject({
      mapStateStartedEventDetails: { length: 2 },
    });
  });

  it('shows key, index and value of an item to the ItemSelector', async () => {
    const result = await run({ ItemsPath: '$.o', ItemSelector: shown }, { input: { o: object } });
    expect(result.output).toEqual([
      { key: 'a', index: 0, value: { x: 1 } },
      { key: 'b', index: 1, value: 2 },
    ]);
    const jsonata = await run(
      {
        QueryLanguage: 'JSONata',
        Items: '{% $states.input.o %}',
        ItemSelector: '{% $states.context.Map.Item.Key & $string($states.context.Map.Item.Index) %}',
        ItemProcessor: scope,
      },
      { input: { o: object } },
    );
    expect(jsonata.output).toEqual(['a0', 'b1']);
  });

  it('is refused before the day that AWS learnt it, and inline in JSONPath as recorded', async () => {
    const before = { input: { o: object }, settings: { awsAsOf: '2025-09-17' } };
    expect((await run({ ItemsPath: '$.o' }, before)).error).toBe('States.Runtime');
    expect((await run({ QueryLanguage: 'JSONata', Items: '{% $states.input.o %}' }, before)).error).toBe(
      'States.QueryEvaluationError',
    );
    const inline = await run({ ItemsPath: '$.o', ItemProcessor: scope }, { input: { o: object } });
    expect(inline.cause).toContain('Reference path "$.o" must point to array.');
  });
});

describe('an ItemReader', () => {
  const reader = (ReaderConfig: object, Key = 'k'): object => ({
    ItemReader: { Resource: 'arn:aws:states:::s3:getObject', Parameters: { Bucket: 'b', Key }, ReaderConfig },
  });
  const list = (ReaderConfig: object): object => ({
    ItemReader: {
      Resource: 'arn:aws:states:::s3:listObjectsV2',
      Parameters: { Bucket: 'b', Prefix: 'in/' },
      ReaderConfig,
    },
  });
  const csv = { InputType: 'CSV', CSVHeaderLocation: 'FIRST_ROW' };
  const given = { InputType: 'CSV', CSVHeaderLocation: 'GIVEN', CSVHeaders: ['h'] };
  const inventory = JSON.stringify({
    sourceBucket: 'from',
    destinationBucket: 'arn:aws:s3:::b',
    fileSchema: 'Bucket, Key, Size',
    files: [{ key: 'inventory-1' }, { key: 'inventory-2' }],
  });
  const objects = {
    'b/array': '[1,{"n":1.0}]',
    'b/object': JSON.stringify(object),
    'b/inside': JSON.stringify({ data: { 'a/b': [1, 2], members: object, list: [[3]] } }),
    'b/lines': '{"a":1}\n\n  \n[2]\r\n"three"\n',
    'b/marked': '\ufeff[1]',
    'b/marked.csv': '\ufeffa,b\n1,"x, y"\n',
    'b/table': 'a,b\n1,2\n3,4\n',
    'b/broken': '[1,',
    'b/number': '7',
    'b/in/': '',
    'b/in/1': '[1,2]',
    'b/in/2': '{"k":3}',
    'b/athena': 's3://b/table\ns3://other/part 2\r\n',
    'other/part 2': 'a,b\n5,6\n',
    'b/athena-lines': 's3://b/lines\n',
    'b/athena-broken': 'no place\n',
    'b/manifest': inventory,
    'b/inventory-1': '"from","k1","10"\n',
    'b/inventory-2': '"from","k2","20"\n',
  };
  const options = { store: objectsOf(objects).store };
  const table = [
    { a: '1', b: '2' },
    { a: '3', b: '4' },
  ];
  const listing = [
    { Bucket: 'from', Key: 'k1', Size: '10' },
    { Bucket: 'from', Key: 'k2', Size: '20' },
  ];

  it.each<[string, object, unknown]>([
    ['a JSON array', reader({ InputType: 'JSON' }, 'array'), [1, { n: 1 }]],
    ['a JSON object', reader({ InputType: 'JSON' }, 'object'), pairs],
    ['an array at a pointer', reader({ InputType: 'JSON', ItemsPointer: '/data/a~1b' }, 'inside'), [1, 2]],
    ['an object at a pointer', reader({ InputType: 'JSON', ItemsPointer: '/data/members' }, 'inside'), pairs],
    ['an item of an array', reader({ InputType: 'JSON', ItemsPointer: '/data/list/0' }, 'inside'), [3]],
    ['JSON Lines', reader({ InputType: 'JSONL' }, 'lines'), [{ a: 1 }, [2], 'three']],
    ['a byte order mark', reader({ InputType: 'JSON' }, 'marked'), [1]],
    ['a byte order mark of CSV', reader(csv, 'marked.csv'), [{ a: '1', b: 'x, y' }]],
    ['CSV with headers', reader(csv, 'table'), table],
    ['CSV with given headers', reader(given, 'table'), [{ h: 'a' }, { h: '1' }, { h: '3' }]],
    ['at most MaxItems', reader({ ...csv, MaxItems: 1 }, 'table'), [{ a: '1', b: '2' }]],
    [
      'the objects of a prefix',
      list({}),
      ['in/', 'in/1', 'in/2'].map((Key) => expect.objectContaining({ Key, StorageClass: 'STANDARD' }) as unknown),
    ],
    [
      'what stands in the objects of a prefix',
      list({ InputType: 'JSON', Transformation: 'LOAD_AND_FLATTEN' }),
      [1, 2, { Key: 'k', Value: 3 }],
    ],
    [
      'at most MaxItems of what stands there',
      list({ InputType: 'JSON', Transformation: 'LOAD_AND_FLATTEN', MaxItems: 1 }),
      [1],
    ],
    ['an Athena manifest', reader({ ...csv, ManifestType: 'ATHENA_DATA' }, 'athena'), [...table, { a: '5', b: '6' }]],
    [
      'an Athena manifest of JSON Lines',
      reader({ InputType: 'JSONL', ManifestType: 'ATHENA_DATA' }, 'athena-lines'),
      [{ a: 1 }, [2], 'three'],
    ],
    ['an S3 Inventory', reader({ ManifestType: 'S3_INVENTORY' }, 'manifest'), listing],
    ['an S3 Inventory as before', reader({ InputType: 'MANIFEST' }, 'manifest'), listing],
  ])('reads %s', async (_what, state, expected) => {
    expect(await run(state, options)).toMatchObject({ status: 'SUCCEEDED' });
    expect(JSON.parse((await run(state, options)).outputText ?? '')).toEqual(expected);
  });

  it.each<[string, object, string]>([
    ['a missing object', reader({ InputType: 'JSON' }, 'none'), 'The specified key does not exist.'],
    ['broken JSON', reader({ InputType: 'JSON' }, 'broken'), 'Invalid JSON in the item source.'],
    [
      'a value that holds no items',
      reader({ InputType: 'JSON' }, 'number'),
      'Attempting to map over non-iterable node.',
    ],
    ['a pointer to nothing', reader({ InputType: 'JSON', ItemsPointer: '/x' }, 'inside'), 'Attempting to map over'],
    ['a manifest that names no objects', reader({ ...csv, ManifestType: 'ATHENA_DATA' }, 'athena-broken'), 'no place'],
    ['what it cannot read', reader({ InputType: 'ORC' }, 'table'), 'The input type ORC cannot be read.'],
    ['a negative MaxItems', reader({ ...csv, MaxItemsPath: '$.n' }, 'table'), 'field MaxItems must be positive'],
  ])('fails the Map Run on %s', async (_what, state, cause) => {
    const result = await run(state, { ...options, input: { n: -1 } });
    expect(result.error).toBe('States.ItemReaderFailed');
    expect(result.cause).toContain(cause);
    expect(typesOf(result)).toContain('MapRunFailed');
  });

  it('reads MaxItems before the Map Run starts', async () => {
    const result = await run(reader({ ...csv, MaxItemsPath: '$.n' }, 'table'), { ...options, input: { n: 'many' } });
    expect(result).toMatchObject({
      error: 'States.Runtime',
      cause: expect.stringContaining('The MaxItemsPath field refers to value "many"') as string,
    });
    expect(typesOf(result)).not.toContain('MapRunStarted');
  });

  it('says where an item was read', async () => {
    const selector = { ItemSelector: { 's.$': '$$.Map.Item.Source' } };
    const result = await run(
      { ...list({ InputType: 'JSON', Transformation: 'LOAD_AND_FLATTEN' }), ...selector },
      options,
    );
    expect(result.output).toEqual([{ s: 's3://b/in/1' }, { s: 's3://b/in/1' }, { s: 's3://b/in/2' }]);
  });

  it('refuses a JSON object before the day that AWS learnt it', async () => {
    const before = { ...options, settings: { awsAsOf: '2025-09-17' } };
    expect((await run(reader({ InputType: 'JSON' }, 'object'), before)).cause).toBe(
      'Attempting to map over non-iterable node.',
    );
  });
});
