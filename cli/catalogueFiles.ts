import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import type { JsonValue } from '../shared/base/index';
import {
  catalogueOf,
  fileName,
  nothingLoaded,
  resultsFor,
  withFile,
  type CatalogueFile,
  type SdkOutputs,
} from '../shared/sdk/index';
import type { SdkCatalogue, TaskResults } from '../shared/services/index';

/** The folder that comes with the command line: `npm run cli` puts it beside the bundle. */
const builtIn = (): string => join(__dirname, 'sdk');

/** The catalogue that comes with the command line. */
export function builtInCatalogue(): SdkCatalogue {
  return catalogueIn(builtIn());
}

/** What the Tasks of a definition give, by the catalogue that comes with the command line. */
export function builtInResults(definitionText: string): Promise<TaskResults> {
  const load = (service: string) =>
    Promise.resolve(readFile(builtIn(), { kind: 'outputs', service }) as SdkOutputs | null);
  return resultsFor(definitionText, load);
}

/**
 * The catalogue of SDK actions out of the files of a folder. A file is read when something of it is first asked for; what
 * is missing is not known.
 */
function catalogueIn(folder: string): SdkCatalogue {
  let loaded = nothingLoaded;
  const asked = new Set<string>();
  const load = (file: CatalogueFile): void => {
    const name = fileName(file);
    if (asked.has(name)) return;
    asked.add(name);
    loaded = withFile(loaded, file, readFile(folder, file));
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
    result: (service, action) => now((catalogue) => catalogue.result(service, action)),
  };
}

function readFile(folder: string, file: CatalogueFile): JsonValue | null {
  // A definition may name a service that is a way out of the folder.
  if (file.kind !== 'index' && !/^[a-z0-9]+$/.test(file.service)) return null;
  try {
    return JSON.parse(
      gunzipSync(readFileSync(join(folder, `${fileName(file)}.json.gz`))).toString('utf8'),
    ) as JsonValue;
  } catch {
    return null;
  }
}
