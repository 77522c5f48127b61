import type { Version } from './broken';
import { versionDelta, withVersionDelta, type VersionDelta } from './delta/versionDelta';

/** A version and the act that led to it. */
export interface UndoEntry extends Version {
  /** What Undo shows, such as `Rename "Extract" to "Load"`. */
  readonly label: string;
}

/**
 * An entry by what is different from its neighbour on the side of the present. The texts, positions and syntax trees of
 * whole documents would take megabytes an entry.
 */
export interface StoredEntry {
  readonly delta: VersionDelta;
  readonly label: string;
}

/** Acts in the order in which they came about: the oldest of `past` first, the next to redo first in `future`. */
export interface UndoStack {
  readonly past: readonly StoredEntry[];
  readonly present: UndoEntry;
  readonly future: readonly StoredEntry[];
  /** Entries with the same key that follow each other become one, such as letters typed into one field. */
  readonly mergeKey: string | null;
  /** The version that `past` ends with; null when there is none. Merging has to compare it with a new present. */
  readonly before: Version | null;
}

/** Acts that can be undone; older ones are forgotten. */
export const undoLimit = 500;

export function startUndo(entry: UndoEntry): UndoStack {
  return { past: [], present: entry, future: [], mergeKey: null, before: null };
}

export function pushEntry(stack: UndoStack, entry: UndoEntry, mergeKey: string | null = null): UndoStack {
  const merges = mergeKey !== null && mergeKey === stack.mergeKey;
  const before = merges ? stack.before : stack.present;
  const former = merges ? stack.past.slice(0, -1) : stack.past;
  const label = merges ? stack.past.at(-1)?.label : stack.present.label;
  if (!before || label === undefined) return { ...stack, present: entry, future: [] };
  const past = [...former, { delta: versionDelta(entry, before), label }].slice(-undoLimit);
  return { past, present: entry, future: [], mergeKey, before };
}

/** Null when there is nothing to undo. */
export function undoEntry(stack: UndoStack): UndoStack | null {
  const stored = stack.past.at(-1);
  if (!stored) return null;
  const { document, broken } = stack.before ?? withVersionDelta(stack.present, stored.delta);
  const future = [
    { delta: versionDelta({ document, broken }, stack.present), label: stack.present.label },
    ...stack.future,
  ];
  return {
    past: stack.past.slice(0, -1),
    present: { document, broken, label: stored.label },
    future,
    mergeKey: null,
    before: null,
  };
}

/** Null when there is nothing to redo. */
export function redoEntry(stack: UndoStack): UndoStack | null {
  const [stored, ...future] = stack.future;
  if (!stored) return null;
  const { present } = stack;
  const next = withVersionDelta(present, stored.delta);
  const past = [...stack.past, { delta: versionDelta(next, present), label: present.label }];
  return { past, present: { ...next, label: stored.label }, future, mergeKey: null, before: present };
}

/** The act that Undo would take back; null when there is none. */
export function undoLabel(stack: UndoStack): string | null {
  return stack.past.length > 0 ? stack.present.label : null;
}

export function redoLabel(stack: UndoStack): string | null {
  return stack.future[0]?.label ?? null;
}
