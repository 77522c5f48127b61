import { platform } from '../platform/index';
import { settings } from '../editor/settings';
import { brokenOf, fileTextOf, isUnsaved, putsSidecarAside, sidecarOf, type Session } from '../editor/session';
import { markSaved } from '../editor/sessions';
import { getState, onAppChange } from '../editor/store';

/** Milliseconds without a change after which a file is saved by itself. */
const quiet = 1000;

/**
 * Saves files by themselves, where that is set: never over what another program wrote, never a text that cannot be read,
 * and never where something would have to be put aside. Those wait for the person, who is told at a save.
 */
export function saveByItself(): void {
  const timers = new Map<string, ReturnType<typeof setTimeout>>();
  const seen = new Map<string, Session['undo']>();
  onAppChange(({ sessions }) => {
    if (!settings().autosave) return;
    for (const { id, undo } of sessions) {
      if (seen.get(id) === undo) continue;
      const isFirst = !seen.has(id);
      seen.set(id, undo);
      if (isFirst) continue;
      clearTimeout(timers.get(id));
      timers.set(
        id,
        setTimeout(() => void saveQuietly(id), quiet),
      );
    }
  });
}

async function saveQuietly(id: string): Promise<void> {
  const session = getState().sessions.find((open) => open.id === id);
  if (!session?.fileId || !mayBeSaved(session)) return;
  const [text, sidecar] = [fileTextOf(session), sidecarOf(session)];
  const outcome = await platform.save({ id: session.fileId, text, sidecar, base: session.saved, setAside: false });
  if (outcome.kind === 'saved') markSaved(id, { text, sidecar });
}

function mayBeSaved(session: Session): boolean {
  return isUnsaved(session) && !brokenOf(session) && session.outside === null && !putsSidecarAside(session);
}
