import { isArray, isObject, own } from '../../base/index';
import type { Flow, StateRun } from '../execution';
import type { ReadItem } from './executeContract';
import { type FileOptions, parse, readFile } from './executeFile';
import { objectText, readFailure } from './executeStore';

/** The items of the files that a manifest of Athena's UNLOAD names: one `s3://bucket/key` a line, all of one InputType. */
export function* readAthenaManifest(
  run: StateRun,
  bucket: string,
  key: string,
  options: FileOptions,
): Flow<readonly ReadItem[]> {
  const text = yield* objectText(bucket, key, { type: 'ATHENA_DATA' });
  const items: ReadItem[] = [];
  for (const line of text.split(/\r?\n/)) {
    if (line.trim() === '') continue;
    const place = /^"?s3:\/\/([^/]+)\/(.+?)"?$/.exec(line.trim());
    if (place === null) throw readFailure(`The manifest ${key} names no object of S3: ${line.trim()}`);
    append(items, yield* readFile(run, place[1] ?? '', place[2] ?? '', options));
  }
  return items;
}

/** The rows of the CSV or Parquet files that the manifest.json of an S3 Inventory names; its fileSchema names the columns. */
export function* readInventory(
  run: StateRun,
  bucket: string,
  key: string,
  options: FileOptions,
): Flow<readonly ReadItem[]> {
  const manifest = parse(yield* objectText(bucket, key, { type: 'S3_INVENTORY' }));
  if (!isObject(manifest)) throw readFailure(`The manifest ${key} is not a JSON object.`);
  const stored = own(manifest, 'destinationBucket') ?? own(manifest, 'sourceBucket') ?? bucket;
  const headers = String(own(manifest, 'fileSchema') ?? '')
    .split(',')
    .map((name) => name.trim());
  // A CSV inventory is compressed; whoever reads the object unpacks it. ORC is a format that AWS takes and we do not read.
  const type = String(own(manifest, 'fileFormat') ?? 'CSV').toUpperCase();
  const rows: FileOptions = { ...options, type, csv: { ...options.csv, headers } };
  const files = own(manifest, 'files');
  const items: ReadItem[] = [];
  for (const file of isArray(files) ? files : []) {
    if (!isObject(file)) continue;
    append(
      items,
      yield* readFile(run, String(stored).replace(/^arn:[\w-]+:s3:::/, ''), String(own(file, 'key')), rows),
    );
  }
  return items;
}

/** One after the other: a call with all of them as arguments has more than a stack holds. */
function append(items: ReadItem[], more: readonly ReadItem[]): void {
  for (const item of more) items.push(item);
}
