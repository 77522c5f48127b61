import { chromium, type Page } from '@playwright/test';
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as wait } from 'node:timers/promises';
import { project } from './app';
import { ownDisplay } from './display';
import { startedAtLast, startLimit } from './starts';

const arm = process.arch === 'arm64' ? '-arm64' : '';
const places = {
  darwin: [`dist/mac${arm}/Stepwright.app/Contents`, 'MacOS/Stepwright', 'Resources'],
  win32: ['dist/win-unpacked', 'Stepwright.exe', 'resources'],
  linux: [`dist/linux${arm}-unpacked`, 'stepwright', 'resources'],
} as const;
const [folder, program, resourceFolder] =
  places[process.platform === 'darwin' || process.platform === 'win32' ? process.platform : 'linux'];

/** The program that `npm run dist -- --dir` left in dist/, and where its archive is. */
export const packagedProgram = join(project, folder, program);
export const packagedResources = join(project, folder, resourceFolder);

export interface PackagedOptions {
  readonly userData: string;
  readonly args?: readonly string[];
  readonly env?: NodeJS.ProcessEnv;
  readonly executable?: string;
}

/** Starts the packaged app and nothing more. */
export function startPackaged({
  userData,
  args = [],
  env = {},
  executable = packagedProgram,
}: PackagedOptions): ChildProcess {
  return spawn(executable, ['--no-sandbox', '--force-device-scale-factor=1', ...args], {
    env: { ...process.env, ...ownDisplay(), STEPWRIGHT_USER_DATA: userData, ...env },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
}

/**
 * Starts the packaged app and takes hold of its page. Playwright's launcher for Electron goes through --inspect, which the
 * package refuses, so Chromium's own port is used: it reaches the page, not the main process.
 */
export function launchPackaged(options: PackagedOptions): Promise<PackagedApp> {
  return startedAtLast(() => launchOnce(options));
}

interface PackagedApp {
  readonly page: Page;
  kill(): Promise<void>;
}

async function launchOnce(options: PackagedOptions): Promise<PackagedApp> {
  const child = startPackaged({ ...options, args: ['--remote-debugging-port=0', ...(options.args ?? [])] });
  const kill = async () => {
    if (child.exitCode !== null || child.signalCode !== null) return;
    const ended = once(child, 'exit');
    child.kill('SIGKILL');
    await ended;
  };
  try {
    const address = await Promise.race([debuggingAddress(child), tooLate()]);
    const browser = await chromium.connectOverCDP(address, { noDefaults: true, timeout: startLimit });
    const context = browser.contexts()[0];
    if (!context) throw new Error('The packaged app has no page.');
    const page = context.pages()[0] ?? (await context.waitForEvent('page', { timeout: startLimit }));
    await page.waitForSelector('[data-ready]', { timeout: startLimit });
    await page.emulateMedia({ reducedMotion: 'reduce' });
    return { page, kill };
  } catch (problem) {
    await kill();
    throw problem;
  }
}

async function tooLate(): Promise<never> {
  await wait(startLimit, undefined, { ref: false });
  throw new Error(`The packaged app gave no address for debugging within ${startLimit} ms.`);
}

async function debuggingAddress(child: ChildProcess): Promise<string> {
  if (!child.stderr) throw new Error('The app has no output to read.');
  for await (const line of createInterface({ input: child.stderr })) {
    const address = /DevTools listening on (ws:\S+)/.exec(line)?.[1];
    if (address === undefined) continue;
    // What it goes on to say must not fill the pipe.
    child.stderr.resume();
    return address;
  }
  throw new Error('The packaged app ended without an address for debugging.');
}

/** The fuses of Electron in the order of their wire, version 1. */
const fuseNames = [
  'RunAsNode',
  'EnableCookieEncryption',
  'EnableNodeOptionsEnvironmentVariable',
  'EnableNodeCliInspectArguments',
  'EnableEmbeddedAsarIntegrityValidation',
  'OnlyLoadAppFromAsar',
] as const;

/**
 * Which fuses a program has on, read from its bytes: the wire is a fixed text, the version of the wire, its length, and
 * a "0" or "1" for each fuse (Electron's docs/tutorial/fuses.md).
 */
export async function fusesOf(path: string): Promise<Record<(typeof fuseNames)[number], boolean>> {
  const bytes = await readFile(path);
  const sentinel = Buffer.from('dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX');
  const at = bytes.indexOf(sentinel) + sentinel.length;
  if (at < sentinel.length || bytes[at] !== 1) throw new Error(`${path} has no fuses of version 1.`);
  const isOn = (index: number) => bytes[at + 2 + index] === '1'.charCodeAt(0);
  return Object.fromEntries(fuseNames.map((name, index) => [name, isOn(index)])) as Record<
    (typeof fuseNames)[number],
    boolean
  >;
}
