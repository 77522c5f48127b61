import type { SourceFormat } from '../workflow/index';
import type { HostFile } from './hostFile';

/** A file format that state machines stand inside. To add one, add its file and a line in the registry. */
export interface Importer {
  /** Stable; recovered work names it. */
  readonly id: string;
  /** What the file is, as a person says it, such as `SAM template`. */
  readonly label: string;
  /** Whether a file is of this format. Importers are asked in the order of the registry. */
  recognise(file: HostFile): boolean;
  /** Every state machine of a file that is of this format, in the order of the text. */
  stateMachines(file: HostFile): readonly FoundMachine[];
}

/** A state machine inside a file. */
export interface FoundMachine {
  /** Its name in the file, such as its logical id; no two of one file have the same. */
  readonly id: string;
  readonly definition: FoundDefinition;
  /** What the file says that placeholders stand for, as far as it says so in plain text. */
  readonly substitutions: Readonly<Record<string, string>>;
}

export type FoundDefinition =
  /** The text stands plainly in the file: an edited one goes back to its place, and nothing else of the file changes. */
  | {
      readonly kind: 'inPlace';
      readonly format: SourceFormat;
      readonly text: string;
      /** The file with another text in the place of this one. */
      inFile(text: string): string;
    }
  /** The file says it in another way, which an edit cannot be written in; `at` is where that begins in the file. */
  | {
      readonly kind: 'copy';
      readonly format: SourceFormat;
      readonly text: string;
      readonly why: string;
      readonly at: number;
    }
  /** It is not in this file; `why` says where it is. */
  | { readonly kind: 'elsewhere'; readonly why: string };
