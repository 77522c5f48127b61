import { app, Menu, type BrowserWindow } from 'electron';
import { join } from 'node:path';
import { eventChannel, type EventName, type EventOf } from '#shared/protocol/channels';
import { registerAppScheme, serveApp } from './appProtocol';
import { ClosingWindow } from './closing';
import { FileStore } from './files/fileStore';
import { isWorkflowName } from './files/names';
import { RecoveryStore } from './files/recoveryStore';
import { openGate } from './ipc/gate';
import { createHandlers } from './ipc/handlers';
import { buildMenu } from './menu';
import { isOurPage } from './ourPage';
import { createWindow, pageUrl } from './window';

// Tests and portable installations keep their data elsewhere.
const userData = process.env['STEPWRIGHT_USER_DATA'];
if (userData !== undefined && userData !== '') app.setPath('userData', userData);

registerAppScheme();

let window: BrowserWindow | null = null;
/** Files asked for before the page could take them: command line, or macOS at start. */
const waiting: string[] = [];
let listening = false;

function send<Name extends EventName>(name: Name, payload: EventOf<Name>): void {
  if (window && !window.isDestroyed()) window.webContents.send(eventChannel(name), payload);
}

function workflowArguments(argv: readonly string[]): string[] {
  return argv.slice(1).filter((argument) => !argument.startsWith('-') && isWorkflowName(argument));
}

async function start(): Promise<void> {
  const data = app.getPath('userData');
  const files = new FileStore(data);
  await files.load();
  serveApp(join(__dirname, '../renderer'));
  const closing = new ClosingWindow(
    () => send('closeRequested', null),
    () => app.quit(),
  );
  app.on('before-quit', () => closing.quitRequested());
  const handlers = createHandlers({
    files,
    recovery: new RecoveryStore(data),
    closing,
    windowOf: () => window,
    send,
    takeWaiting: () => {
      listening = true;
      return waiting.splice(0);
    },
  });
  openGate(handlers, (event) => {
    const ours = window?.webContents;
    return (
      event.senderFrame !== null &&
      event.sender === ours &&
      event.senderFrame === ours.mainFrame &&
      isOurPage(event.senderFrame.url, pageUrl())
    );
  });

  const openPaths = (paths: readonly string[]) => {
    if (!listening) waiting.push(...paths);
    else
      void Promise.all(paths.map((path) => files.open(path, Date.now()))).then((opened) => send('openRequest', opened));
  };
  openPaths(workflowArguments(process.argv));
  app.on('second-instance', (_event, argv, folder) => {
    if (window?.isMinimized()) window.restore();
    window?.focus();
    openPaths(workflowArguments(argv).map((path) => join(folder, path)));
  });
  app.removeAllListeners('open-file');
  app.on('open-file', (event, path) => {
    event.preventDefault();
    openPaths([path]);
  });

  const open = () => {
    listening = false;
    window = createWindow(join(data, 'window.json'));
    closing.guard(window);
    window.on('closed', () => {
      window = null;
    });
    // A page that crashed comes back with what the recovery store kept.
    window.webContents.on('render-process-gone', (_event, { reason }) => {
      listening = false;
      if (reason !== 'clean-exit') window?.webContents.reload();
    });
    void window.loadURL(pageUrl());
  };
  Menu.setApplicationMenu(
    buildMenu(
      (id) => send('command', id),
      () => window,
    ),
  );
  open();
  app.on('activate', () => {
    if (!window) open();
  });
}

if (app.requestSingleInstanceLock()) {
  app.on('open-file', (event, path) => {
    event.preventDefault();
    waiting.push(path);
  });
  app.on('window-all-closed', () => {
    if (process.platform !== 'darwin') app.quit();
  });
  void app.whenReady().then(start);
} else {
  app.quit();
}
