import { create } from 'zustand';
import type { JsonValue } from '#shared/base/json';
import { actionOf, type SdkAction, type SdkService } from '#shared/sdk/format';
import { readIndex, serviceIn, type SdkIndex } from '#shared/sdk/search';
import type { SdkCatalogue } from '#shared/services/index';

interface Loaded {
  readonly index: SdkIndex | null;
  /** Services by name as they arrive; null where a file could not be read. */
  readonly services: Readonly<Record<string, SdkService | null>>;
}

/** What of the catalogue has been loaded. Everything is loaded when it is first asked for. */
export const useSdk = create<Loaded>(() => ({ index: null, services: {} }));

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
    (value) => useSdk.setState({ index: readIndex(value) }),
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
    useSdk.setState(({ services }) => ({ services: { ...services, [name]: service } }));
  const loaded = read(name).then(
    (value) => put(value as unknown as SdkService),
    () => put(null),
  );
  loading.set(name, loaded);
  return loaded;
}

const actions = new WeakMap<SdkService, Map<string, SdkAction | null>>();

/** An action of a loaded service. The same object each time. */
export function sdkAction(service: SdkService, action: string): SdkAction | null {
  const known = actions.get(service) ?? new Map<string, SdkAction | null>();
  actions.set(service, known);
  let found = known.get(action);
  if (found === undefined) {
    found = actionOf(service, action);
    known.set(action, found);
  }
  return found;
}

/** What validation may ask; asking for a part that is not there yet loads it. */
export function catalogueOf({ index, services }: Loaded): SdkCatalogue {
  return {
    services: () => {
      loadIndex();
      return index?.services.map(({ name }) => name) ?? null;
    },
    actions: (service) => {
      loadIndex();
      return (index && serviceIn(index, service)?.actions) ?? null;
    },
    fields: (service, action) => {
      const loaded = services[service];
      if (loaded === undefined) {
        if (index === null || serviceIn(index, service)) void loadService(service);
        return null;
      }
      return (loaded && sdkAction(loaded, action)?.fields) ?? null;
    },
  };
}
