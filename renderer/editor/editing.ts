import { arrange, projectGraph } from '#shared/graph/index';
import {
  type Edit,
  type EditProblem,
  type Edited,
  type StatePath,
  type UndoEntry,
  type UndoStack,
  type WorkflowDocument,
  parseDocument,
  pushEntry,
  redoEntry,
  startUndo,
  undoEntry,
} from '#shared/workflow/index';
import type { Result } from '#shared/base/index';
import { withLineEndsOf } from './lineEnds';
import { documentOf, nothingSelected, ownPart, sidecarFacts, textOf, type Session } from './session';
import { activeSession, say, updateSession } from './store';

/** Gives every state a place; what already has one keeps it. The former document saves projecting what did not change. */
export function arranged(
  document: WorkflowDocument,
  mode: 'open' | 'edit' | 'fresh',
  collapsed?: ReadonlySet<StatePath>,
  former?: WorkflowDocument,
): WorkflowDocument {
  const graph = projectGraph(document.definition, former && projectGraph(former.definition));
  const positions = arrange(graph, document.sidecar.positions, mode, collapsed);
  if (positions === document.sidecar.positions) return document;
  return { ...document, sidecar: { ...document.sidecar, positions } };
}

/**
 * Carries out an edit on the active document as one entry of its undo history.
 * A refused edit changes nothing and says why. With `mergeKey`, edits that follow each other closely become one entry.
 */
export function applyEdit<Args>(edit: Edit<Args>, args: Args, options: { mergeKey?: string } = {}): boolean {
  const document = activeDocument();
  if (!document) return false;
  return applyChange(edit.label(args, document), (current) => edit.apply(current, args), options);
}

/** The same for several edits that a person sees as one act. */
export function applyChange(
  label: string,
  change: (document: WorkflowDocument) => Result<Edited, EditProblem>,
  options: { mergeKey?: string } = {},
): boolean {
  const session = activeSession();
  const document = activeDocument();
  if (!session || !document) return false;
  const result = change(document);
  if (!result.ok) {
    say('problem', result.problem.message);
    return false;
  }
  const { document: changed, select: chosen } = result.value;
  if (changed === document) return true;
  const entry = { document: arranged(changed, 'edit', session.collapsed, document), label };
  updateSession(session.id, (current) => ({
    ...pushed(current, entry, options.mergeKey),
    // Typing in a form keeps the selection as it is.
    ...(options.mergeKey === undefined ? { selection: { states: chosen, edge: null } } : {}),
  }));
  return true;
}

/** The workflow on screen; null on the start screen, or where its text has never parsed. */
export function activeDocument(): WorkflowDocument | null {
  const session = activeSession();
  return session && documentOf(session);
}

function pushed(session: Session, entry: UndoEntry, mergeKey?: string): Session {
  if (session.content.kind !== 'workflow') return session;
  const undo = pushEntry(session.content.undo, entry, mergeKey);
  return { ...session, content: { ...session.content, undo } };
}

/** Lays the whole workflow out anew and drops pinned places; one entry in undo. */
export function layOutAgain(): void {
  const session = activeSession();
  const document = session && documentOf(session);
  if (!session || !document) return;
  const entry = { document: arranged(document, 'fresh', session.collapsed), label: 'Lay out' };
  updateSession(session.id, (current) => pushed(current, entry));
}

export function undo(): void {
  step(undoEntry);
}

export function redo(): void {
  step(redoEntry);
}

function step(move: (stack: UndoStack) => UndoStack | null): void {
  const session = activeSession();
  if (!session || session.content.kind !== 'workflow') return;
  const undo = move(session.content.undo);
  if (!undo) return;
  updateSession(session.id, (current) =>
    current.content.kind === 'workflow'
      ? { ...current, content: { ...current.content, undo, broken: null }, selection: nothingSelected }
      : current,
  );
}

/**
 * Takes text typed in the code view. Text that parses becomes the document, as one undo entry while typing goes on;
 * text that does not is kept beside the last good document with the reason.
 */
export function typeText(typed: string): void {
  const session = activeSession();
  if (!session) return;
  const text = withLineEndsOf(textOf(session), typed);
  const current = documentOf(session);
  const saved = session.saved && { ...session.saved, sidecar: ownPart(session.inside, session.saved.sidecar) };
  const sidecar = current ? (saved?.sidecar ?? null) : session.waitingSidecar;
  const former = current ? { former: current.definition } : {};
  const parsed = parseDocument({ text, format: session.format, sidecar, ...former });
  if (!parsed.ok) {
    const broken = { text, problem: parsed.problem };
    updateSession(session.id, (s) => ({ ...s, content: { ...s.content, broken } }));
    return;
  }
  const { document, warnings } = parsed.value;
  if (!current) {
    const undo = startUndo({ document: arranged(document, 'open'), label: 'Open' });
    const beside = sidecarFacts(parsed.value, { format: session.format, sidecar, saved });
    updateSession(session.id, (s) => ({
      ...s,
      ...beside,
      warnings,
      content: { kind: 'workflow', undo, broken: null },
    }));
    return;
  }
  const next = arranged({ ...document, sidecar: current.sidecar }, 'edit', session.collapsed, current);
  updateSession(session.id, (s) => {
    const entered = pushed(s, { document: next, label: 'Edit text' }, 'text');
    return { ...entered, warnings, content: { ...entered.content, broken: null } as Session['content'] };
  });
}

export function select(states: readonly StatePath[], edge: string | null = null): void {
  const session = activeSession();
  if (session) updateSession(session.id, (current) => ({ ...current, selection: { states, edge } }));
}

export function toggleCollapsed(state: StatePath): void {
  const session = activeSession();
  if (!session) return;
  updateSession(session.id, (current) => {
    const collapsed = new Set(current.collapsed);
    if (!collapsed.delete(state)) collapsed.add(state);
    return { ...current, collapsed };
  });
}
