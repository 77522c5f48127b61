import {
  type Edit,
  type EditProblem,
  type Edited,
  type LayoutDirection,
  type StatePath,
  type UndoEntry,
  type UndoStack,
  type Version,
  type WorkflowDocument,
  parseDocument,
  pushEntry,
  redoEntry,
  stateAt,
  undoEntry,
  withEditInBroken,
} from '#shared/workflow/index';
import { type Result, ok } from '#shared/base/index';
import { arranged } from './arranged';
import { withLineEndsOf } from './lineEnds';
import { brokenOf, documentOf, ownPart, sidecarFacts, textOf, type Session } from './session';
import { activeSession, say, updateSession } from './store';

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
  const version = versionWith(session, document, arranged(changed, 'edit', session.collapsed, document));
  if (!version.ok) {
    say('problem', `${label}: not done. ${version.problem.message}`);
    return false;
  }
  updateSession(session.id, (current) => ({
    ...pushed(current, { ...version.value, label }, options.mergeKey),
    // Typing in a form keeps the selection as it is.
    ...(options.mergeKey === undefined ? { selection: { states: chosen, edge: null } } : {}),
  }));
  return true;
}

/** An edit reaches the text that cannot be read at the moment, too, so that no repair takes it back. */
function versionWith(session: Session, before: WorkflowDocument, document: WorkflowDocument) {
  const broken = brokenOf(session);
  return broken ? withEditInBroken(before, broken, document) : ok<Version>({ document, broken });
}

/** The workflow on screen; null on the start screen, or where its text has never parsed. */
export function activeDocument(): WorkflowDocument | null {
  const session = activeSession();
  return session && documentOf(session);
}

function pushed(session: Session, entry: UndoEntry, mergeKey?: string): Session {
  return { ...session, undo: pushEntry(session.undo, entry, mergeKey) };
}

/** Lays the whole workflow out anew, in another direction if one is given, and drops pinned places; one entry in undo. */
export function layOutAgain(direction?: LayoutDirection): void {
  const session = activeSession();
  const document = session && documentOf(session);
  if (!session || !document) return;
  const turned = direction ? { ...document, sidecar: { ...document.sidecar, direction } } : document;
  const entry = {
    document: arranged(turned, 'fresh', session.collapsed),
    broken: brokenOf(session),
    label: 'Lay out',
  };
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
  const undo = session && move(session.undo);
  if (!session || !undo) return;
  const there = (state: StatePath) => undo.present.document && stateAt(undo.present.document.definition, state);
  updateSession(session.id, (current) => ({
    ...current,
    undo,
    // The form in which Undo was pressed stays.
    selection: { states: current.selection.states.filter(there), edge: null },
  }));
}

/**
 * Takes text typed in the code view as an entry of the history. Text that parses becomes the document; text that does not
 * is kept beside the last good document with the reason.
 * @param stretch of typing; what is typed in one is one entry
 */
export function typeText(typed: string, stretch: number): void {
  const session = activeSession();
  if (!session) return;
  const current = documentOf(session);
  const text = withLineEndsOf(current?.source.text ?? textOf(session), typed);
  if (text === textOf(session)) return;
  const { format, inside, waitingSidecar } = session;
  const saved = session.saved && { ...session.saved, sidecar: ownPart(inside, session.saved.sidecar) };
  const former = current ? { former: current.definition } : {};
  const sidecar = current ? null : waitingSidecar;
  const parsed = parseDocument({ text, format, sidecar, ...former });
  const enter = (version: Version, facts: Partial<Session> = {}) =>
    updateSession(session.id, (s) => ({
      ...pushed(s, { ...version, label: 'Edit text' }, `text#${stretch}`),
      ...facts,
    }));
  if (!parsed.ok) return enter({ document: current, broken: { text, problem: parsed.problem } });
  const { document, warnings } = parsed.value;
  if (!current) {
    const beside = sidecarFacts(parsed.value, { format, sidecar, saved });
    return enter({ document: arranged(document, 'open'), broken: null }, { ...beside, warnings });
  }
  const next = arranged({ ...document, sidecar: current.sidecar }, 'edit', session.collapsed, current);
  const unreadable = session.warnings.filter(({ code }) => code === 'SIDECAR_UNREADABLE');
  enter({ document: next, broken: null }, { warnings: [...warnings, ...unreadable] });
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
