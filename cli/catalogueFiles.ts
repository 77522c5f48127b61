import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import type { JsonValue } from '../shared/base/index';
import { catalogueOf, readIndex, type LoadedCatalogue, type SdkService } from '../shared/sdk/index';
import type { SdkCatalogue } from '../shared/services/index';

/** The catalogue that comes with the command line: `npm run cli` puts its files beside the bundle. */
export function builtInCatalogue(): SdkCatalogue {
  return catalogueIn(join(__dirname, 'sdk'));
}

/**
 * The catalogue of SDK actions out of the files of a folder. A file is read when something of it is first asked for; what
 * is missing is not known.
 */
function catalogueIn(folder: string): SdkCatalogue {
  let loaded: LoadedCatalogue = { index: null, services: {} };
  const asked = new Set<string>();
  const read = (name: string): JsonValue | null => {
    try {
      return JSON.parse(gunzipSync(readFileSync(join(folder, `${name}.json.gz`))).toString('utf8')) as JsonValue;
    } catch {
      return null;
    }
  };
  const load = (service: string | null): void => {
    const name = service ?? 'index';
    if (asked.has(name) || !/^[a-z0-9]+$/.test(name)) return;
    asked.add(name);
    const value = read(name);
    if (service === null) loaded = { ...loaded, index: value === null ? null : readIndex(value) };
    else loaded = { ...loaded, services: { ...loaded.services, [service]: value as unknown as SdkService | null } };
  };
  // What is asked for is there as soon as it has been read.
  const now = <Answer>(ask: (catalogue: SdkCatalogue) => Answer): Answer => {
    for (let turn = 0; turn < 2; turn++) {
      const before = loaded;
      const answer = ask(catalogueOf(loaded, load));
      if (loaded === before) return answer;
    }
    return ask(catalogueOf(loaded, load));
  };
  return {
    services: () => now((catalogue) => catalogue.services()),
    actions: (service) => now((catalogue) => catalogue.actions(service)),
    fields: (service, action) => now((catalogue) => catalogue.fields(service, action)),
  };
}
