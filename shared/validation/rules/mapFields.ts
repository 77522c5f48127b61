import { checkMapFields } from '../../states/index';
import type { JsonObject } from '../../base/index';
import type { Rule } from '../contract';
import { machineOf, oneState, type RuleSamples } from '../samples';

/** What stands inside the reader, batcher, writer and processor of a Map: `states/map/mapFields.ts`. */
export const mapFields: Rule = {
  name: 'MAP_FIELD',
  code: 'SCHEMA_VALIDATION_FAILED',
  severity: 'error',
  source:
    'AWS developer guide, "Map state in Distributed mode": ItemReader, ItemBatcher, ResultWriter, ProcessorConfig',
  state({ state, type, language }, report) {
    if (type === 'Map') checkMapFields(state, language, report);
  },
};

const scope = machineOf({ I: { Type: 'Pass', End: true } });
const map = (
  fields: JsonObject,
  config: JsonObject = { Mode: 'DISTRIBUTED', ExecutionType: 'STANDARD' },
): JsonObject => ({
  Type: 'Map',
  ItemProcessor: { ProcessorConfig: config, ...scope },
  ...fields,
});
/** A Map beside the first: names of states are unique in the whole machine. */
const other = (fields: JsonObject): JsonObject => ({
  ...map(fields),
  ItemProcessor: {
    ProcessorConfig: { Mode: 'DISTRIBUTED', ExecutionType: 'STANDARD' },
    ...machineOf({ J: { Type: 'Pass', End: true } }),
  },
});
const one = (fields: JsonObject) => oneState(map(fields));
const jsonata = (fields: JsonObject) => oneState(map(fields), { QueryLanguage: 'JSONata' });
const place = { Bucket: 'orders', Key: 'all.json' };
const json = { InputType: 'JSON' };
const getObject = 'arn:aws:states:::s3:getObject';
const listObjects = 'arn:aws:states:::s3:listObjectsV2';
const putObject = 'arn:aws:states:::s3:putObject';
const reader = (ReaderConfig: JsonObject, Resource = getObject) =>
  one({ ItemReader: { Resource, Parameters: place, ReaderConfig } });
const inReader = (...names: readonly string[]) => names.map((name) => `/States/A/ItemReader/${name}`);

