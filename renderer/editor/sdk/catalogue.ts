import { create } from 'zustand';
import type { JsonValue } from '#shared/base/index';
import { type LoadedCatalogue, type SdkService, readIndex } from '#shared/sdk/index';

/** What of the catalogue has been loaded. Everything is loaded when it is first asked for. */
const store = create<LoadedCatalogue>(() => ({ index: null, services: {} }));

/** A part of what is loaded; the component is drawn again when it changes. */
export function useSdk<Part>(part: (loaded: LoadedCatalogue) => Part): Part {
  return store(part);
}

export const sdkState = (): LoadedCatalogue => store.getState();

/** Calls the listener whenever something was loaded. */
export const onCatalogueChange = (listener: (loaded: LoadedCatalogue, before: LoadedCatalogue) => void): (() => void) =>
  store.subscribe(listener);

const asked = new Set<string>();

async function read(file: string): Promise<JsonValue> {
  const answer = await fetch(new URL(`sdk/${file}.json.gz`, document.baseURI));
  if (!answer.ok || answer.body === null) throw new Error(`${file}: ${answer.status}`);
  const unpacked = answer.body.pipeThrough(new DecompressionStream('gzip'));
  return (await new Response(unpacked).json()) as JsonValue;
}

/** Loads the index of all names, once. */
export function loadIndex(): void {
  if (asked.has('index')) return;
  asked.add('index');
  read('index').then(
    (value) => store.setState({ index: readIndex(value) }),
    () => asked.delete('index'),
  );
}

const loading = new Map<string, Promise<void>>();

/** Loads the actions of a service, once; the index comes with it. Resolves when they are there, or cannot be had. */
export function loadService(name: string): Promise<void> {
  loadIndex();
  const known = loading.get(name);
  if (known) return known;
  if (!/^[a-z0-9]+$/.test(name)) return Promise.resolve();
  const put = (service: SdkService | null) =>
    store.setState(({ services }) => ({ services: { ...services, [name]: service } }));
  const loaded = read(name).then(
    (value) => put(value as unknown as SdkService),
    () => put(null),
  );
  loading.set(name, loaded);
  return loaded;
}
