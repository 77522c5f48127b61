import { _electron, test as base, type ElectronApplication, type Page } from '@playwright/test';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const project = join(import.meta.dirname, '../..');

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

/** Starts the built app in Electron. Tests run as root in containers, where Chromium's sandbox cannot start. */
export async function launch({ args = [], userData, size = { width: 1440, height: 900 } }: LaunchOptions): Promise<App> {
  const executablePath = process.env['STEPWRIGHT_ELECTRON'];
  if (executablePath === undefined) throw new Error('STEPWRIGHT_ELECTRON is not set; run the tests with "npm test".');
  const electron = await _electron.launch({
    executablePath,
    args: ['--no-sandbox', '--force-device-scale-factor=1', project, ...args],
    env: { ...process.env, STEPWRIGHT_USER_DATA: userData } as Record<string, string>,
  });
  const page = await electron.firstWindow();
  await page.waitForSelector('[data-ready]');
  await resize(electron, size);
  const kill = async () => {
    const child = electron.process();
    const ended = new Promise((resolve) => child.once('exit', resolve));
    child.kill('SIGKILL');
    await ended;
  };
  return { electron, page, kill };
}

export async function resize(electron: ElectronApplication, size: { width: number; height: number }): Promise<void> {
  await electron.evaluate(({ BrowserWindow }, { width, height }) => {
    BrowserWindow.getAllWindows()[0]?.setContentSize(width, height);
  }, size);
}

/** Answers the system's save dialog with a path, and its open dialog with others. */
export async function answerDialogs(electron: ElectronApplication, answers: { save?: string; open?: readonly string[] }): Promise<void> {
  await electron.evaluate(({ dialog }, { save, open }) => {
    dialog.showSaveDialog = () => Promise.resolve({ canceled: save === undefined, filePath: save ?? '' });
    dialog.showOpenDialog = () => Promise.resolve({ canceled: open === undefined, filePaths: [...(open ?? [])] });
  }, answers);
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
    await rm(folder, { recursive: true, force: true });
  },
  app: async ({ folder }, use) => {
    const app = await launch({ userData: join(folder, 'user-data') });
    await use(app);
    await app.kill().catch(() => undefined);
  },
});

export { expect } from '@playwright/test';
