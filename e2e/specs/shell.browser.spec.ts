import type { Page } from '@playwright/test';
import { request as httpRequest } from 'node:http';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, savedText, serveDesigner, test, withAnsweredPickers, withoutPickers } from '../harness/browser';
import { Designer } from '../pages/designer';
import { chain } from '../fixtures/machines';

/** The status of a request under a host name of choice, which fetch would not send. */
function statusUnder(url: string, path: string, host?: string): Promise<number | undefined> {
  const { port } = new URL(url);
  return new Promise((resolve, reject) => {
    const headers = host === undefined ? {} : { host };
    const sent = httpRequest({ host: '127.0.0.1', port, path, headers }, (response) => {
      response.resume();
      resolve(response.statusCode);
    });
    sent.once('error', reject).end();
  });
}

test.describe('npm start without a window', () => {
  test('says why in one line, serves the designer, and ends on Ctrl+C', async ({ page }) => {
    // Only Linux has sessions without a display; elsewhere the browser has to be asked for.
    const linux = process.platform === 'linux';
    const served = await serveDesigner(linux ? [] : ['--browser'], { DISPLAY: undefined, WAYLAND_DISPLAY: undefined });

    expect(served.printed.filter((line) => line.includes('browser'))).toEqual([
      linux
        ? 'There is no display here (DISPLAY is not set), so the app is shown in a browser.'
        : 'Shown in the browser, as asked.',
    ]);
    await page.goto(served.url);
    await expect(new Designer(page).states()).not.toHaveCount(0);

    // Windows knows no signals: the process is just gone.
    expect(await served.interrupt()).toBe(process.platform === 'win32' ? null : 0);
    await expect(statusUnder(served.url, '/')).rejects.toThrow('ECONNREFUSED');
  });

  test('answers this machine by its own names alone, and only with files of the renderer', async ({ designerUrl }) => {
    expect(await statusUnder(designerUrl, '/')).toBe(200);
    expect(await statusUnder(designerUrl, '/', 'attacker.example')).toBe(403);
    expect(await statusUnder(designerUrl, '/../../package.json')).toBe(404);
    expect(await statusUnder(designerUrl, '/%2e%2e/%2e%2e/package.json')).toBe(404);
  });
});

/** What the recovery store of the page holds, as one text: of each record its fields, what is in bytes as Latin-1. */
function recovered(page: Page): Promise<string> {
  return page.evaluate(
    () =>
      new Promise<string>((resolve, reject) => {
        const opening = indexedDB.open('stepwright');
        opening.onerror = () => reject(new Error('The database cannot be opened.'));
        opening.onsuccess = () => {
          const all = opening.result.transaction('recovery').objectStore('recovery').getAll();
          all.onsuccess = () => {
            opening.result.close();
            const shown = (_key: string, value: unknown) =>
              value instanceof ArrayBuffer ? new TextDecoder('latin1').decode(value) : value;
            resolve(JSON.stringify(all.result, shown));
          };
        };
      }),
  );
}

/** Waits until unsaved work is in the store. It is encrypted, so which work that is cannot be seen. */
async function isStored(page: Page): Promise<void> {
  await expect.poll(() => recovered(page)).toContain('"sealed":');
}

