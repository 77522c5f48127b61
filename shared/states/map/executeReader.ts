import { type JsonObject, type JsonValue, isArray, isObject, own, parseJsonText } from '../../base/index';
import { StateFailure } from '../../expressions/index';
import type { StateSource } from '../compiling';
import type { Flow, StateRun, StoredObject } from '../execution';
import { evaluate, jsonataField, templateField } from '../execution/fields';
import { readCsv, type CsvOptions } from './executeCsv';
import { anyInteger, compileNumber } from './executeNumbers';
import { storeMessage } from './executeWriter';

/** An item as `$$.Map.Item` shows it. */
export interface ReadItem {
  readonly value: JsonValue;
  readonly key?: string;
  readonly source?: string;
}

export type RunReader = (effective: JsonValue, run: StateRun) => Flow<readonly ReadItem[]>;

/** The most items that AWS reads. */
const mostItems = 100_000_000;

/** ItemReader: the items of a JSON, JSON Lines, CSV or manifest file, or the objects of a bucket. */
export function compileReader(source: StateSource): RunReader | undefined {
  const reader = own(source.definition, 'ItemReader');
  if (!isObject(reader)) return undefined;
  const config = own(reader, 'ReaderConfig');
  const options = isObject(config) ? config : {};
  const template = templateField(source, 'Parameters', ['ItemReader', 'Parameters']);
  const expression = jsonataField(source, 'ItemReader/Arguments', ['ItemReader', 'Arguments']);
  const maxItems = compileNumber(source, options, 'MaxItems', ['ItemReader', 'ReaderConfig', 'MaxItems'], anyInteger);
  const lists = String(own(reader, 'Resource')).endsWith(':listObjectsV2');
  return function* (effective, run): Flow<readonly ReadItem[]> {
    const place =
      source.language === 'JSONata'
        ? expression === undefined
          ? {}
          : yield* evaluate(expression, { input: run.input })
        : (template?.(effective, run) ?? {});
    const wanted = (yield* maxItems(effective, run)) ?? 0;
    if (wanted < 0) throw readFailure('field MaxItems must be positive');
    const limit = Math.min(wanted || mostItems, mostItems);
    if (!isObject(place)) throw readFailure('The reader has no bucket to read from.');
    const items = lists ? yield* listObjects(place) : yield* readObject(place, options);
    return items.length > limit ? items.slice(0, limit) : items;
  };
}

function* listObjects(place: JsonObject): Flow<readonly ReadItem[]> {
  const bucket = String(own(place, 'Bucket'));
  const prefix = String(own(place, 'Prefix') ?? '');
  const found = (yield* fromStore({ kind: 'listObjects', bucket, prefix })) as readonly StoredObject[];
  return found.map(({ LastModified, ...rest }) => ({
    value: { ...rest, LastModified: Math.floor(LastModified / 1000) },
  }));
}

function* readObject(place: JsonObject, options: JsonObject): Flow<readonly ReadItem[]> {
  const bucket = String(own(place, 'Bucket'));
  const key = String(own(place, 'Key'));
  const text = (yield* fromStore({ kind: 'getObject', bucket, key })) as string;
  const items = yield* itemsOf(text, options, key);
  const source = `s3://${bucket}/${key}`;
  return items.map((item) => ({ source, ...item }));
}

function* itemsOf(text: string, options: JsonObject, key: string): Flow<readonly ReadItem[]> {
  const type = String(own(options, 'InputType'));
  switch (type) {
    case 'JSON':
      return readJson(text, own(options, 'ItemsPointer'));
    case 'JSONL':
      return text
        .split('\n')
        .filter((line) => line.trim() !== '')
        .map((line) => ({ value: parse(line) }));
    case 'CSV':
      return readCsv(text, csvOptions(options)).map((value) => ({ value }));
    case 'MANIFEST':
      return yield* readManifest(text, options, key);
    default:
      throw readFailure(`The input type ${type} cannot be read.`);
  }
}

function readJson(text: string, pointer: JsonValue | undefined): readonly ReadItem[] {
  let value: JsonValue | undefined = parse(text);
  if (typeof pointer === 'string') {
    for (const step of pointer.split('/').slice(1)) {
      const name = step.replace(/~1/g, '/').replace(/~0/g, '~');
      value = isObject(value) ? own(value, name) : isArray(value) ? value[Number(name)] : undefined;
    }
    if (isObject(value)) return Object.entries(value).map(([key, member]) => ({ key, value: member }));
  }
  if (isArray(value)) return value.map((item) => ({ value: item }));
  throw readFailure('Attempting to map over non-iterable node.');
}

/** An S3 Inventory manifest, or a list of objects, names the CSV files that hold the items. */
function* readManifest(text: string, options: JsonObject, key: string): Flow<readonly ReadItem[]> {
  const manifest = parse(text);
  if (!isObject(manifest)) throw readFailure(`The manifest ${key} is not a JSON object.`);
  const bucket = String(own(manifest, 'destinationBucket') ?? own(manifest, 'sourceBucket') ?? '').replace(
    /^arn:aws:s3:::/,
    '',
  );
  const headers = String(own(manifest, 'fileSchema') ?? '')
    .split(',')
    .map((name) => name.trim());
  const files = own(manifest, 'files');
  const items: ReadItem[] = [];
  for (const file of isArray(files) ? files : []) {
    if (!isObject(file)) continue;
    const body = (yield* fromStore({ kind: 'getObject', bucket, key: String(own(file, 'key')) })) as string;
    const rows = readCsv(body, { ...csvOptions(options), headers });
    items.push(...rows.map((value) => ({ value })));
  }
  return items;
}

function csvOptions(options: JsonObject): CsvOptions {
  const headers = own(options, 'CSVHeaders');
  const names: Readonly<Record<string, string>> = { COMMA: ',', PIPE: '|', SEMICOLON: ';', SPACE: ' ', TAB: '\t' };
  return {
    delimiter: names[String(own(options, 'CSVDelimiter') ?? 'COMMA')] ?? ',',
    headers: own(options, 'CSVHeaderLocation') === 'GIVEN' && isArray(headers) ? headers.map(String) : undefined,
  };
}

function parse(text: string): JsonValue {
  try {
    return parseJsonText(text);
  } catch {
    throw readFailure('Invalid JSON in the item source.');
  }
}

function* fromStore(request: Parameters<typeof storeEffect>[0]): Flow<unknown> {
  try {
    return yield storeEffect(request);
  } catch (problem) {
    throw readFailure(storeMessage(problem));
  }
}

function storeEffect(
  request: { kind: 'getObject'; bucket: string; key: string } | { kind: 'listObjects'; bucket: string; prefix: string },
): {
  readonly kind: 'store';
  readonly request: typeof request;
} {
  return { kind: 'store', request };
}

function readFailure(cause: string): StateFailure {
  return new StateFailure('States.ItemReaderFailed', cause, { mapRun: true });
}