export const samples: RuleSamples = {
  valid: {
    'the objects of a bucket': one({ ItemReader: { Resource: listObjects, Parameters: { Bucket: 'orders' } } }),
    'the contents of the objects of a bucket': one({
      ItemReader: {
        Resource: listObjects,
        Parameters: { Bucket: 'orders', Prefix: 'new/' },
        ReaderConfig: { InputType: 'JSONL', Transformation: 'LOAD_AND_FLATTEN', MaxItems: 10 },
      },
    }),
    'a CSV file': reader({
      InputType: 'CSV',
      CSVHeaderLocation: 'GIVEN',
      CSVHeaders: ['id', 'total'],
      CSVDelimiter: 'PIPE',
      MaxItemsPath: '$.most',
    }),
    'a part of a JSON file': reader({ InputType: 'JSON', ItemsPointer: '/orders/new' }),
    'a Parquet file': reader({ InputType: 'PARQUET' }),
    manifests: machineOf({
      A: {
        ...map({
          ItemReader: { Resource: getObject, Parameters: place, ReaderConfig: { ManifestType: 'S3_INVENTORY' } },
        }),
        Next: 'B',
      },
      B: {
        Type: 'Map',
        ItemReader: {
          Resource: getObject,
          Parameters: place,
          ReaderConfig: { ManifestType: 'ATHENA_DATA', InputType: 'PARQUET' },
        },
        ItemProcessor: {
          ProcessorConfig: { Mode: 'DISTRIBUTED', ExecutionType: 'EXPRESS' },
          ...machineOf({ J: { Type: 'Pass', End: true } }),
        },
        End: true,
      },
    }),
    batches: one({
      ItemBatcher: { MaxItemsPerBatch: 10, MaxInputBytesPerBatchPath: '$.bytes', BatchInput: { 'a.$': '$.a' } },
    }),
    'a writer, in both forms': machineOf({
      A: {
        ...map({ ResultWriter: { Resource: putObject, Parameters: { Bucket: 'orders', Prefix: 'done' } } }),
        Next: 'B',
      },
      B: {
        ...other({ ResultWriter: { WriterConfig: { Transformation: 'FLATTEN', OutputType: 'JSONL' } } }),
        End: true,
      },
    }),
    'expressions of JSONata': jsonata({
      ItemReader: {
        Resource: getObject,
        Arguments: { Bucket: '{% $states.input.bucket %}', Key: 'k' },
        ReaderConfig: { InputType: 'JSONL', MaxItems: '{% $states.input.most %}' },
      },
      ItemBatcher: { MaxItemsPerBatch: '{% $states.input.size %}' },
      ResultWriter: { Resource: putObject, Arguments: '{% $states.input.place %}' },
    }),
    'what deployment fills in': one({
      ItemReader: {
        Resource: 'arn:${AWS::Partition}:states:::s3:getObject',
        Parameters: place,
        ReaderConfig: { InputType: '${Type}', MaxItems: '${most}' },
      },
      ItemBatcher: { MaxItemsPerBatch: '${size}' },
    }),
  },
  invalid: {
    'a reader without its resource, with another one, and with none that can be': {
      definition: machineOf({
        A: { ...map({ ItemReader: { Parameters: place } }), Next: 'B' },
        B: {
          ...other({
            ItemReader: { Resource: 'arn:aws:states:::s3:getObjct', Parameters: place },
          }),
          End: true,
        },
      }),
      breaches: ['/States/A/ItemReader', '/States/B/ItemReader/Resource'],
    },
    'options that a reader does not have, or with values that it does not take': {
      definition: reader({
        InputType: 'XML',
        Foo: 1,
        MaxItems: -1,
        Transformation: 'FLATTEN',
        ManifestType: 'S3',
        CSVDelimiter: ';',
        CSVHeaderLocation: 'TOP',
      }),
      breaches: inReader(
        'ReaderConfig/InputType',
        'ReaderConfig/Foo',
        'ReaderConfig/MaxItems',
        'ReaderConfig/Transformation',
        'ReaderConfig/ManifestType',
        'ReaderConfig/CSVDelimiter',
        'ReaderConfig/CSVHeaderLocation',
      ),
    },
    'a case that AWS does not know': {
      definition: reader({ InputType: 'json' }),
      breaches: inReader('ReaderConfig/InputType'),
    },
    'a file whose type is not said': { definition: reader({}), breaches: inReader('ReaderConfig') },
    'more items than AWS reads': {
      definition: reader({ InputType: 'JSON', MaxItems: 100_000_001 }),
      breaches: inReader('ReaderConfig/MaxItems'),
    },
    'headers that are to be given, and are not': {
      definition: reader({ InputType: 'CSV', CSVHeaderLocation: 'GIVEN' }),
      breaches: inReader('ReaderConfig'),
    },
    'headers that are no texts, and a pointer that is none': {
      definition: reader({ InputType: 'CSV', CSVHeaderLocation: 'GIVEN', CSVHeaders: [1], ItemsPointer: 'orders' }),
      breaches: inReader('ReaderConfig/CSVHeaders', 'ReaderConfig/ItemsPointer'),
    },
    'a place that is not whole': {
      definition: machineOf({
        A: {
          ...map({ ItemReader: { Resource: getObject, Parameters: { 'Bucket.$': '$.b' }, ReaderConfig: json } }),
          Next: 'B',
        },
        B: { ...other({ ItemReader: { Resource: listObjects }, ResultWriter: { Resource: putObject } }), End: true },
      }),
      breaches: ['/States/A/ItemReader/Parameters', '/States/B/ItemReader', '/States/B/ResultWriter'],
    },
    'a number and its path together': {
      definition: reader({ InputType: 'JSON', MaxItems: 1, MaxItemsPath: '$.n' }),
      breaches: inReader('ReaderConfig/MaxItemsPath'),
    },
    'fields of the other query language': {
      definition: jsonata({
        ItemReader: {
          Resource: getObject,
          Parameters: place,
          ReaderConfig: { InputType: 'JSON', MaxItemsPath: '$.n' },
        },
        ItemBatcher: { MaxItemsPerBatchPath: '$.n' },
        ResultWriter: { Resource: putObject, Parameters: { Bucket: 'b' } },
      }),
      breaches: [
        '/States/A/ItemReader/Parameters',
        '/States/A/ItemReader/ReaderConfig/MaxItemsPath',
        '/States/A/ItemBatcher/MaxItemsPerBatchPath',
        '/States/A/ResultWriter/Parameters',
      ],
    },
    'batches without a limit, with a wrong one and with one that is given twice': {
      definition: machineOf({
        A: { ...map({ ItemBatcher: {} }), Next: 'B' },
        B: {
          ...other({
            ItemBatcher: {
              MaxItemsPerBatch: -1,
              MaxInputBytesPerBatch: 262_145,
              MaxInputBytesPerBatchPath: '$$.Execution.Input.n',
              Foo: 1,
            },
          }),
          End: true,
        },
      }),
      breaches: [
        '/States/A/ItemBatcher',
        '/States/B/ItemBatcher/MaxItemsPerBatch',
        '/States/B/ItemBatcher/MaxInputBytesPerBatch',
        '/States/B/ItemBatcher/MaxInputBytesPerBatchPath',
        '/States/B/ItemBatcher/MaxInputBytesPerBatchPath',
        '/States/B/ItemBatcher/Foo',
      ],
    },
    'a writer of nothing, of another service and of a form that there is not': {
      definition: machineOf({
        A: { ...map({ ResultWriter: {} }), Next: 'B' },
        B: {
          ...other({
            ResultWriter: {
              Resource: 'arn:aws:states:::dynamodb:putItem',
              Parameters: { Bucket: 'b' },
              WriterConfig: { Transformation: 'ZIP', OutputType: 'CSV' },
            },
          }),
          End: true,
        },
      }),
      breaches: [
        '/States/A/ResultWriter',
        '/States/B/ResultWriter/Resource',
        '/States/B/ResultWriter/WriterConfig/Transformation',
        '/States/B/ResultWriter/WriterConfig/OutputType',
      ],
    },
    'a configuration of a processor that is none': {
      definition: oneState({ Type: 'Map', ItemProcessor: { ProcessorConfig: [], ...scope } }),
      breaches: ['/States/A/ItemProcessor/ProcessorConfig'],
    },
    'a processor without the type of its executions, and with one that there is not': {
      definition: machineOf({
        A: { ...map({}, { Mode: 'DISTRIBUTED' }), Next: 'B' },
        B: {
          Type: 'Map',
          ItemProcessor: {
            ProcessorConfig: { Mode: 'DISTRIBUTED', ExecutionType: 'FAST', Foo: 1 },
            ...machineOf({ J: { Type: 'Pass', End: true } }),
          },
          End: true,
        },
      }),
      breaches: [
        '/States/A/ItemProcessor/ProcessorConfig',
        '/States/B/ItemProcessor/ProcessorConfig/ExecutionType',
        '/States/B/ItemProcessor/ProcessorConfig/Foo',
      ],
    },
  },
};
