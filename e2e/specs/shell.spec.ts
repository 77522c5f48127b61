import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { expect, launch, launchAgain, test } from '../harness/app';
import { Designer } from '../pages/designer';
import { chain } from '../fixtures/machines';

declare global {
  interface Window {
    /** What preload gives the page, as a page that was taken over would use it: past the types. */
    readonly stepwright: {
      request(name: string, payload: unknown): Promise<unknown>;
      openDropped(file: object): Promise<{ readonly kind: string }>;
    };
  }
}

test.describe('the window', () => {
  test('opens with an example on the first start, and has neither Node nor anything of Electron', async ({ app }) => {
    const { page, electron } = app;

    await expect(Designer.of(app).states()).not.toHaveCount(0);
    expect(await electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1);
    expect(page.url()).toBe('app://stepwright/index.html');

    const reachable = await page.evaluate(() =>
      ['require', 'process', 'module', 'global', 'Buffer', '__dirname', 'electron', 'ipcRenderer'].filter(
        (name) => name in globalThis,
      ),
    );
    expect(reachable).toEqual([]);
    expect(await page.evaluate(() => Object.keys(window.stepwright).sort())).toEqual([
      'on',
      'openDropped',
      'os',
      'request',
    ]);
  });

  test('runs no inline script and evaluates nothing', async ({ app: { page } }) => {
    // Playwright's own evaluate is not held to the policy, what a timer or an element runs is.
    const outcome = await page.evaluate(async () => {
      const violated: string[] = [];
      document.addEventListener('securitypolicyviolation', (event) =>
        violated.push(`${event.effectiveDirective} ${event.blockedURI}`),
      );
      const script = document.createElement('script');
      script.textContent = 'window.inlineRan = true';
      document.body.append(script);
      const image = document.createElement('img');
      image.setAttribute('onerror', 'window.handlerRan = true');
      image.src = 'data:,';
      document.body.append(image);
      await new Promise((resolve) => image.addEventListener('error', resolve));
      const elsewhere: string = 'data:text/javascript,window.moduleRan=true';
      const module = await import(elsewhere).then(
        () => 'ran',
        () => 'refused',
      );
      const request = await fetch('https://example.com/').then(
        () => 'sent',
        () => 'refused',
      );
      // A text given to a timer is evaluated, if anything may be.

      setTimeout('window.evalRan = true', 0);
      // Timers of one delay run in their order.
      await new Promise((resolve) => setTimeout(resolve, 0));
      const ran = ['inlineRan', 'handlerRan', 'moduleRan', 'evalRan'].filter((name) => name in window);
      return { ran, module, request, violated };
    });

    expect(outcome.ran).toEqual([]);
    expect(outcome.module).toBe('refused');
    expect(outcome.request).toBe('refused');
    expect(outcome.violated).toEqual(
      expect.arrayContaining([
        'script-src-elem inline',
        'script-src-attr inline',
        'script-src eval',
        'connect-src https://example.com/',
      ]),
    );
  });

  test('opens no other window and goes nowhere else', async ({ app }) => {
    const { page, electron } = app;
    await expect(page.locator('[data-name]')).not.toHaveCount(0);

    // Playwright would wait for a navigation that it asked for, so the page is driven from the main process.
    const outcome = await electron.evaluate(async ({ BrowserWindow }) => {
      const [window] = BrowserWindow.getAllWindows();
      if (!window) throw new Error('There is no window.');
      const { webContents } = window;
      const tried: string[] = [];
      const left: string[] = [];
      webContents.on('will-navigate', (_event, url) => tried.push(url));
      webContents.on('did-navigate', (_event, url) => left.push(url));
      const opened: unknown = await webContents.executeJavaScript(`window.open('https://example.com/window') !== null`);
      for (const url of ['https://example.com/page', 'data:text/html,taken']) {
        await webContents.executeJavaScript(`location.href = ${JSON.stringify(url)}; undefined`);
      }
      await webContents.executeJavaScript(`(() => {
        const link = document.createElement('a');
        link.href = 'https://example.com/link';
        link.target = '_blank';
        document.body.append(link);
        link.click();
      })()`);
      // The navigation that is asked about has been answered, and the page has taken its turn after it.
      while (tried.length === 0) await new Promise((resolve) => setTimeout(resolve, 10));
      await webContents.executeJavaScript('new Promise((resolve) => setTimeout(resolve))');
      const alive: unknown = await webContents.executeJavaScript(`document.querySelectorAll('[data-name]').length > 0`);
      return { opened, tried, left, alive, url: webContents.getURL(), windows: BrowserWindow.getAllWindows().length };
    });

    expect(outcome).toEqual({
      opened: false,
      tried: ['https://example.com/page'],
      left: [],
      alive: true,
      url: 'app://stepwright/index.html',
      windows: 1,
    });
  });

  test('comes back from about:blank, which Chromium lets a page go to unasked', async ({ app }) => {
    const { page, electron } = app;
    const designer = Designer.of(app);
    await designer.newWorkflow();
    await designer.addFirst('state.Pass');

    const visited = await electron.evaluate(async ({ BrowserWindow }) => {
      const [window] = BrowserWindow.getAllWindows();
      if (!window) throw new Error('There is no window.');
      const { webContents } = window;
      const urls: string[] = [];
      const back = new Promise<void>((resolve) =>
        webContents.on('did-navigate', (_event, url) => {
          urls.push(url);
          if (url.startsWith('app:')) resolve();
        }),
      );
      // Unsaved work would be asked about first, as by any browser; a page that was taken over does not ask.
      await webContents.executeJavaScript(
        `setTimeout(() => { window.location.href = 'about:blank'; }, 500); undefined`,
      );
      await back;
      return urls;
    });

    expect(visited).toEqual(['about:blank', 'app://stepwright/index.html']);
    await expect(page.locator('[data-name="Pass"]')).toBeVisible();
  });
});

