import type { JsonValue } from '#shared/base/index';
import { type CatalogueFile, fileName } from '#shared/sdk/index';

/** Where the page has the catalogue. Workers are told it: their own address is another. */
export const catalogueAddress = (): string => new URL('sdk/', document.baseURI).href;

/** Reads a file of the catalogue; rejects where there is none. */
export async function readFile(address: string, file: CatalogueFile): Promise<JsonValue> {
  const answer = await fetch(new URL(`${fileName(file)}.json.gz`, address));
  if (!answer.ok || answer.body === null) throw new Error(`${fileName(file)}: ${answer.status}`);
  const unpacked = answer.body.pipeThrough(new DecompressionStream('gzip'));
  return (await new Response(unpacked).json()) as JsonValue;
}
