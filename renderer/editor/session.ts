import {
  type ParsedDocument,
  type ParseProblem,
  type ScopePath,
  type StatePath,
  type UndoStack,
  type WorkflowDocument,
  parseDocument,
  printSidecar,
  sidecarOfMachine,
  withSidecarOfMachine,
} from '#shared/workflow/index';
import type { DocumentFormat, FileId, OnDisk } from '../platform/platform';
import type { MachineInFile } from './machineInFile';

/** Text that does not parse yet; kept so that it can be repaired, whatever happens to the rest. */
export interface BrokenText {
  readonly text: string;
  readonly problem: ParseProblem;
}

/** What a session shows: a workflow (perhaps with code that fails at the moment), or text that never parsed. */
export type Content =
  | { readonly kind: 'workflow'; readonly undo: UndoStack; readonly broken: BrokenText | null }
  | { readonly kind: 'broken'; readonly broken: BrokenText };

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
  readonly content: Content;
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
  /** The text of the sidecar that waits for a definition that cannot be read yet; null once there is a workflow. */
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

export function documentOf(session: Session): WorkflowDocument | null {
  return session.content.kind === 'workflow' ? session.content.undo.present.document : null;
}

/** The text of the definition now; text that fails to parse is what the person typed. */
export function textOf(session: Session): string {
  const { content } = session;
  if (content.broken) return content.broken.text;
  return content.kind === 'workflow' ? content.undo.present.document.source.text : '';
}

/** The text as a save would write it now: the definition, or the file that it stands in. */
export function fileTextOf(session: Session): string {
  const text = textOf(session);
  return session.inside ? session.inside.inFile(text) : text;
}

/** The sidecar as a save would write it now. One that cannot be read stays while nothing was put in its place. */
export function sidecarOf(session: Session): string | null {
  const { inside, saved } = session;
  const own = ownSidecar(session);
  return inside ? withSidecarOfMachine(saved?.sidecar ?? null, inside.id, own) : own;
}

/** What a sidecar on disk keeps of the workflow of a session: all of it, or the part of its machine. */
export function ownPart(inside: MachineInFile | null, sidecar: string | null): string | null {
  return inside ? sidecarOfMachine(sidecar, inside.id) : sidecar;
}

function ownSidecar(session: Session): string | null {
  const document = documentOf(session);
  return document ? (printSidecar(document.sidecar) ?? session.unreadableSidecar) : session.waitingSidecar;
}

/** Whether a save now would put something in the place of a sidecar that cannot be read. */
export function putsSidecarAside(session: Session): boolean {
  return session.unreadableSidecar !== null && ownSidecar(session) !== session.unreadableSidecar;
}

/** What a session knows of its sidecar once its definition can be read; sidecars are its own part of them. */
export function sidecarFacts(
  { document, warnings }: ParsedDocument,
  { format, sidecar, saved }: { format: DocumentFormat; sidecar: string | null; saved: OnDisk | null },
): Pick<Session, 'cleanSidecar' | 'unreadableSidecar' | 'waitingSidecar'> {
  const isUnreadable = (of: readonly ParseProblem[]) => of.some(({ code }) => code === 'SIDECAR_UNREADABLE');
  // Recovered work has a sidecar of its own beside that on disk.
  const onDisk = saved === null || saved.sidecar === sidecar ? { document, warnings } : read(document, format, saved);
  const unreadable = isUnreadable(onDisk.warnings) ? (saved ? saved.sidecar : sidecar) : null;
  const cleanSidecar = unreadable ?? printSidecar(onDisk.document.sidecar);
  return { cleanSidecar, unreadableSidecar: unreadable, waitingSidecar: null };
}

function read(document: WorkflowDocument, format: DocumentFormat, { sidecar }: OnDisk): ParsedDocument {
  const parsed = parseDocument({ text: document.source.text, format, sidecar });
  return parsed.ok ? parsed.value : { document, warnings: [] };
}

/** Whether closing it now would lose something. */
export function isUnsaved(session: Session): boolean {
  const { content, saved } = session;
  if (saved)
    return (
      fileTextOf(session) !== saved.text ||
      (content.kind === 'workflow' && ownSidecar(session) !== session.cleanSidecar)
    );
  if (session.recovered) return true;
  return content.kind === 'workflow' ? content.undo.past.length > 0 || content.broken !== null : textOf(session) !== '';
}
