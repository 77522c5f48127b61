import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isObject, type JsonValue } from '../../base/json';

/** A reference file of `../shared` beside the project; null where it is not there, which is fine. */
export function readReference(path: string): JsonValue | null {
  const file = join(import.meta.dirname, '../../../../shared', path);
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as JsonValue) : null;
}

/** Definitions of real workflows and of recorded executions, as text; empty where the reference data is not there. */
export function referenceDefinitions(): { readonly name: string; readonly text: string }[] {
  const files = ['workflows/aws-samples.json', 'conformance/open/cases.json'];
  return files.flatMap((file) => {
    const entries = readReference(file);
    if (!Array.isArray(entries)) return [];
    return entries.filter(isObject).map(({ id, definition }, index) => ({
      name: String(id),
      // Some are text as it was recorded, some are values; those are set in several styles.
      text: typeof definition === 'string' ? definition : JSON.stringify(definition, null, [2, 4, '\t', 0][index % 4]),
    }));
  });
}