test.describe('the designer in a browser', () => {
  test('draws, saves in place, and opens the file again', async ({ page }) => {
    await withAnsweredPickers(page);
    await page.goto('/');
    const designer = new Designer(page);
    await designer.newWorkflow();
    await designer.dragToCanvas('lambda.invoke', { x: 0.5, y: 0.3 });
    await designer.rename('Lambda Invoke', 'Extract orders');

    await page.keyboard.press('Control+S');
    await expect(page.getByText(/^Saved /)).toBeVisible();
    const name = await page.evaluate(() => localStorage.getItem('last-saved-name') ?? '');
    const first: unknown = JSON.parse(await savedText(page, name));
    expect(first).toMatchObject({ StartAt: 'Extract orders', States: { 'Extract orders': { Type: 'Task' } } });

    // The second save asks for no place: it writes the same file.
    await designer.rename('Extract orders', 'Read orders');
    await page.keyboard.press('Control+S');
    // The browser replaces the file on close; one that is read in that moment cannot be read.
    await expect(async () => expect(await savedText(page, name)).toContain('Read orders')).toPass();

    // In another page, as on another day, the picker gives the file back.
    const again = await page.context().newPage();
    await withAnsweredPickers(again);
    await again.goto('/');
    await again.keyboard.press('Control+O');
    await expect(new Designer(again).tab(name)).toBeVisible();
    await expect(new Designer(again).state('Read orders')).toBeVisible();
  });

  test('without access to files, takes one by upload and gives it back as a download', async ({ page }) => {
    await withoutPickers(page);
    await page.goto('/');
    const designer = new Designer(page);
    await expect(designer.states()).not.toHaveCount(0);

    const chooser = page.waitForEvent('filechooser');
    await page.keyboard.press('Control+O');
    const text = JSON.stringify(chain('First', 'Second'), null, 3);
    await (await chooser).setFiles({ name: 'given.asl.json', mimeType: 'application/json', buffer: Buffer.from(text) });
    await expect(designer.tab('given.asl.json')).toBeVisible();
    await expect(designer.state('Second')).toBeVisible();

    await designer.rename('Second', 'Last');
    const download = page.waitForEvent('download');
    await page.keyboard.press('Control+S');
    const saved = await download;
    expect(saved.suggestedFilename()).toBe('given.asl.json');
    expect(await readFile(await saved.path(), 'utf8')).toBe(text.replaceAll('Second', 'Last'));
  });

  test('brings unsaved work back after the page was lost', async ({ page, context }) => {
    await page.goto('/');
    const designer = new Designer(page);
    await designer.newWorkflow();
    await designer.dragToCanvas('lambda.invoke', { x: 0.5, y: 0.3 });
    await designer.rename('Lambda Invoke', 'Extract orders');
    await isStored(page);
    // The last edit follows within a quarter of a second.
    await page.waitForTimeout(600);
    expect(await recovered(page)).not.toMatch(/Extract orders|States|lambda/);
    // Without a word of goodbye, as when the browser is ended.
    await page.close({ runBeforeUnload: false });

    const again = await context.newPage();
    await again.goto('/');
    await expect(new Designer(again).state('Extract orders')).toBeVisible();
    await expect(again.getByText(/Restored unsaved work/)).toBeVisible();
  });
});

test('unsaved work comes back after a restart of the computer: at the same address, to the same user alone', async ({
  page,
  context,
}) => {
  const settings = await mkdtemp(join(tmpdir(), 'stepwright-e2e-browser-'));
  // The usual port, whichever of its choices is free here.
  const start = (env = {}) => serveDesigner(['--browser'], { PORT: undefined, STEPWRIGHT_USER_DATA: settings, ...env });
  const first = await start();
  await page.goto(first.url);
  const designer = new Designer(page);
  await designer.newWorkflow();
  await designer.addFirst('state.Pass');
  await designer.rename('Pass', 'Extract orders');
  await isStored(page);
  await page.waitForTimeout(600);
  await page.close({ runBeforeUnload: false });
  await first.interrupt();

  // Another user's server, or any other program that got the port, has another key or none.
  const port = new URL(first.url).port;
  const stranger = await start({ PORT: port, STEPWRIGHT_USER_DATA: join(settings, 'stranger') });
  const strange = await context.newPage();
  await strange.goto(stranger.url);
  await strange.waitForSelector('[data-ready]');
  await expect(new Designer(strange).tabs()).toHaveCount(0);
  await strange.close({ runBeforeUnload: false });
  await stranger.interrupt();

  const second = await start();
  expect(second.url).toBe(first.url);
  const again = await context.newPage();
  await again.goto(second.url);
  await expect(new Designer(again).state('Extract orders')).toBeVisible();
  await again.close({ runBeforeUnload: false });
  await second.interrupt();
  await rm(settings, { recursive: true, force: true });
});
