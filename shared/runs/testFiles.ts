import { type JsonValue, isArray, isObject, own } from '../base/index';
import { base64FromBytes, bytesFromBase64 } from '../expressions/index';
import type { PlacedObject } from './objects';

/** An object of S3 as a saved test holds it: its bytes as Base64. */
export type TestFile = { readonly bucket: string; readonly key: string; readonly base64: string };

/** A test stands in the sidecar, beside the workflow in its repository: more bytes than these are not kept in it. */
export const testFileBytes = 1_000_000;

/** The files that a run read, for the test of it; null when they are too large to be kept. */
export function filesForTest(objects: readonly PlacedObject[]): readonly TestFile[] | null {
  if (objects.reduce((sum, { bytes }) => sum + bytes.length, 0) > testFileBytes) return null;
  return objects.map(({ bucket, key, bytes }) => ({ bucket, key, base64: base64FromBytes(bytes) }));
}

export function objectsOfTest(files: readonly TestFile[]): readonly PlacedObject[] {
  return files.flatMap(({ base64, ...place }) => {
    const bytes = bytesFromBase64(base64);
    return bytes ? [{ ...place, bytes }] : [];
  });
}

/** The files of a saved test; entries of another form are passed over. */
export function readTestFiles(value: JsonValue | undefined): readonly TestFile[] {
  return (value !== undefined && isArray(value) ? value : []).flatMap((each) => {
    if (!isObject(each)) return [];
    const [bucket, key, base64] = [own(each, 'bucket'), own(each, 'key'), own(each, 'base64')];
    if (typeof bucket !== 'string' || typeof key !== 'string' || typeof base64 !== 'string') return [];
    return bytesFromBase64(base64) ? [{ bucket, key, base64 }] : [];
  });
}
