import { contextBridge, ipcRenderer, webUtils } from 'electron';
import {
  type Bridge,
  type OpenOutcome,
  eventChannel,
  isEventName,
  isPageRequest,
  requestChannel,
} from '#shared/protocol/index';

const os = process.platform === 'darwin' ? 'mac' : process.platform === 'win32' ? 'windows' : 'linux';

/** Everything the page can reach of the desktop. No paths and no Node: names of requests and their payloads. */
const bridge: Bridge = {
  os,
  request: (name, payload) => {
    // Types do not hold a page that was taken over; this does.
    if (!isPageRequest(name)) return Promise.reject(new Error('Refused: no such request.'));
    return ipcRenderer.invoke(requestChannel(name), payload);
  },
  openDropped: async (file) => {
    const path = pathOf(file);
    if (path !== '') return (await ipcRenderer.invoke(requestChannel('openPath'), path)) as OpenOutcome;
    return { kind: 'failed', message: 'Only files of this machine can be opened by dropping them.' };
  },
  on: (name, listener) => {
    if (!isEventName(name)) throw new Error('Refused: no such event.');
    const channel = eventChannel(name);
    const handler = (_event: unknown, payload: Parameters<typeof listener>[0]) => listener(payload);
    ipcRenderer.on(channel, handler);
    return () => ipcRenderer.off(channel, handler);
  },
};

/**
 * The place of a file that a person dropped; empty for anything a page made up, which has none. Only a File of the
 * browser itself counts, as a page could put a path of its choice on any other object.
 */
function pathOf(file: object): string {
  if (!(file instanceof File)) return '';
  // Electron before 29 has no webUtils and puts the path on the File.
  const utils = webUtils as typeof webUtils | undefined;
  if (utils) return utils.getPathForFile(file);
  const { path } = file as { path?: unknown };
  return typeof path === 'string' ? path : '';
}

contextBridge.exposeInMainWorld('stepwright', bridge);
