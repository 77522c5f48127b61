import type { FoundMachine, Importer } from './contract';
import { HostFile } from './hostFile';
import { importers } from './registry';

/** What a file is that holds state machines. */
export interface RecognisedFile {
  readonly importer: Pick<Importer, 'id' | 'label'>;
  readonly machines: readonly FoundMachine[];
}

/** Finds the state machines of a file that is no definition itself; null when it is of no format that is known. */
export function recognised(text: string, fileName: string): RecognisedFile | null {
  const file = new HostFile(fileName, text);
  const importer = importers.find((each) => each.recognise(file));
  return importer ? { importer, machines: importer.stateMachines(file) } : null;
}
