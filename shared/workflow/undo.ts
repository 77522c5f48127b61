import type { WorkflowDocument } from './document';

/** A document and the act that led to it. */
export interface UndoEntry {
  readonly document: WorkflowDocument;
  /** What Undo shows, such as `Rename "Extract" to "Load"`. */
  readonly label: string;
}

/** Documents in the order in which they came about. Entries share structure, so keeping whole documents is cheap. */
export interface UndoStack {
  readonly past: readonly UndoEntry[];
  readonly present: UndoEntry;
  readonly future: readonly UndoEntry[];
  /** Entries with the same key that follow each other become one, such as letters typed into one field. */
  readonly mergeKey: string | null;
}

/** Acts that can be undone; older ones are forgotten. */
export const undoLimit = 500;

export function start(entry: UndoEntry): UndoStack {
  return { past: [], present: entry, future: [], mergeKey: null };
}

export function push(stack: UndoStack, entry: UndoEntry, mergeKey: string | null = null): UndoStack {
  if (mergeKey !== null && mergeKey === stack.mergeKey) return { ...stack, present: entry, future: [] };
  return { past: [...stack.past, stack.present].slice(-undoLimit), present: entry, future: [], mergeKey };
}

/** Null when there is nothing to undo. */
export function undo(stack: UndoStack): UndoStack | null {
  const present = stack.past.at(-1);
  if (!present) return null;
  return { past: stack.past.slice(0, -1), present, future: [stack.present, ...stack.future], mergeKey: null };
}

/** Null when there is nothing to redo. */
export function redo(stack: UndoStack): UndoStack | null {
  const [present, ...future] = stack.future;
  if (!present) return null;
  return { past: [...stack.past, stack.present], present, future, mergeKey: null };
}

/** The act that Undo would take back; null when there is none. */
export function undoLabel(stack: UndoStack): string | null {
  return stack.past.length > 0 ? stack.present.label : null;
}

export function redoLabel(stack: UndoStack): string | null {
  return stack.future[0]?.label ?? null;
}
