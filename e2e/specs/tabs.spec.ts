import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from '../harness/app';
import { Designer } from '../pages/designer';

test('more documents than the bar has room for keep their names, and a list goes to each', async ({ app, folder }) => {
  const paths = Array.from({ length: 16 }, (_, index) => join(folder, `pipeline-number-${index + 1}.asl.json`));
  for (const path of paths)
    await writeFile(path, JSON.stringify({ StartAt: 'A', States: { A: { Type: 'Pass', End: true } } }));
  const designer = Designer.of(app);
  await designer.open(app, ...paths);
  const { page } = app;
  // The last one is on screen, and no tab is narrower than a name needs.
  await expect(designer.tab('pipeline-number-16.asl.json')).toBeInViewport();
  for (const tab of await page.locator('.tabs__row .tab').all()) {
    const box = await tab.boundingBox();
    expect(box?.width).toBeGreaterThan(100);
  }
  const [bar, tools] = [
    await page.locator('.tabs').boundingBox(),
    await page.getByRole('toolbar', { name: 'Document' }).boundingBox(),
  ];
  expect((bar?.x ?? 0) + (bar?.width ?? 0)).toBeLessThanOrEqual(tools?.x ?? 0);

  await page.getByRole('button', { name: /All 1[67] open documents/ }).focus();
  await page.keyboard.press('Enter');
  await page.getByRole('menuitemcheckbox', { name: 'pipeline-number-2.asl.json' }).click();
  await expect(designer.tab('pipeline-number-2.asl.json')).toBeInViewport();
  await expect(page.locator('.tab[aria-current="true"] .tab__name')).toHaveText('pipeline-number-2.asl.json');
});
