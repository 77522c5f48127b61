import type { DocumentFormat, FileId, OpenedFile, OpenOutcome, Platform, RecentFile, RecoveryEntry } from '../platform';
import { all, put, remove } from './database';
import { download, mayWrite, pickers, types, upload, wasCancelled } from './fileSystemAccess';

interface Kept {
  readonly id: FileId;
  readonly name: string;
  readonly openedAt: number;
  readonly handle: FileSystemFileHandle;
}

/** A browser: files through File System Access where there is one, else by upload and download. Sidecars go into the recovery store's database. */
export function browserPlatform(): Platform {
  const handles = new Map<FileId, FileSystemFileHandle>();

  const opened = async (file: File, handle: FileSystemFileHandle | null): Promise<OpenOutcome> => {
    try {
      const id = crypto.randomUUID();
      const text = await file.text();
      if (handle) await keep(id, handle);
      const result: OpenedFile = {
        id,
        name: file.name,
        folder: null,
        format: formatOf(file.name),
        text,
        sidecar: null,
      };
      return { kind: 'opened', file: result };
    } catch (problem) {
      return { kind: 'failed', message: `"${file.name}": ${messageOf(problem)}` };
    }
  };

  const keep = async (id: FileId, handle: FileSystemFileHandle) => {
    handles.set(id, handle);
    const known = await all<Kept>('handles');
    for (const old of known) if (await old.handle.isSameEntry(handle)) await remove('handles', old.id);
    await put('handles', { id, name: handle.name, openedAt: Date.now(), handle } satisfies Kept);
  };

  const handleOf = async (id: FileId) => {
    return handles.get(id) ?? (await all<Kept>('handles')).find((kept) => kept.id === id)?.handle ?? null;
  };

  const pick = async (suggestedName: string): Promise<FileSystemFileHandle | 'cancelled' | null> => {
    if (!pickers.showSaveFilePicker) return null;
    try {
      return await pickers.showSaveFilePicker({ suggestedName, types });
    } catch (problem) {
      if (wasCancelled(problem)) return 'cancelled';
      throw problem;
    }
  };

  return {
    kind: 'browser',
    os: /Mac/.test(navigator.platform) ? 'mac' : /Win/.test(navigator.platform) ? 'windows' : 'linux',
    async openFiles() {
      if (!pickers.showOpenFilePicker) return Promise.all((await upload()).map((file) => opened(file, null)));
      try {
        const chosen = await pickers.showOpenFilePicker({ multiple: true, types });
        return await Promise.all(chosen.map(async (handle) => opened(await handle.getFile(), handle)));
      } catch (problem) {
        if (wasCancelled(problem)) return [];
        throw problem;
      }
    },
    openDropped: (file) => opened(file, null),
    async openRecent(id) {
      const handle = await handleOf(id);
      if (!handle) return { kind: 'failed', message: 'This file is not known any more. Open it again.' };
      try {
        if (!(await mayWrite(handle)))
          return { kind: 'failed', message: 'The browser was not allowed to open the file.' };
        return await opened(await handle.getFile(), handle);
      } catch (problem) {
        return { kind: 'failed', message: `"${handle.name}": ${messageOf(problem)}` };
      }
    },
    async recentFiles() {
      const kept = await all<Kept>('handles');
      return kept
        .sort((a, b) => b.openedAt - a.openedAt)
        .slice(0, 30)
        .map(({ id, name, openedAt }): RecentFile => ({ id, name, folder: null, openedAt }));
    },
    forgetRecent: (id) => remove('handles', id),
    async save({ id, text, base }) {
      const handle = await handleOf(id);
      if (!handle) return { kind: 'failed', message: 'The browser cannot write this file. Use Save as.' };
      try {
        if (!(await mayWrite(handle)))
          return { kind: 'failed', message: 'The browser was not allowed to write the file.' };
        const found = await (await handle.getFile()).text();
        if (base !== null && found !== base.text) return { kind: 'changedOutside', text: found, sidecar: null };
        await write(handle, text);
        return { kind: 'saved' };
      } catch (problem) {
        return { kind: 'failed', message: `"${handle.name}": ${messageOf(problem)}` };
      }
    },
    async saveAs({ suggestedName, format, text }) {
      try {
        const handle = await pick(suggestedName);
        if (handle === 'cancelled') return { kind: 'cancelled' };
        const id = crypto.randomUUID();
        const name = handle ? handle.name : suggestedName;
        if (handle) {
          await write(handle, text);
          await keep(id, handle);
        } else download(suggestedName, text);
        return { kind: 'opened', file: { id, name, folder: null, format, text, sidecar: null } };
      } catch (problem) {
        return { kind: 'failed', message: messageOf(problem) };
      }
    },
    async exportText({ suggestedName, text }) {
      try {
        const handle = await pick(suggestedName);
        if (handle === 'cancelled') return { kind: 'cancelled' };
        if (handle) await write(handle, text);
        else download(suggestedName, text);
        return { kind: 'written', name: handle ? handle.name : suggestedName };
      } catch (problem) {
        return { kind: 'failed', message: messageOf(problem) };
      }
    },
    writeClipboard: (text) => navigator.clipboard.writeText(text),
    recovery: {
      put: (entry) => put('recovery', entry),
      remove: (id) => remove('recovery', id),
      list: async () => (await all<RecoveryEntry>('recovery')).sort((a, b) => a.updatedAt - b.updatedAt),
    },
    setWindowState({ title, edited }) {
      document.title = title;
      window.onbeforeunload = edited ? (event) => event.preventDefault() : null;
    },
    // A browser has no menu of ours, opens no files by itself, does not watch them and closes without asking us.
    onCommand: () => () => undefined,
    onOpenRequest: () => () => undefined,
    onFileChanged: () => () => undefined,
    onCloseRequested: () => () => undefined,
    answerClose: () => undefined,
  };
}

async function write(handle: FileSystemFileHandle, text: string): Promise<void> {
  const stream = await handle.createWritable();
  await stream.write(text);
  await stream.close();
}

function formatOf(name: string): DocumentFormat {
  return /\.ya?ml$/i.test(name) ? 'yaml' : 'json';
}

function messageOf(problem: unknown): string {
  return problem instanceof Error ? problem.message : String(problem);
}
