import type { SdkCatalogue } from '../services/index';
import { actionOf, type SdkAction, type SdkService } from './format';
import { serviceIn, type SdkIndex } from './search';

/** What of the catalogue of SDK actions has been loaded. */
export interface LoadedCatalogue {
  readonly index: SdkIndex | null;
  /** Services by name as they arrive; null where a file could not be read. */
  readonly services: Readonly<Record<string, SdkService | null>>;
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
 * @param wanted told the name of a service that is asked for and not loaded yet; null for the index of all
 */
export function catalogueOf(
  { index, services }: LoadedCatalogue,
  wanted: (service: string | null) => void,
): SdkCatalogue {
  return {
    services: () => {
      if (index === null) wanted(null);
      return index?.services.map(({ name }) => name) ?? null;
    },
    actions: (service) => {
      if (index === null) wanted(null);
      return (index && serviceIn(index, service)?.actions) ?? null;
    },
    fields: (service, action) => {
      const loaded = services[service];
      if (loaded === undefined) {
        if (index === null || serviceIn(index, service)) wanted(service);
        return null;
      }
      return (loaded && sdkAction(loaded, action)?.fields) ?? null;
    },
  };
}
