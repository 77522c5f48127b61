import { parseDocument, placeLabel } from '#shared/workflow/index';
import { platform } from '../platform/index';
import type { FileId, OpenOutcome } from '../platform/platform';
import { brokenOf, fileTextOf, isUnsaved, putsSidecarAside, sidecarOf, textOf, type Session } from '../editor/session';
import { activeSession, ask, getState, say, updateSession, activate, removeSession } from '../editor/store';
import { draftsOf } from '../editor/drafts';
import { longText, openAside } from '../editor/opening/openAside';
import { markSaved, openRead, openSession, reloadSession } from '../editor/sessions';
import { isOfOther, machinesIn, openMachine } from './machines';

/** Opens what the system handed over; a file that is open already comes to the front instead. */
export async function takeOpened(outcomes: readonly OpenOutcome[]): Promise<void> {
  for (const outcome of outcomes) {
    if (outcome.kind === 'failed') {
      say('problem', outcome.message);
      continue;
    }
    const { id, name, format, text, sidecar, sidecarProblem } = outcome.file;
    if (sidecarProblem !== undefined)
      say(
        'problem',
        `The notes, positions and tests of "${name}" cannot be shown. ${sidecarProblem} It stays as it is.`,
      );
    const open = getState().sessions.find((session) => session.fileId === id);
    const isLong = text.length >= longText;
    if (isLong && open && !open.inside) {
      activate(open.id);
      continue;
    }
    const read = isLong ? await openAside(outcome.file) : 'unreadable';
    if (read === 'cancelled') continue;
    const loaded = { name, fileId: id, format, text, sidecar, saved: { text, sidecar } };
    if (read !== 'unreadable') {
      await openRead(loaded, read);
      continue;
    }
    const found = machinesIn(outcome.file);
    if (open && (!found || !isOfOther(found, open))) activate(open.id);
    else if (found) await openMachine(outcome.file, found, open ? { session: open, close } : null);
    else openSession(loaded);
  }
}

export async function openByDialog(): Promise<void> {
  await takeOpened(await platform.openFiles());
}

export async function openRecent(id: FileId): Promise<void> {
  const outcome = await platform.openRecent(id);
  await takeOpened([outcome]);
  if (outcome.kind === 'failed') await platform.forgetRecent(id);
}

export async function openDropped(files: readonly File[]): Promise<void> {
  await takeOpened(await Promise.all(files.map((file) => platform.openDropped(file))));
}

/** Saves; asks for a place when there is none, and what to do when another program changed the file. True when it is on disk. */
export async function save(session: Session | null = activeSession()): Promise<boolean> {
  if (!session) return false;
  if (session.fileId === null) return saveAs(session);
  if (!(await mayWriteBroken(session))) return false;
  const text = fileTextOf(session);
  const sidecar = sidecarOf(session);
  const setAside = putsSidecarAside(session);
  let outcome = await platform.save({ id: session.fileId, text, sidecar, base: session.saved, setAside });
  if (outcome.kind === 'changedOutside') {
    const found = { text: outcome.text, sidecar: outcome.sidecar };
    const answer = await ask({
      title: `"${session.name}" was changed by another program`,
      text: 'Saving now would overwrite what it wrote.',
      answers: [
        { id: 'reload', label: 'Take theirs' },
        { id: 'cancel', label: 'Cancel' },
        { id: 'overwrite', label: 'Overwrite', look: 'danger' },
      ],
    });
    if (answer === 'reload') reloadSession(session, found);
    if (answer !== 'overwrite') return false;
    outcome = await platform.save({ id: session.fileId, text, sidecar, base: null, setAside });
  }
  if (outcome.kind === 'failed') say('problem', outcome.message);
  if (outcome.kind !== 'saved') return false;
  markSaved(session.id, { text, sidecar });
  const { setAside: aside } = outcome;
  const kept = aside === undefined ? '' : `; the sidecar that cannot be read is kept as ${aside}`;
  saySaved(session, `${session.name}${kept}`);
  return true;
}

export async function saveAs(session: Session | null = activeSession()): Promise<boolean> {
  if (!session || !(await mayWriteBroken(session))) return false;
  const text = fileTextOf(session);
  const sidecar = sidecarOf(session);
  const outcome = await platform.saveAs({
    suggestedName: session.name,
    format: session.format,
    text,
    sidecar,
    setAside: putsSidecarAside(session),
  });
  if (outcome.kind === 'failed') say('problem', outcome.message);
  if (outcome.kind !== 'opened') return false;
  const { id, name } = outcome.file;
  markSaved(session.id, { text, sidecar }, { id, name });
  saySaved(session, name);
  return true;
}

