import { type JsonObject, type JsonValue, isObject, numberFromText, own } from '../../base/index';
import type { StateSource } from '../compiling';
import type { Flow, StateRun, StoredObject } from '../execution';
import { evaluate, jsonataField, templateField } from '../execution/fields';
import type { ReadItem } from './executeContract';
import { fileOptions, readFile, type FileOptions } from './executeFile';
import { readAthenaManifest, readInventory } from './executeManifest';
import { anyInteger, compileNumber, type CompiledNumber } from './executeNumbers';
import { listedObjects, readFailure } from './executeStore';

/** The items of the reader, at most `wanted` of them; all when it is 0. */
export type RunReader = (effective: JsonValue, run: StateRun, wanted: number) => Flow<readonly ReadItem[]>;

export interface CompiledReader {
  /** MaxItems, which AWS reads before the Map Run starts. */
  readonly maxItems: CompiledNumber;
  readonly read: RunReader;
}

/** The most items that AWS reads. */
const mostItems = 100_000_000;

/**
 * ItemReader: the items of a JSON, JSON Lines or CSV file, of the files that a manifest names, the objects below a
 * prefix, or what stands in those objects (LOAD_AND_FLATTEN). Source: AWS developer guide, "ItemReader (Map)".
 */
export function compileReader(source: StateSource): CompiledReader | undefined {
  const reader = own(source.definition, 'ItemReader');
  if (!isObject(reader)) return undefined;
  const given = own(reader, 'ReaderConfig');
  const config = isObject(given) ? given : {};
  const template = templateField(source, 'Parameters', ['ItemReader', 'Parameters']);
  const expression = jsonataField(source, 'ItemReader/Arguments', ['ItemReader', 'Arguments']);
  const maxItems = compileNumber(source, config, 'MaxItems', ['ItemReader', 'ReaderConfig', 'MaxItems'], anyInteger);
  const readItems = sourceOf(reader, config);
  const read: RunReader = function* (effective, run, wanted): Flow<readonly ReadItem[]> {
    const place =
      source.language === 'JSONata'
        ? expression === undefined
          ? {}
          : yield* evaluate(expression, { input: run.input })
        : (template?.(effective, run) ?? {});
    if (wanted < 0) throw readFailure('field MaxItems must be positive');
    if (!isObject(place) || typeof own(place, 'Bucket') !== 'string')
      throw readFailure('The reader has no bucket to read from.');
    const limit = Math.min(wanted || mostItems, mostItems);
    const items = yield* readItems(place, run, limit);
    return items.length > limit ? items.slice(0, limit) : items;
  };
  return { maxItems, read };
}

type ReadSource = (place: JsonObject, run: StateRun, limit: number) => Flow<readonly ReadItem[]>;

function sourceOf(reader: JsonObject, config: JsonObject): ReadSource {
  const options = fileOptions(config);
  if (String(own(reader, 'Resource')).endsWith(':listObjectsV2'))
    return own(config, 'Transformation') === 'LOAD_AND_FLATTEN' ? loadObjects(options) : listObjects;
  const manifest = own(config, 'ManifestType');
  const file =
    manifest === 'ATHENA_DATA'
      ? readAthenaManifest
      : manifest === 'S3_INVENTORY' || options.type === 'MANIFEST'
        ? readInventory
        : readFile;
  return (place, run) => file(run, String(own(place, 'Bucket')), String(own(place, 'Key')), options);
}

function* listed(place: JsonObject): Flow<readonly StoredObject[]> {
  return yield* listedObjects(String(own(place, 'Bucket')), String(own(place, 'Prefix') ?? ''));
}

function* listObjects(place: JsonObject): Flow<readonly ReadItem[]> {
  const found = yield* listed(place);
  return found.map(({ LastModified, ...rest }) => ({
    value: { ...rest, LastModified: numberFromText(javaDouble(Math.floor(LastModified / 1000))) },
  }));
}

/** What stands in the objects, one after the other; a folder that the console has made is an object with nothing in it. */
function loadObjects(options: FileOptions): ReadSource {
  return function* (place, run, limit): Flow<readonly ReadItem[]> {
    const items: ReadItem[] = [];
    for (const { Key } of yield* listed(place)) {
      if (Key.endsWith('/')) continue;
      for (const item of yield* readFile(run, String(own(place, 'Bucket')), Key, options)) items.push(item);
      if (items.length >= limit) break;
    }
    return items;
  };
}

/** A whole number of seconds as Java prints a double, `1.789180622E9`: so AWS gives the time of an object (measured). */
function javaDouble(value: number): string {
  if (value < 1e7) return `${String(value)}.0`;
  const [digits = '', exponent = ''] = value.toExponential().split('e+');
  return `${digits.includes('.') ? digits : `${digits}.0`}E${exponent}`;
}
