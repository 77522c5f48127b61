import { type QueryLanguage, isPlaceholder } from '../../asl/index';
import { type JsonObject, type JsonPath, type JsonValue, isArray, isObject, own } from '../../base/index';
import type { ReportBreach, StateField } from '../contract';
import { checkFields } from '../fieldCheck';
import {
  itemBatcherFields,
  itemReaderFields,
  processorConfigFields,
  readerConfigFields,
  resultWriterFields,
  writerConfigFields,
} from './nestedFields';
import { isDistributed, processorConfig } from './processor';

/** Judges what stands inside the objects of a Map: its reader, batcher and writer, and the configuration of its processor. */
export function checkMapFields(state: JsonObject, language: QueryLanguage, report: ReportBreach): void {
  const check = (fields: readonly StateField[], object: JsonObject, at: JsonPath) =>
    checkFields(fields, object, at, language, report);
  const config = processorConfig(state);
  const processor = nested(state, 'ItemProcessor');
  const given = processor && own(processor, 'ProcessorConfig');
  if (given !== undefined && !isObject(given))
    report(['ItemProcessor', 'ProcessorConfig'], 'ProcessorConfig must be a JSON object.');
  check(processorConfigFields, config, ['ItemProcessor', 'ProcessorConfig']);
  if (isDistributed(state) && !Object.hasOwn(config, 'ExecutionType'))
    report(['ItemProcessor', 'ProcessorConfig'], 'ExecutionType is missing: STANDARD or EXPRESS.');
  const reader = nested(state, 'ItemReader');
  if (reader) {
    check(itemReaderFields, reader, ['ItemReader']);
    checkPlace(reader, 'ItemReader', readerActions, language, report);
    const options = nested(reader, 'ReaderConfig');
    if (options) check(readerConfigFields, options, ['ItemReader', 'ReaderConfig']);
    if (options || !Object.hasOwn(reader, 'ReaderConfig')) checkReader(reader, options ?? {}, report);
  }
  const batcher = nested(state, 'ItemBatcher');
  if (batcher) {
    check(itemBatcherFields, batcher, ['ItemBatcher']);
    if (!Object.keys(batcher).some((name) => name.startsWith('Max')))
      report(['ItemBatcher'], 'A batch needs MaxItemsPerBatch, MaxInputBytesPerBatch or both.');
  }
  const writer = nested(state, 'ResultWriter');
  if (!writer) return;
  check(resultWriterFields, writer, ['ResultWriter']);
  const form = nested(writer, 'WriterConfig');
  if (form) check(writerConfigFields, form, ['ResultWriter', 'WriterConfig']);
  if (Object.keys(writer).length === 0)
    report(['ResultWriter'], 'ResultWriter is empty: it needs Resource, WriterConfig or both.');
  else if (Object.keys(writer).some((name) => name !== 'WriterConfig'))
    checkPlace(writer, 'ResultWriter', ['putObject'], language, report);
}

const readerActions = ['getObject', 'listObjectsV2'];

/** The object that a field holds; undefined where it holds none, which is judged as a field of its own. */
function nested(object: JsonObject, field: string): JsonObject | undefined {
  const value = own(object, field);
  return isObject(value) && !isPlaceholder(value) ? value : undefined;
}

/** What a reader or writer calls, and where in S3. */
function checkPlace(
  object: JsonObject,
  field: string,
  actions: readonly string[],
  language: QueryLanguage,
  report: ReportBreach,
): void {
  const resource = own(object, 'Resource');
  const action = actions.find((known) => typeof resource === 'string' && resource.endsWith(`:states:::s3:${known}`));
  if (resource === undefined) report([field], `Resource is missing: ${actionList(actions)}.`);
  else if (action === undefined && !isPlaceholder(resource))
    report([field, 'Resource'], `Resource must be ${actionList(actions)}.`);
  const [key, otherKey] = language === 'JSONata' ? ['Arguments', 'Parameters'] : ['Parameters', 'Arguments'];
  const place = own(object, key);
  if (place === undefined) {
    // Under the name of the other query language it is a breach already.
    if (!Object.hasOwn(object, otherKey)) report([field], `${key} is missing: say which bucket.`);
  } else if (isObject(place) && !isPlaceholder(place)) {
    for (const name of action === 'getObject' ? ['Bucket', 'Key'] : ['Bucket'])
      if (!Object.hasOwn(place, name) && !Object.hasOwn(place, `${name}.$`))
        report([field, key], `${name} is missing.`);
  }
}

function actionList(actions: readonly string[]): string {
  return actions.map((action) => `arn:aws:states:::s3:${action}`).join(' or ');
}

/** What goes together in the options of a reader. */
function checkReader(reader: JsonObject, options: JsonObject, report: ReportBreach): void {
  const at: JsonPath = Object.hasOwn(reader, 'ReaderConfig') ? ['ItemReader', 'ReaderConfig'] : ['ItemReader'];
  const readsObject = String(own(reader, 'Resource')).endsWith(':s3:getObject');
  // An inventory says itself what its files are.
  if (readsObject && !Object.hasOwn(options, 'InputType') && own(options, 'ManifestType') !== 'S3_INVENTORY')
    report(at, 'InputType is missing: say what kind of file it is.');
  const headers = own(options, 'CSVHeaders');
  if (own(options, 'CSVHeaderLocation') === 'GIVEN' && headers === undefined)
    report(at, 'CSVHeaders is missing: the names of the columns are to be given.');
  if (headers !== undefined && typeof headers !== 'string' && !areTexts(headers))
    report([...at, 'CSVHeaders'], 'CSVHeaders must be a list of names.');
  const pointer = own(options, 'ItemsPointer');
  if (typeof pointer === 'string' && pointer !== '' && !/^[/{]/.test(pointer) && !isPlaceholder(pointer))
    report([...at, 'ItemsPointer'], 'ItemsPointer must be a JSON Pointer such as /orders/new.');
}

function areTexts(value: JsonValue): boolean {
  return (
    isPlaceholder(value) || (isArray(value) && value.length > 0 && value.every((item) => typeof item === 'string'))
  );
}
