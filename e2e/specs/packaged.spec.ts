import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { cp, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer, connect } from 'node:net';
import { basename, dirname, join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { promisify } from 'node:util';
import { expect, project, test } from '../harness/app';
import { ownDisplay } from '../harness/display';
import { fusesOf, launchPackaged, packagedProgram, packagedResources, startPackaged } from '../harness/packaged';
import { Designer } from '../pages/designer';
import { chain } from '../fixtures/machines';

const run = promisify(execFile);

test.describe.configure({ mode: 'serial' });

test.beforeAll(async () => {
  await run(process.execPath, [join(project, 'scripts/dist.mjs'), '--dir'], { cwd: project });
});

test('the packaged app starts, draws and opens a file', async ({ folder }) => {
  const path = join(folder, 'packed.asl.json');
  await writeFile(path, JSON.stringify(chain('First', 'Second')));

  const { page, kill } = await launchPackaged({ userData: join(folder, 'user-data'), args: [path] });
  const designer = new Designer(page);

  await expect(designer.tabs()).toHaveText(['packed.asl.json']);
  await expect(designer.state('Second')).toBeVisible();
  // The worker with the second validator is in the package too.
  await designer.command('Problems');
  await expect(page.getByText('asl-validator: valid')).toBeVisible();
  await designer.newWorkflow();
  await designer.dragToCanvas('lambda.invoke', { x: 0.5, y: 0.3 });
  await expect(designer.state('Lambda Invoke')).toBeVisible();
  await kill();
});

test.describe('the locks of the package', () => {
  test('have their fuses set, that of the archive’s integrity too, which works on macOS and Windows', async () => {
    expect(await fusesOf(packagedProgram)).toEqual({
      RunAsNode: false,
      EnableCookieEncryption: false,
      EnableNodeOptionsEnvironmentVariable: false,
      EnableNodeCliInspectArguments: false,
      EnableEmbeddedAsarIntegrityValidation: true,
      OnlyLoadAppFromAsar: true,
    });
  });

  test('refuse to be run as Node, code by NODE_OPTIONS, --inspect, and another page by a variable', async ({
    folder,
  }) => {
    const evil = join(folder, 'evil.cjs');
    const ran = join(folder, 'ran');
    await writeFile(evil, `require('node:fs').appendFileSync(${JSON.stringify(ran)}, process.argv0 + '\\n');`);
    const port = await freePort();

    const { page, kill } = await launchPackaged({
      userData: join(folder, 'user-data'),
      args: [`--inspect=127.0.0.1:${port}`],
      env: {
        ELECTRON_RUN_AS_NODE: '1',
        NODE_OPTIONS: `--require ${JSON.stringify(evil)}`,
        ELECTRON_RENDERER_URL: 'data:text/html,taken',
      },
    });

    // It is the app that came up, with its own page, and not Node.
    expect(page.url()).toBe('app://stepwright/index.html');
    await expect(new Designer(page).states()).not.toHaveCount(0);
    expect(existsSync(ran)).toBe(false);
    expect(await isListening(port)).toBe(false);
    await kill();
    // Nor does it run a script that it is given, as Node would; nor with the switches of Chromium, which Node refuses.
    const env = {
      ...process.env,
      ...ownDisplay(),
      STEPWRIGHT_USER_DATA: join(folder, 'as-node'),
      ELECTRON_RUN_AS_NODE: '1',
    };
    await run(packagedProgram, [evil], { env, timeout: 5000, killSignal: 'SIGKILL' }).catch(() => undefined);
    expect(existsSync(ran)).toBe(false);
  });

  test('refuse a loose folder in the place of the archive', async ({ folder }) => {
    const copy = join(folder, 'copy');
    const source = dirname(process.platform === 'darwin' ? dirname(packagedProgram) : packagedProgram);
    await cp(source, copy, { recursive: true, filter: (path) => basename(path) !== 'app.asar' });
    const resources = join(copy, packagedResources.slice(source.length));
    const ran = join(folder, 'ran');
    await mkdir(join(resources, 'app'));
    await writeFile(join(resources, 'app/package.json'), '{"name":"evil","version":"1.0.0","main":"main.cjs"}');
    await writeFile(
      join(resources, 'app/main.cjs'),
      `require('node:fs').writeFileSync(${JSON.stringify(ran)}, 'ran'); require('electron').app.exit();`,
    );

    const child = startPackaged({
      userData: join(folder, 'user-data'),
      executable: join(copy, packagedProgram.slice(source.length)),
    });
    await Promise.race([new Promise((resolve) => child.once('exit', resolve)), wait(6000)]);
    child.kill('SIGKILL');
    expect(existsSync(ran)).toBe(false);
    await rm(copy, { recursive: true });
  });
});

test('the licences of what is in the package go with it', async () => {
  const notices = await readFile(join(packagedResources, 'THIRD-PARTY-NOTICES.txt'), 'utf8');
  expect(await readFile(join(packagedResources, 'LICENSE'), 'utf8')).toContain('Apache License');
  expect(await readFile(join(packagedResources, 'NOTICE'), 'utf8')).toContain('botocore');
  for (const name of ['react', 'react-dom', '@codemirror/view', 'yaml', 'jsonata', '@dagrejs/dagre', 'zustand'])
    expect(notices).toMatch(new RegExp(`^${name} [\\d.]+ \\((MIT|ISC)\\)$`, 'm'));
  expect(notices).toContain('SIL OPEN FONT LICENSE Version 1.1');

  // What the sources import by name is in the bundle; what those packages import in turn, the build knows alone.
  const told = new Set([...notices.matchAll(/^(\S+) \S+ \(.+\)$/gm)].map(([, name]) => name));
  const imported = [...(await importedPackages())];
  expect(imported.length).toBeGreaterThan(15);
  expect(imported.filter((name) => !told.has(name))).toEqual([]);
});

/** The packages that sources of the app import, types aside. */
async function importedPackages(): Promise<Set<string>> {
  const found = new Set<string>();
  for (const room of ['electron', 'host', 'renderer', 'shared'])
    for (const name of await readdir(join(project, room), { recursive: true })) {
      if (!/\.tsx?$/.test(name) || /\.test\.tsx?$|testing/.test(name)) continue;
      // What browsers and the command line have for themselves.
      if (room === 'host' && /^(?:web|endpoint|lambda)\b/.test(name)) continue;
      const text = await readFile(join(project, room, name), 'utf8');
      for (const [, from = ''] of text.matchAll(
        /^(?:import|export) (?!type )(?:[\w*{}\s,$]+ from )?'([^'.#][^'\n]*)'/gm,
      )) {
        if (from.startsWith('node:') || from === 'electron') continue;
        found.add(from.split('/', from.startsWith('@') ? 2 : 1).join('/'));
      }
    }
  return found;
}

/** A port that nobody listens on. */
async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  return typeof address === 'object' && address ? address.port : 0;
}

function isListening(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1');
    socket.once('connect', () => resolve(true)).once('error', () => resolve(false));
    socket.once('connect', () => socket.destroy());
  });
}
