import { useEffect } from 'react';
import { type SdkAction, sdkAction } from '#shared/sdk/index';
import { readResource } from '#shared/services/index';
import { loadService, useSdk } from './catalogue';

/** The action of the SDK that a Resource calls; null when it is none, or not known yet. */
export function useSdkAction(resource: string): SdkAction | null {
  const read = readResource(resource);
  const service = read.kind === 'integration' && read.sdk ? read.service : null;
  const loaded = useSdk((state) => (service === null ? null : state.services[service])) ?? null;
  useEffect(() => {
    if (service !== null) void loadService(service);
  }, [service]);
  return loaded !== null && read.kind === 'integration' ? sdkAction(loaded, read.action) : null;
}
