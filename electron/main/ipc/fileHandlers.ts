import { basename } from 'node:path';
import { type FileStore, type RecoveryStore, type WatchedFiles, reason, writeAtomically } from '#host/files/index';
import type { OpenOutcome, RecoveryEntry } from '#shared/protocol/index';
import type { Handlers } from './answer';
import type { FileDialogs } from './dialogs';

export interface FileServices {
  readonly files: FileStore;
  readonly watched: WatchedFiles;
  readonly recovery: RecoveryStore;
  readonly dialogs: Pick<FileDialogs, 'open' | 'save' | 'exportTo' | 'mayReplace' | 'visited'>;
}

/** The requests that are about files; they need no Electron, so that they are tried without a window. */
export type FileHandlers = Pick<
  Handlers,
  | 'openFiles'
  | 'openPath'
  | 'openRecent'
  | 'recentFiles'
  | 'forgetRecent'
  | 'save'
  | 'saveAs'
  | 'exportText'
  | 'putRecovery'
  | 'removeRecovery'
  | 'listRecovery'
>;

export function createFileHandlers({ files, watched, recovery, dialogs }: FileServices): FileHandlers {
  const noticed = (outcome: OpenOutcome): OpenOutcome => {
    const path = outcome.kind === 'opened' ? files.pathOf(outcome.file.id) : null;
    if (path !== null) dialogs.visited(path);
    return watched.noticed(outcome);
  };
  const open = async (path: string) => noticed(await files.open(path, Date.now()));

  return {
    openFiles: async () => Promise.all((await dialogs.open()).map(open)),
    openPath: async (path) => noticed(await files.openDropped(path, Date.now())),
    openRecent: async (id) => noticed(await files.openKnown(id, Date.now())),
    recentFiles: () => files.recent(),
    forgetRecent: async (id) => {
      await files.forget(id);
      return null;
    },
    save: ({ id, text, sidecar, base, setAside }) => watched.save(id, { text, sidecar }, base, setAside),
    saveAs: async ({ suggestedName, format, text, sidecar, setAside }) => {
      const path = await dialogs.save(suggestedName, format);
      if (path === null) return { kind: 'cancelled' };
      const outcome = await files.saveAs(
        path,
        { text, sidecar },
        Date.now(),
        (name) => dialogs.mayReplace(name),
        setAside,
      );
      return outcome.kind === 'cancelled' ? outcome : noticed(outcome);
    },
    exportText: async ({ suggestedName, fileType, text }) => {
      const path = await dialogs.exportTo(suggestedName, fileType);
      if (path === null) return { kind: 'cancelled' };
      try {
        await writeAtomically(path, text);
        return { kind: 'written', name: basename(path) };
      } catch (problem) {
        return { kind: 'failed', message: reason(problem, path) };
      }
    },
    putRecovery: async (entry) => {
      await recovery.put(entry);
      return null;
    },
    removeRecovery: async (id) => {
      await recovery.remove(id);
      return null;
    },
    listRecovery: async () => {
      const entries: RecoveryEntry[] = [];
      for (const entry of await recovery.list()) {
        const recovered = await files.recovered(entry, Date.now());
        if (recovered) entries.push(recovered);
        else await recovery.remove(entry.id);
      }
      return entries;
    },
  };
}
