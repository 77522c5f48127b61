import { test as base, type Page } from '@playwright/test';
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import type { Server } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { pathToFileURL } from 'node:url';

const project = join(import.meta.dirname, '../..');

/** The settings of the tests, of each worker alone. */
const ownSettings = mkdtempSync(join(tmpdir(), 'stepwright-e2e-settings-'));
process.once('exit', () => rmSync(ownSettings, { recursive: true, force: true }));

/** The designer as `npm start -- --browser` serves it. */
export interface Served {
  /** Where it is, with the final slash. */
  readonly url: string;
  /** What the command printed up to the address. */
  readonly printed: readonly string[];
  /** Ends it as Ctrl+C does, and gives the exit code. */
  interrupt(): Promise<number | null>;
}

/**
 * Starts the designer in browser mode and waits for its address.
 * @param env added to our own; an undefined value takes a variable away
 * @throws when the command ends without an address
 */
export async function serveDesigner(
  args: readonly string[] = ['--browser'],
  env: NodeJS.ProcessEnv = {},
): Promise<Served> {
  const child: ChildProcess = spawn(process.execPath, [join(project, 'scripts/start.mjs'), ...args], {
    // Any port, so that servers side by side do not meet; and no settings of the person who tests.
    env: { ...process.env, PORT: '0', STEPWRIGHT_USER_DATA: ownSettings, ...env },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = once(child, 'exit') as Promise<[number | null]>;
  const printed: string[] = [];
  if (!child.stdout) throw new Error('The command has no output to read.');
  for await (const line of createInterface({ input: child.stdout })) {
    printed.push(line);
    const url = /http:\/\/127\.0\.0\.1:\d+\//.exec(line)?.[0];
    if (url === undefined) continue;
    const interrupt = async () => {
      child.kill('SIGINT');
      const [code] = await ended;
      return code;
    };
    return { url, printed, interrupt };
  }
  throw new Error(`The designer was not served. It printed: ${printed.join(' / ')}`);
}

/** A browser without File System Access, such as Firefox: files come by upload and go by download. */
export async function withoutPickers(page: Page): Promise<void> {
  await page.addInitScript(() => {
    for (const name of ['showOpenFilePicker', 'showSaveFilePicker']) Reflect.deleteProperty(globalThis, name);
  });
}

/**
 * Answers the browser's own pickers, which no test can click, with files of the page's private file system: real handles,
 * that are read, written and kept as those of a disk are. A save goes to the suggested name, an open takes the last save.
 */
export async function withAnsweredPickers(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const fileOf = async (name: string) =>
      (await navigator.storage.getDirectory()).getFileHandle(name, { create: true });
    const lastSaved = 'last-saved-name';
    Object.assign(globalThis, {
      showSaveFilePicker: ({ suggestedName }: { suggestedName: string }) => {
        localStorage.setItem(lastSaved, suggestedName);
        return fileOf(suggestedName);
      },
      showOpenFilePicker: async () => [await fileOf(localStorage.getItem(lastSaved) ?? 'nothing.asl.json')],
    });
  });
}

/** What a file holds that was saved through {@link withAnsweredPickers}. */
export function savedText(page: Page, name: string): Promise<string> {
  return page.evaluate(async (wanted) => {
    const handle = await (await navigator.storage.getDirectory()).getFileHandle(wanted);
    return (await handle.getFile()).text();
  }, name);
}

interface WorkerFixtures {
  readonly designerUrl: string;
}

/** The server of `npm start`, on what was built last. Each test has a browser profile of its own; the server keeps nothing. */
export const test = base.extend<object, WorkerFixtures>({
  designerUrl: [
    // Playwright wants a pattern as the first argument even where nothing is used.
    async ({}, use) => {
      const built = (await import(pathToFileURL(join(project, 'out/main/server.cjs')).href)) as {
        readonly serveDesigner: (
          folder: string,
          env: NodeJS.ProcessEnv,
        ) => Promise<{ readonly url: string; readonly server: Server }>;
      };
      const env = { PORT: '0', STEPWRIGHT_USER_DATA: ownSettings };
      const { url, server } = await built.serveDesigner(join(project, 'out/renderer'), env);
      await use(url);
      server.closeAllConnections();
      server.close();
    },
    { scope: 'worker' },
  ],
  baseURL: async ({ designerUrl }, use) => {
    await use(designerUrl);
  },
});

export { expect } from '@playwright/test';
