import { request as httpRequest } from 'node:http';
import { readFile } from 'node:fs/promises';
import { expect, serveDesigner, test } from '../harness/browser';
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
    // Wayland counts as a display too.
    test.skip(process.platform !== 'linux', 'Only Linux has sessions without a display.');
    const served = await serveDesigner([], { DISPLAY: undefined, WAYLAND_DISPLAY: undefined });

    expect(served.printed.filter((line) => line.includes('display'))).toEqual([
      'There is no display here (DISPLAY is not set), so the app is shown in a browser.',
    ]);
    await page.goto(served.url);
    await expect(new Designer(page).states()).not.toHaveCount(0);

    expect(await served.interrupt()).toBe(0);
    await expect(statusUnder(served.url, '/')).rejects.toThrow('ECONNREFUSED');
  });

  test('answers this machine by its own names alone, and only with files of the renderer', async ({ designerUrl }) => {
    expect(await statusUnder(designerUrl, '/')).toBe(200);
    expect(await statusUnder(designerUrl, '/', 'attacker.example')).toBe(403);
    expect(await statusUnder(designerUrl, '/../../package.json')).toBe(404);
    expect(await statusUnder(designerUrl, '/%2e%2e/%2e%2e/package.json')).toBe(404);
  });
});

test.describe('the designer in a browser', () => {
  test('draws, and gives the file as a download', async ({ page }) => {
    await page.goto('/');
    const designer = new Designer(page);
    await designer.newWorkflow();
    await designer.dragToCanvas('lambda.invoke', { x: 0.5, y: 0.3 });
    await designer.rename('Lambda Invoke', 'Extract orders');

    const download = page.waitForEvent('download');
    await designer.command('Export ASL as JSON');

    const exported: unknown = JSON.parse(await readFile(await (await download).path(), 'utf8'));
    expect(exported).toMatchObject({ StartAt: 'Extract orders', States: { 'Extract orders': { Type: 'Task' } } });
  });

  test('opens a file that a person chose', async ({ page }) => {
    await page.goto('/');
    const chooser = page.waitForEvent('filechooser');
    await page.keyboard.press('Control+O');
    const text = JSON.stringify(chain('First', 'Second'), null, 2);
    await (await chooser).setFiles({ name: 'given.asl.json', mimeType: 'application/json', buffer: Buffer.from(text) });

    const designer = new Designer(page);
    await expect(designer.tab('given.asl.json')).toBeVisible();
    await expect(designer.state('Second')).toBeVisible();
  });

  test('brings unsaved work back after the page was lost', async ({ page, context }) => {
    await page.goto('/');
    const designer = new Designer(page);
    await designer.newWorkflow();
    await designer.dragToCanvas('lambda.invoke', { x: 0.5, y: 0.3 });
    await designer.rename('Lambda Invoke', 'Extract orders');
    // The recovery store is written within a quarter of a second.
    await page.waitForTimeout(600);
    // Without a word of goodbye, as when the browser is ended.
    await page.close({ runBeforeUnload: false });

    const again = await context.newPage();
    await again.goto('/');
    await expect(new Designer(again).state('Extract orders')).toBeVisible();
    await expect(again.getByText(/Restored unsaved work/)).toBeVisible();
  });
});
