import type { JsonValue } from '../base/index';
import type { SdkCatalogue } from '../services/index';
import { outputOf, type SdkOutputs } from './outputs';
import { actionOf, type SdkAction, type SdkService } from './format';
import { readIndex, serviceIn, type SdkIndex } from './search';

/** What of the catalogue of SDK actions has been loaded. */
export interface LoadedCatalogue {
  readonly index: SdkIndex | null;
  /** Services by name as they arrive; null where a file could not be read. */
  readonly services: Readonly<Record<string, SdkService | null>>;
  /** What the actions of services answer, likewise. */
  readonly outputs: Readonly<Record<string, SdkOutputs | null>>;
}

export const nothingLoaded: LoadedCatalogue = { index: null, services: {}, outputs: {} };

/** A file of the catalogue: the index, the actions of a service, or what they answer. */
export type CatalogueFile =
  { readonly kind: 'index' } | { readonly kind: 'service' | 'outputs'; readonly service: string };

/** The name of a file below the folder of the catalogue, without its ending. */
export function fileName(file: CatalogueFile): string {
  if (file.kind === 'index') return 'index';
  return file.kind === 'outputs' ? `outputs/${file.service}` : file.service;
}

/** What is loaded with one more file; null for one that could not be read. */
export function withFile(loaded: LoadedCatalogue, file: CatalogueFile, value: JsonValue | null): LoadedCatalogue {
  switch (file.kind) {
    case 'index':
      return { ...loaded, index: value === null ? null : readIndex(value) };
    case 'service':
      return { ...loaded, services: { ...loaded.services, [file.service]: value as SdkService | null } };
    case 'outputs':
      return { ...loaded, outputs: { ...loaded.outputs, [file.service]: value as SdkOutputs | null } };
  }
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

/**
 * What validation may ask of what is loaded.
 * @param wanted told the file that is asked for and not loaded yet
 */
export function catalogueOf(
  { index, services, outputs }: LoadedCatalogue,
  wanted: (file: CatalogueFile) => void,
): SdkCatalogue {
  return {
    services: () => {
      if (index === null) wanted({ kind: 'index' });
      return index?.services.map(({ name }) => name) ?? null;
    },
    actions: (service) => {
      if (index === null) wanted({ kind: 'index' });
      return (index && serviceIn(index, service)?.actions) ?? null;
    },
    fields: (service, action) => {
      const loaded = services[service];
      if (loaded === undefined) {
        if (index === null || serviceIn(index, service)) wanted({ kind: 'service', service });
        return null;
      }
      return (loaded && sdkAction(loaded, action)?.fields) ?? null;
    },
    result: (service, action) => {
      const loaded = outputs[service];
      if (loaded === undefined) {
        if (index === null || serviceIn(index, service)) wanted({ kind: 'outputs', service });
        return null;
      }
      return loaded && outputOf(loaded, action);
    },
  };
}
