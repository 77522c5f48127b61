import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from '../harness/app';
import { Designer } from '../pages/designer';

const pass = (Next?: string) => ({ Type: 'Pass', ...(Next === undefined ? { End: true } : { Next }) });
const chain = { StartAt: 'Read', States: { Read: pass('Shape'), Shape: pass('Write'), Write: pass() } };

test('a workflow is laid out from left to right, as one act, and its file keeps that', async ({ app, folder }) => {
  const path = join(folder, 'chain.asl.json');
  await writeFile(path, JSON.stringify(chain, null, 2));
  const designer = Designer.of(app);
  await designer.open(app, path);
  const { page } = app;
  await expect(designer.states()).toHaveCount(3);
  expect(await designer.placeOf('Shape', 'Read')).toMatchObject({ x: 0 });

  await designer.command('Lay out left to right');
  await expect.poll(() => designer.placeOf('Shape', 'Read')).toMatchObject({ y: 0 });
  expect((await designer.placeOf('Write', 'Shape')).x).toBeGreaterThan(250);

  // Arrow keys walk the way that the picture leads.
  await designer.canvas().focus();
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowRight');
  await expect(page.getByRole('textbox', { name: 'Name' })).toHaveValue('Shape');

  await page.keyboard.press('Control+Z');
  await expect.poll(() => designer.placeOf('Shape', 'Read')).toMatchObject({ x: 0 });
  await page.keyboard.press('Control+Shift+Z');
  await expect.poll(() => designer.placeOf('Shape', 'Read')).toMatchObject({ y: 0 });

  await page.keyboard.press('Control+S');
  await expect(page.getByText('Saved', { exact: true })).toBeVisible();
  expect(await readFile(join(folder, 'chain.stepwright.json'), 'utf8')).toContain('"direction": "right"');
  expect(JSON.parse(await readFile(path, 'utf8'))).toEqual(chain);
});

test('a dragged card stands in line with others and takes its lines along; keys move it, and three are distributed', async ({
  app,
  folder,
}) => {
  const path = join(folder, 'chain.asl.json');
  await writeFile(path, JSON.stringify(chain, null, 2));
  const designer = Designer.of(app);
  await designer.open(app, path);
  await designer.fit();
  const { page } = app;
  const line = page
    .locator('path.canvas-transition')
    .filter({ has: page.locator('xpath=self::*[contains(@id, "Read")]') });
  const before = await line.first().getAttribute('d');
  const box = await designer.state('Shape').locator('.canvas-state__action').boundingBox();
  if (!box) throw new Error('Shape is on screen.');
  await page.mouse.move(box.x + 10, box.y + 5);
  await page.mouse.down();
  await page.mouse.move(box.x + 60, box.y + 5, { steps: 6 });
  await page.mouse.move(box.x + 18, box.y + 5, { steps: 6 });
  await expect(page.locator('.canvas-guide--x')).toBeVisible();
  await page.mouse.move(box.x + 160, box.y + 5, { steps: 6 });
  await expect.poll(() => line.first().getAttribute('d')).not.toBe(before);
  await page.mouse.up();
  await expect(page.locator('.canvas-guide')).toHaveCount(0);
  await expect.poll(async () => (await designer.placeOf('Shape', 'Read')).x).toBeGreaterThan(130);
  // Cards glide to where they stand.
  await page.waitForTimeout(400);
  const moved = await designer.placeOf('Shape', 'Read');

  await page.keyboard.press('Alt+ArrowLeft');
  await page.keyboard.press('Alt+Shift+ArrowLeft');
  await expect.poll(async () => (await designer.placeOf('Shape', 'Read')).x).toBe(moved.x - 44);

  // Further down, then in the middle again.
  for (let step = 0; step < 2; step += 1) await page.keyboard.press('Alt+Shift+ArrowDown');
  await designer.canvas().focus();
  await page.keyboard.press('Control+A');
  await page.getByRole('button', { name: 'Distribute from top to bottom' }).click();
  await expect
    .poll(async () => {
      const [shape, write] = [await designer.placeOf('Shape', 'Read'), await designer.placeOf('Write', 'Read')];
      return Math.abs(shape.y * 2 - write.y);
    })
    .toBeLessThanOrEqual(8);
});
