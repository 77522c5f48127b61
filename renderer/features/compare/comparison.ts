import { create } from 'zustand';
import { type DefinitionDiff, type StateChange, diffDefinitions } from '#shared/diff/index';
import { type WorkflowDocument, parseDocument } from '#shared/workflow/index';
import { machineInFile } from '../../editor/machineInFile';
import { brokenOf, documentOf, textOf, type Session } from '../../editor/session';
import { activeSession, getState, useApp, type AppState } from '../../editor/store';

/** What a document is compared with. The file and other tabs are followed as they change. */
export type Other =
  | { readonly kind: 'saved' }
  | { readonly kind: 'tab'; readonly id: string }
  | { readonly kind: 'text'; readonly name: string; readonly text: string; readonly format: 'json' | 'yaml' };

/** By session id. */
const store = create<{ readonly others: Readonly<Record<string, Other>> }>(() => ({ others: {} }));

export function compareWith(sessionId: string, other: Other): void {
  store.setState(({ others }) => ({ others: { ...others, [sessionId]: other } }));
}

export function endComparison(sessionId: string): void {
  store.setState(({ others: { [sessionId]: _ended, ...others } }) => ({ others }));
}

/** The other side of a comparison, as it is now. */
export interface OtherSide {
  readonly name: string;
  readonly text: string;
  readonly format: 'json' | 'yaml';
  /** Null while its text cannot be read. */
  readonly document: WorkflowDocument | null;
}

/** What a document is compared with; null when it is not, or the other is there no more. */
export function useOtherSide(session: Session): OtherSide | null {
  const other = store(({ others }) => others[session.id]);
  const tab = useApp((state) => tabOf(state, other));
  return other ? sideOf(session, other, tab) : null;
}

function tabOf({ sessions }: AppState, other: Other | undefined): Session | undefined {
  return other?.kind === 'tab' ? sessions.find(({ id }) => id === other.id) : undefined;
}

function sideOf(session: Session, other: Other, tab: Session | undefined): OtherSide | null {
  if (other.kind === 'text') return read(`"${other.name}"`, other.text, other.format);
  if (other.kind === 'saved') {
    const text = savedText(session);
    return text === null ? null : read('the saved file', text, session.format);
  }
  if (!tab) return null;
  const { name, format } = tab;
  return { name: `"${name}"`, text: textOf(tab), format, document: brokenOf(tab) ? null : documentOf(tab) };
}

/** The text of the workflow as it is on disk; null when it was never saved. */
export function savedText({ saved, inside, name }: Session): string | null {
  if (saved === null) return null;
  return inside ? (machineInFile(saved.text, name, inside.id)?.text ?? null) : saved.text;
}

/** The texts that were read last: every card asks, and a text is read once. */
const lastRead = new Map<string, OtherSide>();

function read(name: string, text: string, format: 'json' | 'yaml'): OtherSide {
  const known = lastRead.get(name);
  if (known?.text === text && known.format === format) return known;
  const parsed = parseDocument({ text, format });
  const side = { name, text, format, document: parsed.ok ? parsed.value.document : null };
  lastRead.set(name, side);
  return side;
}

interface Compared {
  readonly before: WorkflowDocument['definition'];
  readonly diff: DefinitionDiff;
  readonly byState: ReadonlyMap<string, StateChange>;
}

const compared = new WeakMap<WorkflowDocument['definition'], Compared>();

/** What a document says otherwise than another one. All that draw it share one answer. */
export function comparedWith({ definition: before }: WorkflowDocument, { definition }: WorkflowDocument): Compared {
  const known = compared.get(definition);
  if (known?.before === before) return known;
  const diff = diffDefinitions(before, definition);
  const byState = new Map(
    diff.states.flatMap((change) => (change.kind === 'removed' ? [] : [[change.after as string, change] as const])),
  );
  const made = { before, diff, byState };
  compared.set(definition, made);
  return made;
}

/**
 * What became of a state of the document on screen since the other one; null when nothing did, or nothing is compared. A card
 * is drawn again only when that changes.
 */
export function useChangeOf(state: string): StateChange | null {
  const others = store((all) => all.others);
  return useApp((app) => {
    const session = activeSession(app);
    const other = session && others[session.id];
    if (!other) return null;
    const [document, before] = [documentOf(session), sideOf(session, other, tabOf(app, other))?.document];
    return document && before ? (comparedWith(before, document).byState.get(state) ?? null) : null;
  });
}

/** The other open documents that it can be compared with. */
export function otherTabs(session: Session): readonly Session[] {
  return getState().sessions.filter(({ id }) => id !== session.id);
}
