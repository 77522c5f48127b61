import type { TaskResults } from '#shared/services/index';
import { type SdkOutputs, resultsFor } from '#shared/sdk/index';
import { readFile } from './readFile';

/** What the Tasks of a definition give, by the catalogue at an address. A worker loads what it needs for itself. */
export function resultsIn(address: string, definitionText: string): Promise<TaskResults> {
  return resultsFor(definitionText, (service) =>
    readFile(address, { kind: 'outputs', service }).then(
      (value) => value as unknown as SdkOutputs,
      () => null,
    ),
  );
}
