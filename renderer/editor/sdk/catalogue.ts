import { create } from 'zustand';
import type { JsonValue } from '#shared/base/index';
import { type CatalogueFile, type LoadedCatalogue, fileName, nothingLoaded, withFile } from '#shared/sdk/index';
import { catalogueAddress, readFile } from './readFile';

/** What of the catalogue has been loaded. Everything is loaded when it is first asked for. */
const store = create<LoadedCatalogue>(() => nothingLoaded);

/** A part of what is loaded; the component is drawn again when it changes. */
export function useSdk<Part>(part: (loaded: LoadedCatalogue) => Part): Part {
  return store(part);
}

export const sdkState = (): LoadedCatalogue => store.getState();

/** Calls the listener whenever something was loaded. */
export const onCatalogueChange = (listener: (loaded: LoadedCatalogue, before: LoadedCatalogue) => void): (() => void) =>
  store.subscribe(listener);

const loading = new Map<string, Promise<void>>();

/** Loads a file of the catalogue, once. Resolves when what it says is there, or cannot be had. */
export function loadFile(file: CatalogueFile): Promise<void> {
  const name = fileName(file);
  const known = loading.get(name);
  if (known) return known;
  if (file.kind !== 'index' && !/^[a-z0-9]+$/.test(file.service)) return Promise.resolve();
  const put = (value: JsonValue | null) => store.setState((loaded) => withFile(loaded, file, value));
  const loaded = readFile(catalogueAddress(), file).then(put, () => {
    // Without the index nothing can be searched: it is asked for again. A service without a file is one that is not known.
    if (file.kind === 'index') loading.delete(name);
    else put(null);
  });
  loading.set(name, loaded);
  return loaded;
}

/** Loads the index of all names, once. */
export function loadIndex(): void {
  void loadFile({ kind: 'index' });
}

/** Loads the actions of a service, once; the index comes with it. Resolves when they are there, or cannot be had. */
export function loadService(service: string): Promise<void> {
  loadIndex();
  return loadFile({ kind: 'service', service });
}
