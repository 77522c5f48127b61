import { app, Menu, type BrowserWindow } from 'electron';
import { join, resolve } from 'node:path';
import { type EventName, type EventOf, eventChannel, isWorkflowName } from '#shared/protocol/index';
import { registerAppScheme, serveApp } from './appProtocol';
import { ClosingWindow } from './closing';
import { FileStore, RecoveryStore, WatchedFiles } from '#host/files/index';
import { FileDialogs } from './ipc/dialogs';
import { openGate } from './ipc/gate';
import { createHandlers } from './ipc/handlers';
import { buildMenu } from './menu';
import { OpenRequests } from './openRequests';
import { isOurPage } from './ourPage';
import { createWindow, pageUrl } from './window';

// Tests and portable installations keep their data elsewhere.
const userData = process.env['STEPWRIGHT_USER_DATA'];
if (userData !== undefined && userData !== '') app.setPath('userData', userData);

registerAppScheme();

let window: BrowserWindow | null = null;
/** The page can be served and answered. */
let started = false;
const windowOf = () => window;

function send<Name extends EventName>(name: Name, payload: EventOf<Name>): void {
  if (window && !window.isDestroyed()) window.webContents.send(eventChannel(name), payload);
}

const files = new FileStore(app.getPath('userData'));
const recovery = new RecoveryStore(app.getPath('userData'));
const watched = new WatchedFiles(files, (change) => send('fileChanged', change));
const dialogs = new FileDialogs(windowOf);
const closing = new ClosingWindow(
  () => send('closeRequested', null),
  () => app.quit(),
);
const openRequests = new OpenRequests(
  async (path) => watched.noticed(await files.open(path, Date.now())),
  (opened) => send('openRequest', opened),
);

function openWindow(): void {
  openRequests.pause();
  const opened = createWindow(join(app.getPath('userData'), 'window.json'));
  window = opened;
  closing.guard(opened);
  opened.on('closed', () => {
    window = null;
    openRequests.pause();
  });
  // A page that is loaded again, in development or after a crash, listens anew. A navigation that is only tried, and
  // denied, leaves the page as it was, so its start says nothing.
  opened.webContents.on('did-navigate', () => openRequests.pause());
  reloadAfterCrash(opened);
  void opened.loadURL(pageUrl());
}

/** A page that crashed comes back with what the recovery store kept; one that crashes at once stays as it is. */
function reloadAfterCrash(opened: BrowserWindow): void {
  let last = -Infinity;
  opened.webContents.on('render-process-gone', (_event, { reason }) => {
    const now = Date.now();
    openRequests.pause();
    if (reason !== 'clean-exit' && now - last > 10_000 && !opened.isDestroyed()) opened.webContents.reload();
    last = now;
  });
}

/** @param folder what relative paths are relative to */
function pathsIn(argv: readonly string[], folder: string): string[] {
  const named = argv.slice(1).filter((argument) => !argument.startsWith('-') && isWorkflowName(argument));
  return named.map((path) => resolve(folder, path));
}

/** Shows what was asked for, in a new window where macOS has none. */
function openFromOutside(paths: readonly string[]): void {
  void openRequests.add(paths);
  if (!started) return;
  if (!window) return openWindow();
  if (window.isMinimized()) window.restore();
  window.focus();
}

async function start(): Promise<void> {
  await files.load();
  await recovery.tidy();
  serveApp(join(__dirname, '../renderer'));
  openGate(createHandlers({ files, watched, recovery, closing, openRequests, dialogs, windowOf }), (event) => {
    const page = window?.webContents;
    const frame = event.senderFrame;
    return frame !== null && event.sender === page && frame === page.mainFrame && isOurPage(frame.url, pageUrl());
  });
  const toggleDevTools = app.isPackaged ? null : () => window?.webContents.toggleDevTools();
  Menu.setApplicationMenu(buildMenu((id) => send('command', id), toggleDevTools));
  started = true;
  openWindow();
  app.on('activate', () => {
    if (!window) openWindow();
  });
}

if (app.requestSingleInstanceLock()) {
  void openRequests.add(pathsIn(process.argv, process.cwd()));
  app.on('open-file', (event, path) => {
    event.preventDefault();
    openFromOutside([path]);
  });
  app.on('second-instance', (_event, argv, folder) => openFromOutside(pathsIn(argv, folder)));
  app.on('before-quit', () => closing.quitRequested());
  app.on('window-all-closed', () => {
    if (process.platform !== 'darwin') app.quit();
  });
  app.on('will-quit', () => watched.close());
  void app.whenReady().then(start);
} else {
  app.quit();
}
