import { contextBridge, ipcRenderer, webUtils } from 'electron';
import { eventChannel, requestChannel, type Bridge, type OpenOutcome } from '#shared/protocol/channels';

const os = process.platform === 'darwin' ? 'mac' : process.platform === 'win32' ? 'windows' : 'linux';

/** Everything the page can reach of the desktop. No paths and no Node: names of requests and their payloads. */
const bridge: Bridge = {
  os,
  request: (name, payload) => ipcRenderer.invoke(requestChannel(name), payload),
  openDropped: (file) => ipcRenderer.invoke(requestChannel('openPath'), pathOf(file)) as Promise<OpenOutcome>,
  on: (name, listener) => {
    const channel = eventChannel(name);
    const handler = (_event: unknown, payload: Parameters<typeof listener>[0]) => listener(payload);
    ipcRenderer.on(channel, handler);
    return () => ipcRenderer.off(channel, handler);
  },
};

/** The page hands over a File of a drop; only here can it be turned into a path. Electron before 29 has no webUtils. */
function pathOf(file: object): string {
  const utils = webUtils as typeof webUtils | undefined;
  if (utils) return utils.getPathForFile(file as File);
  const { path } = file as { path?: unknown };
  return typeof path === 'string' ? path : '';
}

contextBridge.exposeInMainWorld('stepwright', bridge);