test.describe('the gate to the main process', () => {
  test('refuses payloads that the protocol does not know', async ({ app: { page } }) => {
    const attempts = [
      ['save', { id: '../../etc/passwd', text: '{}', sidecar: null, base: null }],
      ['save', { id: 'abcdefgh', text: '{}', sidecar: null, base: null, path: '/tmp/x' }],
      ['exportText', { suggestedName: 'x', fileType: { label: 'x', extension: '../x' }, text: '' }],
      ['putRecovery', { id: '../escape' }],
      ['writeClipboard', 1],
    ] as const;

    for (const [name, payload] of attempts) {
      const answer = await ask(page, name, payload);
      expect(answer, name).toMatch(/Refused: "\w+" does not have this form/);
    }
  });

  test('does not open a path that the page names', async ({ app: { page }, folder }) => {
    const secret = join(folder, 'secret.json');
    await writeFile(secret, '{"secret": true}');

    expect(await ask(page, 'openPath', secret)).toContain('Refused: no such request');
    expect(await ask(page, 'constructor', secret)).toContain('Refused: no such request');
    // Nor by anything that only looks like a dropped file.
    const dropped = await page.evaluate(async (path) => {
      const made = Object.assign(new File(['{}'], 'made.json'), { note: path });
      const outcomes = [
        await window.stepwright.openDropped(made),
        await window.stepwright.openDropped({ name: 'x', path }),
      ];
      return outcomes.map((outcome) => outcome.kind);
    }, secret);
    expect(dropped).toEqual(['failed', 'failed']);
    // An id that was never given out names no file.
    expect(await ask(page, 'openRecent', 'deadbeef-dead-beef')).toContain('failed');
  });

  function ask(page: Page, name: string, payload: unknown): Promise<string> {
    return page.evaluate(
      ([asked, given]) => {
        return window.stepwright.request(asked, given).then((reply) => JSON.stringify(reply), String);
      },
      [name, payload] as const,
    );
  }
});

test('a file given on the command line opens, and no example beside it', async ({ folder }) => {
  const path = join(folder, 'given.asl.json');
  await writeFile(path, JSON.stringify(chain('First', 'Second'), null, 2));

  const app = await launch({ userData: join(folder, 'user-data'), args: [path] });
  const designer = Designer.of(app);

  await expect(designer.tab('given.asl.json')).toBeVisible();
  await expect(designer.state('Second')).toBeVisible();
  await expect(designer.tabs()).toHaveText(['given.asl.json']);

  // A second start hands its file over to the first.
  const other = join(folder, 'other.asl.json');
  await writeFile(other, JSON.stringify(chain('Elsewhere'), null, 2));
  await launchAgain(join(folder, 'user-data'), other);
  await expect(designer.tabs()).toHaveText(['given.asl.json', 'other.asl.json']);
  await expect(designer.state('Elsewhere')).toBeVisible();
  await app.kill();
});

test('F6 walks the parts of the window and comes back to where the focus was; the palette is one stop of Tab', async ({
  app,
}) => {
  const { page } = app;
  const designer = Designer.of(app);
  await designer.command('Run panel');
  await page.getByRole('radio', { name: 'Timeline' }).waitFor();
  const part = () => page.evaluate(() => document.activeElement?.closest('[data-part]')?.getAttribute('data-part'));
  await page.getByRole('searchbox', { name: 'Search states and actions' }).focus();
  const walked: unknown[] = [];
  for (let step = 0; step < 6; step += 1) {
    await page.keyboard.press('F6');
    walked.push(await part());
  }
  expect(walked).toEqual(['canvas', 'dock', 'inspector', 'status', 'bar', 'side']);
  await expect(page.getByRole('searchbox', { name: 'Search states and actions' })).toBeFocused();
  await page.keyboard.press('Shift+F6');
  expect(await part()).toBe('bar');

  // Down from the search into the list, and Tab leaves all of it.
  await page.keyboard.press('F6');
  await page.keyboard.press('ArrowDown');
  await expect(page.locator('[data-item="lambda.invoke"]')).toBeFocused();
  await page.keyboard.press('Tab');
  expect(await part()).not.toBe('side');
});
