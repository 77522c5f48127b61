import { test as base } from '@playwright/test';
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

const project = join(import.meta.dirname, '../..');

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
    env: { ...process.env, ...env },
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

interface WorkerFixtures {
  readonly designerUrl: string;
}

/** Each test has a browser profile of its own; the server is shared, as it keeps nothing. */
export const test = base.extend<object, WorkerFixtures>({
  designerUrl: [
    // Playwright wants a pattern as the first argument even where nothing is used.
    // eslint-disable-next-line no-empty-pattern
    async ({}, use) => {
      const served = await serveDesigner();
      await use(served.url);
      await served.interrupt();
    },
    { scope: 'worker' },
  ],
  baseURL: async ({ designerUrl }, use) => {
    await use(designerUrl);
  },
});

export { expect } from '@playwright/test';
