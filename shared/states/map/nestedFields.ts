import type { QueryLanguage } from '../../asl/index';
import type { JsonPath } from '../../base/index';
import { numberOrPath } from './numberOrPath';
import type { StateField } from '../contract';
import { mapModes } from './processor';

/** Fields of the objects inside a Map. Source: AWS developer guide, "Map state in Distributed mode" and the pages it links. */

/** The most items that AWS reads, and the most bytes that the input of an execution has. */
const mostItems = 100_000_000;
const mostBytes = 262_144;

const one = (name: string, values: readonly string[], help: string): StateField => ({
  name,
  label: name,
  tab: 'input',
  kind: { kind: 'enum', values },
  help,
});

const json = (name: string, help: string, queryLanguage?: QueryLanguage): StateField => ({
  name,
  label: name,
  tab: 'input',
  kind: { kind: 'json' },
  help,
  expression: true,
  ...(queryLanguage ? { queryLanguage } : {}),
});

const text = (name: string, help: string): StateField => ({
  name,
  label: name,
  tab: 'input',
  kind: { kind: 'text' },
  help,
});
const object = (name: string, help: string): StateField => ({ ...text(name, help), kind: { kind: 'jsonObject' } });

/** Where a reader or writer finds its place in S3. */
const place = [
  json('Parameters', 'Bucket and key or prefix. Keys that end in .$ take a path.', 'JSONPath'),
  json('Arguments', 'Bucket and key or prefix. Text inside {% %} is a JSONata expression.', 'JSONata'),
];

export const itemReaderFields: readonly StateField[] = [
  text('Resource', 'Reads one object of S3, or the list of the objects of a bucket.'),
  object('ReaderConfig', 'What kind of file it is, and how much of it is read.'),
  ...place,
];

export const readerConfigFields: readonly StateField[] = [
  one('InputType', ['CSV', 'JSON', 'JSONL', 'PARQUET', 'MANIFEST'], 'The kind of file.'),
  one('Transformation', ['NONE', 'LOAD_AND_FLATTEN'], 'Whether listed objects are items, or what stands in them.'),
  one('ManifestType', ['ATHENA_DATA', 'S3_INVENTORY'], 'What wrote the manifest that names the files.'),
  one('CSVDelimiter', ['COMMA', 'PIPE', 'SEMICOLON', 'SPACE', 'TAB'], 'What stands between the values of a row.'),
  one('CSVHeaderLocation', ['FIRST_ROW', 'GIVEN'], 'Where the names of the columns stand.'),
  json('CSVHeaders', 'The names of the columns, where they are given.'),
  { ...text('ItemsPointer', 'JSON Pointer to the list in the file.'), expression: true },
  ...numberOrPath('MaxItems', 'How many items are read at most.', { max: mostItems }),
];

export const itemBatcherFields: readonly StateField[] = [
  ...numberOrPath('MaxItemsPerBatch', 'How many items a batch has at most.'),
  ...numberOrPath('MaxInputBytesPerBatch', 'How many bytes a batch has at most.', { max: mostBytes }),
  json('BatchInput', 'What every batch gets beside its items.'),
];

export const resultWriterFields: readonly StateField[] = [
  text('Resource', 'Writes the results to S3.'),
  object('WriterConfig', 'What the results look like.'),
  ...place,
];

export const writerConfigFields: readonly StateField[] = [
  one('Transformation', ['NONE', 'COMPACT', 'FLATTEN'], 'Whether results come with what is known of their executions.'),
  one('OutputType', ['JSON', 'JSONL'], 'The kind of file.'),
];

export const processorConfigFields: readonly StateField[] = [
  text('Mode', 'Whether iterations run inside the execution, or as executions of their own.'),
  one('ExecutionType', ['STANDARD', 'EXPRESS'], 'How the executions of a distributed Map run.'),
];

const tables: Readonly<Record<string, readonly StateField[]>> = {
  ItemReader: itemReaderFields,
  'ItemReader/ReaderConfig': readerConfigFields,
  ItemBatcher: itemBatcherFields,
  ResultWriter: resultWriterFields,
  'ResultWriter/WriterConfig': writerConfigFields,
  'ItemProcessor/ProcessorConfig': [
    one('Mode', mapModes, 'Whether iterations run inside the execution, or as executions of their own.'),
    ...processorConfigFields.filter(({ name }) => name !== 'Mode'),
  ],
};

/** The fields of the object at a path below a Map; none where it has no fields of its own. */
export function mapFieldsAt(path: JsonPath): readonly StateField[] {
  return tables[path.join('/')] ?? [];
}
