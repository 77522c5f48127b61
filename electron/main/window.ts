import { BrowserWindow, nativeTheme } from 'electron';
import { join } from 'node:path';
import { appOrigin } from './appProtocol';
import { keepWindowState, readWindowState } from './windowState';

/** The page that the window shows: the built renderer, or the development server of `npm run dev`. */
export function pageUrl(): string {
  return process.env['ELECTRON_RENDERER_URL'] ?? `${appOrigin}/index.html`;
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
    },
  });
  if (state?.maximized) window.maximize();
  const { webContents } = window;
  webContents.setWindowOpenHandler(() => ({ action: 'deny' }));
  webContents.on('will-navigate', (event) => event.preventDefault());
  webContents.on('will-attach-webview', (event) => event.preventDefault());
  webContents.session.setPermissionRequestHandler((_contents, permission, answer) => {
    answer(permission === 'clipboard-sanitized-write');
  });
  window.once('ready-to-show', () => window.show());
  keepWindowState(window, statePath);
  return window;
}
