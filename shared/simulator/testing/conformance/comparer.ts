import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { JsonValue } from '#shared/base/json';

/** The reference comparer that comes with the data: what it gives is the list of differences. */
export interface Comparer {
  compareCase(recorded: unknown, actual: unknown): string[];
  match(expected: unknown, actual: unknown, placeholders?: unknown, path?: string): string[];
}

/** Loads compare.mjs from the folder, from beside it, or from where the project's reference data usually is. */
export async function loadComparer(folder: string): Promise<Comparer> {
  const places = [folder, join(folder, '..'), join('..', 'shared', 'conformance')];
  const file = places.map((place) => resolve(place, 'compare.mjs')).find((one) => existsSync(one));
  if (file === undefined) throw new Error(`No compare.mjs in ${folder} or beside it`);
  return (await import(pathToFileURL(file).href)) as Comparer;
}

/** JSON text as a value, for comparers that take either. */
export function parsed(text: string | undefined): JsonValue | undefined {
  return text === undefined ? undefined : (JSON.parse(text) as JsonValue);
}
