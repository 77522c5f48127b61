import { app, clipboard, dialog, type BrowserWindow } from 'electron';
import { basename, dirname, join, resolve } from 'node:path';
import type { DocumentFormat, EventName, EventOf, FileId, OnDisk, OpenOutcome } from '#shared/protocol/channels';
import type { ClosingWindow } from '../closing';
import { writeAtomically } from '../files/atomicWrite';
import { reason, type FileStore } from '../files/fileStore';
import { withExtension } from '../files/names';
import type { RecoveryStore } from '../files/recoveryStore';
import { FileWatcher } from '../files/watcher';
import type { Handlers } from './gate';

export interface Services {
  readonly files: FileStore;
  readonly recovery: RecoveryStore;
  readonly closing: ClosingWindow;
  windowOf(): BrowserWindow | null;
  send<Name extends EventName>(name: Name, payload: EventOf<Name>): void;
  takeWaiting(): string[];
}

const filters: Record<DocumentFormat, Electron.FileFilter[]> = {
  json: [{ name: 'Amazon States Language (JSON)', extensions: ['asl.json', 'json'] }],
  yaml: [{ name: 'Amazon States Language (YAML)', extensions: ['asl.yaml', 'yaml', 'yml'] }],
};

/** What each request of the protocol does. */
export function createHandlers({ files, recovery, closing, windowOf, send, takeWaiting }: Services): Handlers {
  /** What we wrote or read last, to tell our own writes from those of others. */
  const lastSeen = new Map<FileId, OnDisk | null>();
  let lastFolder: string | null = null;

  const watcher = new FileWatcher((id) => {
    const path = files.pathOf(id);
    if (path === null) return;
    void files.onDisk(path).then(
      (found) => {
        const known = lastSeen.get(id);
        if (known && found && known.text === found.text && known.sidecar === found.sidecar) return;
        lastSeen.set(id, found);
        send('fileChanged', { id, text: found?.text ?? null, sidecar: found?.sidecar ?? null });
      },
      () => undefined,
    );
  });

  const noticed = (outcome: OpenOutcome): OpenOutcome => {
    if (outcome.kind !== 'opened') return outcome;
    const { id, text, sidecar } = outcome.file;
    const path = files.pathOf(id);
    lastSeen.set(id, { text, sidecar });
    if (path !== null) {
      lastFolder = dirname(path);
      watcher.add(id, path);
    }
    return outcome;
  };
  const open = async (path: string) => noticed(await files.open(path, Date.now()));

  const askForPath = async (suggestedName: string, format: DocumentFormat): Promise<string | null> => {
    const options = {
      defaultPath: join(lastFolder ?? app.getPath('documents'), basename(suggestedName)),
      filters: [...filters[format], { name: 'All files', extensions: ['*'] }],
    };
    const window = windowOf();
    const { canceled, filePath } = await (window
      ? dialog.showSaveDialog(window, options)
      : dialog.showSaveDialog(options));
    return canceled || !filePath ? null : resolve(withExtension(filePath, format));
  };

  return {
    openFiles: async () => {
      const options: Electron.OpenDialogOptions = {
        ...(lastFolder === null ? {} : { defaultPath: lastFolder }),
        properties: ['openFile', 'multiSelections'],
        filters: [
          { name: 'State machines', extensions: ['json', 'yaml', 'yml', 'asl'] },
          { name: 'All files', extensions: ['*'] },
        ],
      };
      const window = windowOf();
      const { canceled, filePaths } = await (window
        ? dialog.showOpenDialog(window, options)
        : dialog.showOpenDialog(options));
      return canceled ? [] : Promise.all(filePaths.map(open));
    },
    openPath: open,
    openRecent: async (id) => noticed(await files.openKnown(id, Date.now())),
    recentFiles: () => files.recent(),
    forgetRecent: async (id) => {
      await files.forget(id);
      return null;
    },
    save: async ({ id, text, sidecar, base }) => {
      const before = lastSeen.get(id) ?? null;
      // Set before the write, so that the watcher knows it as ours however soon it wakes.
      lastSeen.set(id, { text, sidecar });
      const outcome = await files.save(id, text, sidecar, base);
      if (outcome.kind !== 'saved') lastSeen.set(id, before);
      const path = files.pathOf(id);
      if (path !== null) watcher.add(id, path);
      return outcome;
    },
    saveAs: async ({ suggestedName, format, text, sidecar }) => {
      const path = await askForPath(suggestedName, format);
      if (path === null) return { kind: 'cancelled' };
      return noticed(await files.saveAs(path, text, sidecar, Date.now()));
    },
    exportText: async ({ suggestedName, format, text }) => {
      const path = await askForPath(suggestedName, format);
      if (path === null) return { kind: 'cancelled' };
      try {
        await writeAtomically(path, text);
        return { kind: 'written', name: basename(path) };
      } catch (problem) {
        return { kind: 'failed', message: reason(problem, path) };
      }
    },
    writeClipboard: (text) => {
      clipboard.writeText(text);
      return null;
    },
    putRecovery: async (entry) => {
      await recovery.put(entry);
      return null;
    },
    removeRecovery: async (id) => {
      await recovery.remove(id);
      return null;
    },
    listRecovery: () => recovery.list(),
    setWindowState: ({ title, edited }) => {
      windowOf()?.setTitle(title);
      closing.setEdited(edited);
      return null;
    },
    ready: () => Promise.all(takeWaiting().map(open)),
    closeAnswer: ({ close }) => {
      closing.answer(close);
      return null;
    },
  };
}
