import { join } from 'node:path';
import { expect, launch, resize, test } from '../harness/app';
import { expectPicture, stopClock } from '../harness/picture';
import { Designer } from '../pages/designer';

const sizes = [
  { name: '', width: 1440, height: 900 },
  { name: '-small', width: 1024, height: 700 },
];

/** The pictures of the README, and what a designer judges: every main screen in both themes and two sizes. */
for (const theme of ['light', 'dark'] as const) {
  test(`the main screens, ${theme}`, async ({ folder: own }) => {
    const app = await launch({ userData: join(own, 'user-data') });
    const { page, electron } = app;
    await stopClock(page);
    const designer = Designer.of(app);
    await designer.command(theme === 'light' ? 'Light theme' : 'Dark theme');
    await expect(page.locator('html')).toHaveAttribute('data-theme', theme);

    const shoot = async (name: string) => {
      for (const size of sizes) {
        await resize(electron, size);
        await expect.poll(() => page.evaluate(() => window.innerWidth)).toBe(size.width);
        if (name !== 'start') await designer.fit();
        await page.mouse.move(size.width / 2, 2);
        await expectPicture(page, `${name}${size.name}-${theme}`);
        // Nothing of the shell scrolls or sticks out.
        expect(await page.evaluate(() => [document.body.scrollWidth, document.body.scrollHeight])).toEqual([
          size.width,
          size.height,
        ]);
      }
      await resize(electron, sizes[0] ?? { width: 1440, height: 900 });
    };

    await page.keyboard.press('Control+Shift+O');
    await expect(page.getByRole('heading', { name: 'Stepwright' })).toBeVisible();
    await shoot('start');

    await page.getByRole('button', { name: /^Ad click ETL/ }).click();
    await expect(designer.state('Flatten click JSON')).toBeVisible();
    await shoot('pipeline');

    await page.keyboard.press('Control+Shift+O');
    await page.getByRole('button', { name: /^Image processing/ }).click();
    await expect(designer.state('Resize')).toBeVisible();
    await shoot('nested');

    await page.keyboard.press('Control+Shift+D');
    await expect(page.getByRole('button', { name: 'Lay out top to bottom' })).toBeVisible();
    await page.keyboard.press('Control+Shift+E');
    await expect(page.getByRole('treeitem').first()).toBeVisible();
    await designer.canvas().focus();
    await shoot('left-to-right');
    await page.keyboard.press('Control+Z');
    await page.getByRole('tab', { name: 'Add', exact: true }).click();

    await designer.fit();
    await page.keyboard.press('Control+,');
    await expect(page.getByRole('dialog', { name: 'Settings' })).toBeVisible();
    await expectPicture(page, `settings-${theme}`);
    await page.keyboard.press('Escape');

    await designer.select('Resize');
    await designer.showTab('Errors');
    await shoot('inspector');
    await app.kill();
  });
}
