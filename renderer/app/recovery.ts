import { platform } from '../platform/index';
import { machineInFile } from '../editor/machineInFile';
import {
  brokenOf,
  documentOf,
  fileTextOf,
  isUnsaved,
  sidecarForRecovery,
  textOf,
  type Session,
} from '../editor/session';
import { getState, say, onAppChange } from '../editor/store';
import { openSession } from '../editor/sessions';
import { exampleIdentity } from './examples';

/** At most this many milliseconds of work can be lost by a crash. */
const delay = 200;

/** Keeps unsaved work in the recovery store as it is done, and takes away what was saved. */
export function storeRecovery(): void {
  const timers = new Map<string, ReturnType<typeof setTimeout>>();
  const kept = new Map<string, Session>();
  const keep = async (id: string) => {
    timers.delete(id);
    const session = getState().sessions.find((open) => open.id === id);
    if (!session) return;
    if (!isUnsaved(session)) {
      await platform.recovery.remove(id);
      return;
    }
    const { name, fileId, format, saved, inside } = session;
    const entry = {
      id,
      name,
      fileId,
      format,
      saved,
      text: fileTextOf(session),
      sidecar: sidecarForRecovery(session),
      lastRead: brokenOf(session) ? (documentOf(session)?.source.text ?? null) : null,
      ...(inside ? { inside: { machine: inside.id, text: textOf(session), file: inside.file } } : {}),
      updatedAt: Date.now(),
    };
    await platform.recovery.put(entry).catch((problem: unknown) => {
      say(
        'problem',
        `Unsaved work cannot be kept for recovery: ${problem instanceof Error ? problem.message : String(problem)}`,
      );
    });
  };
  onAppChange(({ sessions }) => {
    for (const session of sessions) {
      const before = kept.get(session.id);
      kept.set(session.id, session);
      if (before && before.undo === session.undo && before.saved === session.saved) continue;
      if (!timers.has(session.id))
        timers.set(
          session.id,
          setTimeout(() => void keep(session.id), delay),
        );
    }
    for (const id of kept.keys()) if (!sessions.some((session) => session.id === id)) kept.delete(id);
  });
}

/** Opens again what was unsaved when the app ended. Gives how many documents that were. */
export async function restoreRecovery(): Promise<number> {
  const entries = await platform.recovery.list().catch(() => []);
  const open = new Set(getState().sessions.map((session) => session.id));
  const lost = entries.filter((entry) => !open.has(entry.id));
  for (const { inside, updatedAt: _when, lastRead = null, ...entry } of lost) {
    const { name } = entry;
    const place = inside && machineInFile(inside.file, name, inside.machine);
    const part = place ? { inside: place, text: inside.text, format: place.format } : {};
    openSession({ ...entry, ...part, lastRead, recovered: true, ...exampleIdentity(name) });
  }
  if (lost.length > 0) {
    say(
      'done',
      lost.length === 1
        ? `Restored unsaved work in ${lost[0]?.name ?? ''}`
        : `Restored ${lost.length} unsaved documents`,
    );
  }
  return lost.length;
}
