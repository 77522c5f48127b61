import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import type { JsonValue } from '../../base/index';
import { type TaskResults, taskResults } from '../../services/index';
import { outputOf, type SdkOutputs } from '../outputs';

export const publishedFolder = join(import.meta.dirname, '../../../renderer/public/sdk');

/** A file of the catalogue that comes with the app. */
export function published(name: string): JsonValue {
  return JSON.parse(gunzipSync(readFileSync(join(publishedFolder, `${name}.json.gz`))).toString()) as JsonValue;
}

const read = new Map<string, SdkOutputs | null>();

function outputs(service: string): SdkOutputs | null {
  let known = read.get(service);
  if (known === undefined) {
    try {
      known = published(`outputs/${service}`) as unknown as SdkOutputs;
    } catch {
      known = null;
    }
    read.set(service, known);
  }
  return known;
}

/** What Tasks give, by the whole catalogue. */
export const publishedResults: TaskResults = taskResults((service, action) => {
  const known = outputs(service);
  return known && outputOf(known, action);
});