/** Says what was written, and what of the work is not in the file. */
function saySaved(session: Session, what: string): void {
  const broken = brokenOf(session);
  const unread = broken ? ` It cannot be read yet. Line ${broken.problem.line}: ${broken.problem.message}` : '';
  const drafts = notInFile(session);
  say(
    unread === '' && drafts === null ? 'done' : 'problem',
    `Saved ${what}.${unread}${drafts === null ? '' : ` ${drafts}`}`,
  );
}

/** What is typed into fields and no file can hold; null when there is nothing of the kind. */
export function notInFile(session: Session): string | null {
  const drafts = draftsOf(session);
  if (drafts.length === 0) return null;
  return `Not in the file, because it is not valid yet: ${drafts.map(({ at }) => placeLabel(at)).join(', ')}.`;
}

/**
 * Asks before a text that cannot be read is written. One that could not be read on disk either, and is not emptied, is saved
 * without a question: that is how it is repaired step by step, and the message says so.
 */
async function mayWriteBroken(session: Session): Promise<boolean> {
  const { name, format, saved, inside } = session;
  const broken = brokenOf(session);
  if (!broken) return true;
  const onDisk = saved && (inside?.text ?? saved.text);
  const empty = broken.text.trim() === '';
  const whole = onDisk !== null && parseDocument({ text: onDisk, format, sidecar: null }).ok;
  if (onDisk !== null && !whole && (!empty || onDisk.trim() === '')) return true;
  const answer = await ask({
    title: empty ? `Save "${name}" without any text?` : `Save "${name}" although it cannot be read?`,
    text: `Line ${broken.problem.line}: ${broken.problem.message}${whole ? ' The file on disk is whole.' : ''}`,
    answers: [
      { id: 'save', label: 'Save anyway', look: 'danger' },
      { id: 'cancel', label: 'Cancel', look: 'primary' },
    ],
  });
  return answer === 'save';
}

export async function copyAsl(): Promise<void> {
  const session = activeSession();
  if (!session) return;
  await platform.writeClipboard(textOf(session));
  say('done', 'Copied the definition');
}

/** Closes a tab; asks first when something would be lost. False when the person changed their mind. */
export async function close(session: Session | null = activeSession()): Promise<boolean> {
  if (!session) return true;
  if (isUnsaved(session)) {
    activate(session.id);
    const answer = await askToSave(`Save "${session.name}" before it closes?`, notInFile(session));
    if (answer === null || answer === 'cancel') return false;
    if (answer === 'save' && !(await save(session))) return false;
  }
  removeSession(session.id);
  await platform.recovery.remove(session.id);
  return true;
}

/** The window wants to close: asks for each unsaved document. */
export async function closeAll(): Promise<void> {
  for (const session of getState().sessions.filter(isUnsaved)) {
    if (!(await close(session))) return platform.answerClose(false);
  }
  platform.answerClose(true);
}

function askToSave(title: string, never: string | null): Promise<string | null> {
  return ask({
    title,
    text: `Without saving, the changes are lost.${never === null ? '' : ` ${never} It is lost in any case.`}`,
    answers: [
      { id: 'discard', label: "Don't save", look: 'danger' },
      { id: 'cancel', label: 'Cancel' },
      { id: 'save', label: 'Save', look: 'primary' },
    ],
  });
}

/** Another program wrote or deleted an open file: reload in silence when nothing of ours is lost, else leave the choice. */
export function fileChanged(change: { id: FileId; text: string | null; sidecar: string | null }): void {
  const session = getState().sessions.find((open) => open.fileId === change.id);
  if (!session) return;
  const { text, sidecar } = change;
  if (text !== null && session.saved?.text === text && session.saved.sidecar === sidecar) return;
  updateSession(session.id, (current) => ({ ...current, outside: { text, sidecar } }));
}

export function takeOutside(session: Session): void {
  const { outside } = session;
  if (outside && outside.text !== null) reloadSession(session, { text: outside.text, sidecar: outside.sidecar });
}

/** Keeps ours: the next save overwrites what the other program wrote. */
export function overrideOutside(session: Session): void {
  const { outside } = session;
  const saved = outside && outside.text !== null ? { text: outside.text, sidecar: outside.sidecar } : null;
  updateSession(session.id, (current) => ({ ...current, outside: null, saved, recovered: true }));
}

export function showStart(): void {
  activate(null);
}
