import { app, BrowserWindow, nativeTheme, type Session } from 'electron';
import { join } from 'node:path';
import { isOurPage, pageAddress } from './ourPage';
import { storeWindowState, readWindowState } from './windowState';

/** The page that the window shows. */
export function pageUrl(): string {
  return pageAddress(app.isPackaged, process.env['ELECTRON_RENDERER_URL']);
}

/** A window without Node, sandboxed, that shows our page and cannot be led anywhere else. */
export function createWindow(statePath: string): BrowserWindow {
  const state = readWindowState(statePath);
  const window = new BrowserWindow({
    ...(state?.bounds ?? { width: 1440, height: 900 }),
    minWidth: 800,
    minHeight: 560,
    show: false,
    title: 'Stepwright',
    backgroundColor: nativeTheme.shouldUseDarkColors ? '#16181d' : '#f6f7f9',
    webPreferences: {
      preload: join(__dirname, '../preload/index.cjs'),
      contextIsolation: true,
      sandbox: true,
      nodeIntegration: false,
      webviewTag: false,
      spellcheck: false,
      // They run what is pasted into them, with all that the page may ask of the main process.
      devTools: !app.isPackaged,
    },
  });
  if (state?.maximized) window.maximize();
  keepInside(window);
  refusePermissions(window.webContents.session);
  // The page sets the title by itself, with the document's name in it.
  window.on('page-title-updated', (event) => event.preventDefault());
  window.once('ready-to-show', () => window.show());
  storeWindowState(window, statePath);
  return window;
}

/** No other page in this window, and no other window. A reload of our own page is fine: development needs it. */
function keepInside({ webContents }: BrowserWindow): void {
  const leave = (event: { preventDefault(): void }, url: string) => {
    if (!isOurPage(url, pageUrl())) event.preventDefault();
  };
  webContents.on('will-navigate', leave);
  webContents.on('will-redirect', leave);
  // Chromium asks nobody about about:blank, so what got there is led back. The work is in the recovery store.
  webContents.on('did-navigate', (_event, url) => {
    if (!isOurPage(url, pageUrl())) void webContents.loadURL(pageUrl());
  });
  webContents.on('will-attach-webview', (event) => event.preventDefault());
  webContents.setWindowOpenHandler(() => ({ action: 'deny' }));
}

/** Camera, place, notifications, even the clipboard: the page needs none, it copies through the protocol. */
function refusePermissions(session: Session): void {
  session.setPermissionRequestHandler((_contents, _permission, answer) => answer(false));
  session.setPermissionCheckHandler(() => false);
}
