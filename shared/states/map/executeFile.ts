import { type JsonObject, type JsonValue, isArray, isObject, own, parseJsonText } from '../../base/index';
import type { Flow, ReadAs, StateRun } from '../execution';
import { type ReadItem, itemsOfObject, objectsSince } from './executeContract';
import { readCsv, type CsvOptions } from './executeCsv';
import { objectText, readFailure } from './executeStore';

/** What ReaderConfig says of a file. */
export interface FileOptions {
  readonly type: string;
  readonly pointer: string | undefined;
  readonly csv: CsvOptions;
}

const delimiters: Readonly<Record<string, string>> = { COMMA: ',', PIPE: '|', SEMICOLON: ';', SPACE: ' ', TAB: '\t' };

export function fileOptions(config: JsonObject): FileOptions {
  const pointer = own(config, 'ItemsPointer');
  const headers = own(config, 'CSVHeaders');
  const given = own(config, 'CSVHeaderLocation') === 'GIVEN' && isArray(headers);
  return {
    type: String(own(config, 'InputType')),
    pointer: typeof pointer === 'string' ? pointer : undefined,
    csv: {
      delimiter: delimiters[String(own(config, 'CSVDelimiter') ?? 'COMMA')] ?? ',',
      headers: given ? headers.map(String) : undefined,
    },
  };
}

/** The items of one file. What it holds is decided by InputType, never by its name. */
export function* readFile(run: StateRun, bucket: string, key: string, options: FileOptions): Flow<readonly ReadItem[]> {
  const { type, pointer, csv } = options;
  if (type !== 'JSON' && type !== 'JSONL' && type !== 'CSV' && type !== 'PARQUET')
    throw readFailure(`The input type ${type} cannot be read.`);
  const as: ReadAs = {
    type,
    ...(pointer === undefined ? {} : { pointer }),
    ...(csv.headers === undefined ? {} : { headers: csv.headers }),
  };
  const text = yield* objectText(bucket, key, as);
  const source = `s3://${bucket}/${key}`;
  return itemsOf(text, type, pointer, csv, run).map((item) => ({ source, ...item }));
}

function itemsOf(
  text: string,
  type: 'JSON' | 'JSONL' | 'CSV' | 'PARQUET',
  pointer: string | undefined,
  csv: CsvOptions,
  run: StateRun,
): readonly ReadItem[] {
  if (type === 'CSV') return readCsv(text, csv).map((value) => ({ value }));
  if (type === 'JSON') return readJson(text, pointer, run);
  return text
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => ({ value: parse(line) }));
}

function readJson(text: string, pointer: string | undefined, run: StateRun): readonly ReadItem[] {
  const value = pointer === undefined ? parse(text) : pointedAt(parse(text), pointer);
  if (isArray(value)) return value.map((item) => ({ value: item }));
  if (isObject(value) && run.environment.settings.awsAsOf >= objectsSince) return itemsOfObject(value);
  throw readFailure('Attempting to map over non-iterable node.');
}

/** What a JSON Pointer leads to (RFC 6901). */
function pointedAt(root: JsonValue, pointer: string): JsonValue | undefined {
  let value: JsonValue | undefined = root;
  for (const step of pointer.split('/').slice(1)) {
    const name = step.replace(/~1/g, '/').replace(/~0/g, '~');
    value = isObject(value) ? own(value, name) : isArray(value) ? value[Number(name)] : undefined;
  }
  return value;
}

export function parse(text: string): JsonValue {
  try {
    return parseJsonText(text);
  } catch {
    throw readFailure('Invalid JSON in the item source.');
  }
}
