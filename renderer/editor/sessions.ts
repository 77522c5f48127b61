import { ok } from '#shared/base/index';
import {
  emptySidecar,
  newDocument,
  type ParsedDocument,
  parseDocument,
  printSidecar,
  rootScope,
  startUndo,
} from '#shared/workflow/index';
import type { DocumentFormat, FileId, OnDisk } from '../platform/platform';
import { arranged } from './arranged';
import { pictureIn } from './picture';
import { claimFormer, copyToWorkflow } from '../platform/storage';
import { sidecarName } from '#shared/protocol/index';
import { machineInFile, type MachineInFile } from './machineInFile';
import { documentOf, nothingSelected, ownPart, sidecarFacts, type Session } from './session';
import { settings } from './settings';
import { addSession, getState, say, updateSession } from './store';

export interface Loaded {
  readonly name: string;
  readonly fileId: FileId | null;
  readonly format: DocumentFormat;
  /** Of the definition. */
  readonly text: string;
  /** Of the file, as is what was saved. */
  readonly sidecar: string | null;
  readonly saved: OnDisk | null;
  /** The place of the definition in its file, when it is a part of it. */
  readonly inside?: MachineInFile;
  readonly recovered?: boolean;
  /** Where the text cannot be read: the last one before it that could, which the canvas shows. */
  readonly lastRead?: string | null;
  /** The id it had before a crash. */
  readonly id?: string;
  /** Identity of a workflow that comes without a file, such as an example. */
  readonly workflow?: string;
}

/** Opens a text in a tab of its own. Text that cannot be read opens too, in the code view, for repair. */
export function openSession(loaded: Loaded): Session {
  return shown(sessionOf(loaded));
}

/**
 * The same for a text that was read beside the page.
 * @param read what was read, with every state in its place
 */
export async function openRead(loaded: Loaded, read: ParsedDocument): Promise<Session> {
  const session = sessionOf(loaded, read);
  pictureIn(session, read.document);
  // The picture is remembered; to draw it is a task of its own, so that a key or a click can come between.
  await new Promise((resolve) => setTimeout(resolve));
  return shown(session);
}

function shown(session: Session): Session {
  claimFormer(session.workflow, session.name);
  addSession(session);
  tellOfSidecar(session);
  return session;
}

/** Says that a sidecar cannot be read, and that nothing of it is lost. */
function tellOfSidecar({ name, warnings }: Session): void {
  const warning = warnings.find(({ code }) => code === 'SIDECAR_UNREADABLE');
  if (!warning) return;
  const sidecar = sidecarName(name);
  say(
    'problem',
    `The notes, positions and tests in "${sidecar}" cannot be read: ${warning.message} It stays as it is; when there are others to save, it is put aside.`,
  );
}

function sessionOf(loaded: Loaded, aside?: ParsedDocument): Session {
  const { name, fileId, format, text, saved, inside = null, recovered = false, id = crypto.randomUUID() } = loaded;
  const sidecar = ownPart(inside, loaded.sidecar);
  const own = saved && { text: saved.text, sidecar: ownPart(inside, saved.sidecar) };
  const parsed = aside ? ok(aside) : parseDocument({ text, format, sidecar });
  const broken = parsed.ok ? null : { text, problem: parsed.problem };
  const { lastRead = null } = loaded;
  const read = broken && lastRead !== null ? parseDocument({ text: lastRead, format, sidecar }) : parsed;
  const base = {
    id,
    workflow: identityOf(fileId, inside) ?? loaded.workflow ?? id,
    name,
    fileId,
    format,
    inside,
    saved,
    recovered,
    outside: null,
    selection: nothingSelected,
    collapsed: new Set<never>(),
    focus: rootScope,
    waitingSidecar: sidecar,
  };
  if (!read.ok) {
    return {
      ...base,
      undo: startUndo({ document: null, broken, label: 'Open' }),
      warnings: [],
      cleanSidecar: own?.sidecar ?? null,
      unreadableSidecar: null,
    };
  }
  const { document, warnings } = read.value;
  const undo = startUndo({ document: aside ? document : arranged(document, 'open'), broken, label: 'Open' });
  return { ...base, undo, warnings, ...sidecarFacts(read.value, { format, sidecar, saved: own }) };
}

/** Under which runs and policies of a workflow in a file are kept: of each machine of a file alone. */
function identityOf(fileId: FileId | null, inside: MachineInFile | null): string | null {
  return fileId !== null && inside ? `${fileId}#${inside.id}` : fileId;
}

/** A new workflow under the first name that no other tab has: restored tabs keep theirs. */
export function openNew(): Session {
  const taken = new Set(getState().sessions.map((session) => session.name));
  let untitled = 1;
  while (taken.has(`Untitled ${untitled}.asl.json`)) untitled += 1;
  const { queryLanguage, direction } = settings();
  const { source } = newDocument('json', queryLanguage);
  return openSession({
    name: `Untitled ${untitled}.asl.json`,
    fileId: null,
    format: 'json',
    text: source.text,
    sidecar: printSidecar({ ...emptySidecar, direction }),
    saved: null,
  });
}

/** Notes that the disk holds what the session held when the save began. */
export function markSaved(id: string, onDisk: OnDisk, file?: { id: FileId; name: string }): void {
  const before = getState().sessions.find((session) => session.id === id);
  const workflow = file && (identityOf(file.id, before?.inside ?? null) ?? file.id);
  if (workflow !== undefined && before && before.workflow !== workflow) copyToWorkflow(before.workflow, workflow);
  updateSession(id, (session) => ({
    ...session,
    saved: onDisk,
    cleanSidecar: ownPart(session.inside, onDisk.sidecar),
    ...(session.unreadableSidecar === ownPart(session.inside, onDisk.sidecar)
      ? {}
      : {
          unreadableSidecar: null,
          warnings: session.warnings.filter(({ code }) => code !== 'SIDECAR_UNREADABLE'),
        }),
    recovered: false,
    outside: null,
    ...(file && workflow !== undefined ? { fileId: file.id, workflow, name: file.name } : {}),
  }));
}

/**
 * Takes over what another program wrote, as a fresh start of the tab. A machine that is in its file no more gives way to the
 * file itself, to be repaired.
 */
export function reloadSession(session: Session, onDisk: OnDisk): void {
  const { id, workflow, name, fileId, format, collapsed, focus } = session;
  const inside = session.inside && machineInFile(onDisk.text, name, session.inside.id);
  const part = inside ? { inside, text: inside.text, format: inside.format } : {};
  const fresh = sessionOf({ id, workflow, name, fileId, format, saved: onDisk, ...onDisk, ...part });
  updateSession(id, () => ({ ...fresh, collapsed, focus: documentOf(fresh) ? focus : rootScope }));
}
