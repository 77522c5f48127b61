import { lineOfLoneSurrogate, workflowStem } from '#shared/protocol/index';
import type { DocumentFormat, FileId, OpenOutcome, Platform, RecoveryEntry, SaveOutcome } from '../platform';
import { mayWrite, textIn, textOf, wasCancelled, workflowTypes, writeText, type FileHandle } from './fileSystemAccess';
import { browserHost, type BrowserHost } from './host';
import { StoredHandles } from './storedHandles';
import { OutsideChanges } from './outsideChanges';

/**
 * A browser: files through File System Access where there is one, else by upload and download. Sidecars and unsaved work
 * stay in the browser's database.
 */
export function browserPlatform(host: BrowserHost = browserHost()): Platform {
  const { pickers, records } = host;
  const handles = new StoredHandles(host);
  const outside = new OutsideChanges();
  /** Names of files that came without a handle: by upload, or dropped on the page. */
  const loose = new Map<FileId, string>();

  const openHandle = async (handle: FileHandle): Promise<OpenOutcome> => {
    try {
      const text = await textOf(await handle.getFile());
      const { id, name, sidecar } = await handles.keep(handle);
      outside.know(id, handle, text, sidecar);
      return { kind: 'opened', file: { id, name, folder: null, format: formatOf(name), text, sidecar } };
    } catch (problem) {
      return failed(problem, handle.name);
    }
  };

  const openLoose = async (file: File): Promise<OpenOutcome> => {
    try {
      const { name } = file;
      const text = await textOf(file);
      const id = host.newId();
      loose.set(id, name);
      return { kind: 'opened', file: { id, name, folder: null, format: formatOf(name), text, sidecar: null } };
    } catch (problem) {
      return failed(problem, file.name);
    }
  };

  /** Null where there are no pickers. */
  const pick = async (suggestedName: string): Promise<FileHandle | 'cancelled' | null> => {
    if (!pickers.showSaveFilePicker) return null;
    try {
      return await pickers.showSaveFilePicker({ suggestedName, types: workflowTypes });
    } catch (problem) {
      if (wasCancelled(problem)) return 'cancelled';
      throw problem;
    }
  };

  const write = async (id: FileId, handle: FileHandle, text: string, sidecar: string | null) => {
    refuseHalfCharacters(text);
    await handles.noteWritten(id, text);
    await writeText(handle, text);
    await handles.storeSidecar(id, sidecar);
    outside.know(id, handle, text, sidecar);
  };

  /** The first save of a file without a handle gets it one, or is a download each time. */
  const saveLoose = async (id: FileId, text: string, sidecar: string | null): Promise<SaveOutcome> => {
    const name = loose.get(id);
    if (name === undefined) return { kind: 'failed', message: 'This file is not known any more. Use Save as.' };
    const handle = await pick(name);
    if (handle === 'cancelled') return { kind: 'failed', message: `"${name}" was not saved: no place was chosen.` };
    if (handle) {
      await handles.keep(handle, id);
      await write(id, handle, text, sidecar);
    } else {
      refuseHalfCharacters(text);
      host.download(name, text);
    }
    return { kind: 'saved' };
  };

  return {
    kind: 'browser',
    os: host.os,
    async openFiles() {
      if (!pickers.showOpenFilePicker) return Promise.all((await host.upload()).map(openLoose));
      try {
        const chosen = await pickers.showOpenFilePicker({ multiple: true, types: workflowTypes });
        return await Promise.all(chosen.map(openHandle));
      } catch (problem) {
        return wasCancelled(problem) ? [] : [failed(problem)];
      }
    },
    openDropped: openLoose,
    async openRecent(id) {
      const known = await handles.find(id);
      if (!known) return { kind: 'failed', message: 'This file is not known any more. Open it again.' };
      if (await mayWrite(known.handle)) return openHandle(known.handle);
      return { kind: 'failed', message: `The browser was not allowed to open "${known.name}".` };
    },
    recentFiles: () => handles.recent(),
    forgetRecent: (id) => handles.forget(id),
    async save({ id, text, sidecar, base, setAside = false }) {
      const known = await handles.find(id);
      try {
        if (!known) return await saveLoose(id, text, sidecar);
        const { handle, name } = known;
        if (!(await mayWrite(handle))) {
          return { kind: 'failed', message: `The browser was not allowed to write "${name}".` };
        }
        const found = base === null ? null : await textIn(handle);
        const isForeign = base !== null && found !== null && found !== base.text && found !== text;
        if (isForeign && !(await handles.wrote(known, found))) {
          outside.know(id, handle, found, known.sidecar);
          return { kind: 'changedOutside', text: found, sidecar: known.sidecar };
        }
        const aside = setAside ? known.sidecar : null;
        await write(id, handle, text, sidecar);
        if (aside === null) return { kind: 'saved' };
        // A page can put no second file beside the first, but hand it to the person.
        const asideName = `${workflowStem(name)}.unreadable.stepwright`;
        host.download(asideName, aside);
        return { kind: 'saved', setAside: asideName };
      } catch (problem) {
        return failed(problem, known?.name);
      }
    },
    async saveAs({ suggestedName, format, text, sidecar }) {
      try {
        const handle = await pick(suggestedName);
        if (handle === 'cancelled') return { kind: 'cancelled' };
        if (!handle) {
          refuseHalfCharacters(text);
          const id = host.newId();
          host.download(suggestedName, text);
          loose.set(id, suggestedName);
          return { kind: 'opened', file: { id, name: suggestedName, folder: null, format, text, sidecar } };
        }
        const { id, name } = await handles.keep(handle);
        await write(id, handle, text, sidecar);
        return { kind: 'opened', file: { id, name, folder: null, format: formatOf(name), text, sidecar } };
      } catch (problem) {
        return failed(problem, suggestedName);
      }
    },
    async exportText({ suggestedName, text }) {
      try {
        const handle = await pick(suggestedName);
        if (handle === 'cancelled') return { kind: 'cancelled' };
        if (handle) await writeText(handle, text);
        else host.download(suggestedName, text);
        return { kind: 'written', name: handle ? handle.name : suggestedName };
      } catch (problem) {
        return failed(problem, suggestedName);
      }
    },
    writeClipboard: (text) => navigator.clipboard.writeText(text),
    recovery: {
      put: (entry) => records.put('recovery', entry),
      remove: (id) => records.remove('recovery', id),
      list: async () => (await records.all<RecoveryEntry>('recovery')).sort((a, b) => a.updatedAt - b.updatedAt),
    },
    setWindowState({ title, edited }) {
      document.title = title;
      window.onbeforeunload = edited ? stayOnPage : null;
    },
    onFileChanged(listener) {
      const silence = outside.listen(listener);
      const stop = host.everyGlance(() => void outside.look());
      return () => {
        stop();
        silence();
      };
    },
    // A browser has no menu of ours, is started with no files, and asks by itself before it closes a page.
    onCommand: () => () => undefined,
    onOpenRequest: () => Promise.resolve(() => undefined),
    onCloseRequested: () => () => undefined,
    answerClose: () => undefined,
  };
}

function stayOnPage(event: BeforeUnloadEvent): string {
  event.preventDefault();
  // Browsers before 2024 ask only when there is a text, which they do not show.
  return 'unsaved';
}

function formatOf(name: string): DocumentFormat {
  return /\.ya?ml$/i.test(name) ? 'yaml' : 'json';
}

function failed(problem: unknown, name?: string): { kind: 'failed'; message: string } {
  const message = problem instanceof Error ? problem.message : String(problem);
  return { kind: 'failed', message: name === undefined ? message : `"${name}": ${message}` };
}

function refuseHalfCharacters(text: string): void {
  const line = lineOfLoneSurrogate(text);
  if (line === null) return;
  throw new Error(
    `line ${line} holds half of a character (a lone surrogate), which no file can hold. Delete it, or write it as \\u and its number.`,
  );
}
