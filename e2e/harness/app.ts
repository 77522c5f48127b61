import { _electron, test as base, type ElectronApplication, type Page } from '@playwright/test';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ownDisplay } from './display';
import { startedAtLast, startLimit } from './starts';

/** The folder of the project. */
export const project = join(import.meta.dirname, '../..');

/** A running app. */
export interface App {
  readonly electron: ElectronApplication;
  readonly page: Page;
  /** Ends the process at once, as a power cut would. */
  kill(): Promise<void>;
}

export interface LaunchOptions {
  readonly args?: readonly string[];
  readonly userData: string;
  /** Size of the window's content. */
  readonly size?: { readonly width: number; readonly height: number };
}

function executable(): string {
  const path = process.env['STEPWRIGHT_ELECTRON'];
  if (path === undefined) throw new Error('STEPWRIGHT_ELECTRON is not set; run the tests with "npm test".');
  return path;
}

/** Starts the app once more beside a running one, as opening a file from the desktop does; resolves when that start ended. */
export async function launchAgain(userData: string, ...args: readonly string[]): Promise<void> {
  const child = spawn(executable(), ['--no-sandbox', project, ...args], {
    env: { ...process.env, ...ownDisplay(), STEPWRIGHT_USER_DATA: userData },
    stdio: 'ignore',
  });
  await once(child, 'exit');
}

/** Starts the built app in Electron. Tests run as root in containers, where Chromium's sandbox cannot start. */
export function launch(options: LaunchOptions): Promise<App> {
  return launchAs(executable(), [project], options);
}

async function launchAs(
  executablePath: string,
  first: readonly string[],
  { args = [], userData, size = { width: 1440, height: 900 } }: LaunchOptions,
): Promise<App> {
  const { electron, page } = await startedAtLast(() =>
    started({
      executablePath,
      args: ['--no-sandbox', '--force-device-scale-factor=1', ...first, ...args],
      env: { ...process.env, ...ownDisplay(), STEPWRIGHT_USER_DATA: userData } as Record<string, string>,
    }),
  );
  await resize(electron, size);
  const kill = async () => {
    const child = electron.process();
    if (child.exitCode !== null || child.signalCode !== null) return;
    const ended = new Promise((resolve) => child.once('exit', resolve));
    child.kill('SIGKILL');
    await ended;
  };
  return { electron, page, kill };
}

/** Starts Electron once and waits for the page. */
async function started(
  options: Parameters<typeof _electron.launch>[0] & object,
): Promise<Pick<App, 'electron' | 'page'>> {
  const electron = await _electron.launch({ ...options, timeout: startLimit });
  try {
    const page = await electron.firstWindow({ timeout: startLimit });
    await page.waitForSelector('[data-ready]', { timeout: startLimit });
    // What moves on screen would have to be waited for.
    await page.emulateMedia({ reducedMotion: 'reduce' });
    return { electron, page };
  } catch (problem) {
    electron.process().kill('SIGKILL');
    throw problem;
  }
}

export async function resize(electron: ElectronApplication, size: { width: number; height: number }): Promise<void> {
  await electron.evaluate(({ BrowserWindow }, { width, height }) => {
    BrowserWindow.getAllWindows()[0]?.setContentSize(width, height);
  }, size);
}

/**
 * Answers the system's save dialog with a path, and its open dialog with others, and counts them. `replace` answers what the
 * app asks before it replaces a file.
 */
export async function answerDialogs(
  electron: ElectronApplication,
  answers: { save?: string; open?: readonly string[]; replace?: boolean },
): Promise<void> {
  await electron.evaluate(({ dialog }, { save, open, replace = false }) => {
    dialog.showMessageBox = () => Promise.resolve({ response: replace ? 0 : 1, checkboxChecked: false });
    const shown = ((globalThis as { dialogsShown?: DialogsShown }).dialogsShown ??= { save: 0, open: 0 });
    dialog.showSaveDialog = () => {
      shown.save += 1;
      return Promise.resolve({ canceled: save === undefined, filePath: save ?? '' });
    };
    dialog.showOpenDialog = () => {
      shown.open += 1;
      return Promise.resolve({ canceled: open === undefined, filePaths: [...(open ?? [])] });
    };
  }, answers);
}

interface DialogsShown {
  save: number;
  open: number;
}

/** How many dialogs were answered so far. */
export function dialogsShown(electron: ElectronApplication): Promise<DialogsShown> {
  return electron.evaluate(() => (globalThis as { dialogsShown?: DialogsShown }).dialogsShown ?? { save: 0, open: 0 });
}

interface Fixtures {
  /** A folder of this test alone; removed afterwards. */
  readonly folder: string;
  /** The app with fresh user data and no documents from before. */
  readonly app: App;
}

export const test = base.extend<Fixtures>({
  // Playwright wants a pattern as the first argument even where nothing is used.

  folder: async ({}, use) => {
    const folder = await mkdtemp(join(tmpdir(), 'stepwright-e2e-'));
    await use(folder);
    // Processes of Chromium outlive the one that was killed for a moment, and write.
    await rm(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
  },
  app: async ({ folder }, use) => {
    const app = await launch({ userData: join(folder, 'user-data') });
    await use(app);
    await app.kill().catch(() => undefined);
  },
});

export { expect } from '@playwright/test';
