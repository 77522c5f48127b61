import type { Bridge } from '#shared/protocol/index';
import type { Platform } from './platform';

/** The desktop: every call goes through the bridge to the main process. */
export function electronPlatform(bridge: Bridge): Platform {
  const { request } = bridge;
  return {
    kind: 'electron',
    os: bridge.os,
    openFiles: () => request('openFiles', null),
    openDropped: (file) => bridge.openDropped(file),
    openRecent: (id) => request('openRecent', id),
    recentFiles: () => request('recentFiles', null),
    forgetRecent: async (id) => {
      await request('forgetRecent', id);
    },
    save: (save) => request('save', save),
    saveAs: (save) => request('saveAs', save),
    exportText: (text) => request('exportText', text),
    writeClipboard: async (text) => {
      await request('writeClipboard', text);
    },
    recovery: {
      put: async (entry) => {
        await request('putRecovery', entry);
      },
      remove: async (id) => {
        await request('removeRecovery', id);
      },
      list: () => request('listRecovery', null),
    },
    setWindowState: ({ title, edited, disabled, checked }) =>
      void request('setWindowState', { title, edited, disabled: [...disabled], checked: [...checked] }),
    onCommand: (listener) => bridge.on('command', listener),
    onOpenRequest: async (listener) => {
      const off = bridge.on('openRequest', listener);
      const waiting = await request('ready', null);
      if (waiting.length > 0) listener(waiting);
      return off;
    },
    onFileChanged: (listener) => bridge.on('fileChanged', listener),
    onCloseRequested: (listener) => bridge.on('closeRequested', () => listener()),
    answerClose: (close) => void request('closeAnswer', { close }),
  };
}
