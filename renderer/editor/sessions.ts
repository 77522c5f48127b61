import { newDocument } from '#shared/workflow/document';
import { parseDocument } from '#shared/workflow/parse';
import { rootScope } from '#shared/workflow/paths';
import { printSidecar } from '#shared/workflow/sidecar';
import { start as startUndo } from '#shared/workflow/undo';
import type { DocumentFormat, FileId, OnDisk } from '../platform/platform';
import { arranged } from './editing';
import { documentOf, nothingSelected, type Session } from './session';
import { getState, setState, updateSession } from './store';

export interface Loaded {
  readonly name: string;
  readonly fileId: FileId | null;
  readonly format: DocumentFormat;
  readonly text: string;
  readonly sidecar: string | null;
  readonly saved: OnDisk | null;
  readonly recovered?: boolean;
  /** The id it had before a crash. */
  readonly id?: string;
}

/** Opens a text in a tab of its own. Text that cannot be read opens too, in the code view, for repair. */
export function openSession(loaded: Loaded): Session {
  const session = sessionOf(loaded);
  setState((state) => ({
    sessions: [...state.sessions, session],
    activeId: session.id,
    view: session.content.kind === 'broken' ? 'code' : state.view === 'code' ? 'canvas' : state.view,
  }));
  return session;
}

function sessionOf({ name, fileId, format, text, sidecar, saved, recovered = false, id }: Loaded): Session {
  const parsed = parseDocument({ text, format, sidecar });
  const base = {
    id: id ?? crypto.randomUUID(),
    name,
    fileId,
    format,
    saved,
    recovered,
    outside: null,
    selection: nothingSelected,
    collapsed: new Set<never>(),
    focus: rootScope,
  };
  if (!parsed.ok) {
    const content = { kind: 'broken', broken: { text, problem: parsed.problem } } as const;
    return { ...base, content, warnings: [], cleanSidecar: sidecar, unreadableSidecar: sidecar };
  }
  const { document, warnings } = parsed.value;
  const unreadable = warnings.some((warning) => warning.code === 'SIDECAR_UNREADABLE');
  const undo = startUndo({ document: arranged(document, 'open'), label: 'Open' });
  const savedSidecar = saved === null || saved.sidecar === sidecar ? document : sidecarOnly(saved, format);
  return {
    ...base,
    content: { kind: 'workflow', undo, broken: null },
    warnings,
    cleanSidecar: savedSidecar === null || unreadable ? sidecar : printSidecar(savedSidecar.sidecar),
    unreadableSidecar: unreadable ? sidecar : null,
  };
}

function sidecarOnly(saved: OnDisk, format: DocumentFormat) {
  const parsed = parseDocument({ text: saved.text, format, sidecar: saved.sidecar });
  return parsed.ok ? parsed.value.document : null;
}

/** A new workflow under the first name that no other tab has: restored tabs keep theirs. */
export function openNew(): Session {
  const taken = new Set(getState().sessions.map((session) => session.name));
  let untitled = 1;
  while (taken.has(`Untitled ${untitled}.asl.json`)) untitled += 1;
  const { source } = newDocument();
  return openSession({
    name: `Untitled ${untitled}.asl.json`,
    fileId: null,
    format: 'json',
    text: source.text,
    sidecar: null,
    saved: null,
  });
}

/** Shows a tab; null shows the start screen. */
export function activate(id: string | null): void {
  setState({ activeId: id });
}

/** Takes a tab away; the next one comes on screen. */
export function removeSession(id: string): void {
  const { sessions, activeId } = getState();
  const at = sessions.findIndex((session) => session.id === id);
  const left = sessions.filter((session) => session.id !== id);
  const next = left[Math.min(at, left.length - 1)]?.id ?? null;
  setState({ sessions: left, activeId: activeId === id ? next : activeId });
}

/** Notes that the disk holds what the session held when the save began. */
export function markSaved(
  id: string,
  onDisk: OnDisk,
  file?: { id: FileId; name: string; format: DocumentFormat },
): void {
  updateSession(id, (session) => ({
    ...session,
    saved: onDisk,
    cleanSidecar: onDisk.sidecar,
    recovered: false,
    outside: null,
    ...(file ? { fileId: file.id, name: file.name, format: file.format } : {}),
  }));
}

/** Takes over what another program wrote, as a fresh start of the tab. */
export function reloadSession(session: Session, onDisk: OnDisk): void {
  const { id, name, fileId, format, collapsed, focus } = session;
  const fresh = sessionOf({ id, name, fileId, format, saved: onDisk, ...onDisk });
  updateSession(id, () => ({ ...fresh, collapsed, focus: documentOf(fresh) ? focus : rootScope }));
}
