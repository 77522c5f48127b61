import {
  type BrokenText,
  type ParsedDocument,
  type ParseProblem,
  type ScopePath,
  type StatePath,
  type UndoStack,
  type WorkflowDocument,
  parseDocument,
  printSidecar,
  printSidecarForRecovery,
  textOfVersion,
  sidecarOfMachine,
  withSidecarOfMachine,
} from '#shared/workflow/index';
import type { DocumentFormat, FileId, OnDisk } from '../platform/platform';
import type { MachineInFile } from './machineInFile';

/** What is selected on the canvas: states or one transition, never both. */
export interface Selection {
  readonly states: readonly StatePath[];
  readonly edge: string | null;
}

/** One open document with everything a person sees of it that is not part of the file. */
export interface Session {
  readonly id: string;
  /** Under which runs, inputs and policies of the workflow are kept: its file, not its name, or the tab while it has none. */
  readonly workflow: string;
  readonly name: string;
  readonly fileId: FileId | null;
  /** Of the definition; the file around it may have another. */
  readonly format: DocumentFormat;
  /** The document, the text that cannot be read at the moment, and the one history of both. */
  readonly undo: UndoStack;
  /** The place of the workflow when it is a part of its file, such as of a template; null when it is all of it. */
  readonly inside: MachineInFile | null;
  /** What is on disk: the text and the sidecar of the last load or save; null when never saved. */
  readonly saved: OnDisk | null;
  /** The sidecar as a save right after opening would write it: what "unsaved" is measured against. */
  readonly cleanSidecar: string | null;
  /**
   * The text on disk of a sidecar that cannot be read: it is no JSON, or of a newer version. It stays as it is until there is
   * something else to write, and is put aside then.
   */
  readonly unreadableSidecar: string | null;
  /** The text of the sidecar for the time when no definition could be read yet. */
  readonly waitingSidecar: string | null;
  /** Whether it came back from the recovery store, so that it counts as unsaved from the start. */
  readonly recovered: boolean;
  /** Set when another program changed or deleted the file since. */
  readonly outside: { readonly text: string | null; readonly sidecar: string | null } | null;
  readonly warnings: readonly ParseProblem[];
  readonly selection: Selection;
  readonly collapsed: ReadonlySet<StatePath>;
  /** The scope that fills the canvas; the machine unless a person zoomed into a container. */
  readonly focus: ScopePath;
}

export const nothingSelected: Selection = { states: [], edge: null };

/** What canvas and forms show: the last text that could be read; null when there was none. */
export function documentOf(session: Session): WorkflowDocument | null {
  return session.undo.present.document;
}

/** The text that cannot be read at the moment; null when the document's own text is there. */
export function brokenOf(session: Session): BrokenText | null {
  return session.undo.present.broken;
}

/** The text of the definition now; text that fails to parse is what the person typed. */
export function textOf(session: Session): string {
  return textOfVersion(session.undo.present);
}

/** The text as a save would write it now: the definition, or the file that it stands in. */
export function fileTextOf(session: Session): string {
  const text = textOf(session);
  return session.inside ? session.inside.inFile(text) : text;
}

/** The sidecar as a save would write it now. One that cannot be read stays while nothing was put in its place. */
export function sidecarOf(session: Session): string | null {
  return inFile(session, ownSidecar(session));
}

/** The sidecar as the recovery store keeps it: with what is typed into fields and is not valid yet. */
export function sidecarForRecovery(session: Session): string | null {
  return inFile(session, ownSidecar(session, printSidecarForRecovery));
}

/** What a sidecar on disk keeps of the workflow of a session: all of it, or the part of its machine. */
export function ownPart(inside: MachineInFile | null, sidecar: string | null): string | null {
  return inside ? sidecarOfMachine(sidecar, inside.id) : sidecar;
}

function inFile({ inside, saved }: Session, own: string | null): string | null {
  return inside ? withSidecarOfMachine(saved?.sidecar ?? null, inside.id, own) : own;
}

function ownSidecar(session: Session, print = printSidecar): string | null {
  const document = documentOf(session);
  return document ? (print(document.sidecar) ?? session.unreadableSidecar) : session.waitingSidecar;
}

/** Whether a save now would put something in the place of a sidecar that cannot be read. */
export function putsSidecarAside(session: Session): boolean {
  return session.unreadableSidecar !== null && ownSidecar(session) !== session.unreadableSidecar;
}

/** What a session knows of its sidecar once its definition can be read; sidecars are its own part of them. */
export function sidecarFacts(
  { document, warnings }: ParsedDocument,
  { format, sidecar, saved }: { format: DocumentFormat; sidecar: string | null; saved: OnDisk | null },
): Pick<Session, 'cleanSidecar' | 'unreadableSidecar'> {
  const isUnreadable = (of: readonly ParseProblem[]) => of.some(({ code }) => code === 'SIDECAR_UNREADABLE');
  // Recovered work has a sidecar of its own beside that on disk.
  const onDisk = saved === null || saved.sidecar === sidecar ? { document, warnings } : read(document, format, saved);
  const unreadable = isUnreadable(onDisk.warnings) ? (saved ? saved.sidecar : sidecar) : null;
  const cleanSidecar = unreadable ?? printSidecar(onDisk.document.sidecar);
  return { cleanSidecar, unreadableSidecar: unreadable };
}

function read(document: WorkflowDocument, format: DocumentFormat, { sidecar }: OnDisk): ParsedDocument {
  const parsed = parseDocument({ text: document.source.text, format, sidecar });
  return parsed.ok ? parsed.value : { document, warnings: [] };
}

/** Whether closing it now would lose something. */
export function isUnsaved(session: Session): boolean {
  const { saved, undo } = session;
  const document = documentOf(session);
  if (document && document.sidecar.drafts.length > 0) return true;
  if (saved) {
    return fileTextOf(session) !== saved.text || (document !== null && ownSidecar(session) !== session.cleanSidecar);
  }
  if (session.recovered) return true;
  return undo.past.length > 0 || (document === null && textOf(session) !== '');
}
