import type { MachineType } from '../asl/index';
import type { Result } from '../base/index';
import type { RunHistory, TestedRun } from '../runs/index';
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
  /** A run that is drawn, stepped through or priced; none when absent. */
  readonly run?: ExportedRun;
  /** The saved tests with what their runs came to. */
  readonly tested?: readonly TestedRun[];
  /** Of pictures; light when absent. */
  readonly theme?: 'light' | 'dark';
}

/** What happened in a run. */
export interface ExportedRun extends Pick<RunHistory, 'events' | 'children'> {
  readonly type: MachineType;
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
  /** Whether the text of its file is SVG, and the file the picture of it in pixels: whoever writes it draws it. */
  readonly isPicture?: boolean;
  /** What it cannot do without: a run, or the saved tests with their runs. */
  readonly needs?: 'run' | 'tests';
  /** The files, the first of which gives the export its name; or why this document cannot be written so. */
  export(document: WorkflowDocument, context: ExportContext): Result<readonly ExportedFile[], string>;
}
