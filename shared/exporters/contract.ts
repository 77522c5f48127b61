import type { Result } from '../base/index';
import type { WorkflowDocument } from '../workflow/index';

/** A workflow with the name that files and resources are named after, without extensions. */
export interface NamedWorkflow {
  readonly name: string;
  readonly document: WorkflowDocument;
}

/** What an exporter may need besides the document and what its sidecar keeps (triggers, settings of templates, tests). */
export interface ExportContext {
  /** Name of the workflow, without extensions: what files and resources are named after. */
  readonly name: string;
  /** Workflows that go into the same stack, where the format has stacks; none when absent. */
  readonly along?: readonly NamedWorkflow[];
}

/** A file that an export writes. */
export interface ExportedFile {
  /** With its extension. */
  readonly name: string;
  readonly text: string;
}

/** One format that workflows are written as. Menu, dialog, command line, command palette and docs read the registry of them. */
export interface Exporter {
  /** Stable; files, settings and command lines name it. */
  readonly id: string;
  /** What a person chooses, such as `ASL as JSON`. */
  readonly label: string;
  /** What it is good for, in one sentence. */
  readonly description: string;
  /** Of the first file, without the leading dot; `asl.json` has two parts. */
  readonly extension: string;
  /** Whether several workflows make one export, a stack; else each is exported alone. */
  readonly isStack?: boolean;
  /** The files, the first of which gives the export its name; or why this document cannot be written so. */
  export(document: WorkflowDocument, context: ExportContext): Result<readonly ExportedFile[], string>;
}
