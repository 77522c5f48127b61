import type { Result } from '../base/index';
import type { WorkflowDocument } from '../workflow/index';

/** What an exporter may need besides the document. */
export interface ExportContext {
  /** Name of the workflow, without extensions: what files and resources are named after. */
  readonly name: string;
}

/** A file that an export writes. */
export interface ExportedFile {
  /** With its extension. */
  readonly name: string;
  readonly text: string;
}

/** One format that workflows are written as. Menu, dialog, command palette and docs read the registry of them. */
export interface Exporter {
  /** Stable; files and settings may name it. */
  readonly id: string;
  /** What a person chooses, such as `ASL as JSON`. */
  readonly label: string;
  /** What it is good for, in one sentence. */
  readonly description: string;
  /** Of the first file, without the leading dot; `asl.json` has two parts. */
  readonly extension: string;
  /** The files, the first of which gives the export its name; or why this document cannot be written so. */
  export(document: WorkflowDocument, context: ExportContext): Result<readonly ExportedFile[], string>;
}
