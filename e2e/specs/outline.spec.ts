import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from '../harness/app';
import { Designer } from '../pages/designer';

const machine = {
  StartAt: 'Fork',
  States: {
    Fork: {
      Type: 'Parallel',
      Branches: [
        {
          StartAt: 'Load orders',
          States: { 'Load orders': { Type: 'Pass', Result: { table: 'orders-2026' }, End: true } },
        },
        { StartAt: 'Load people', States: { 'Load people': { Type: 'Pass', End: true } } },
      ],
      Next: 'Finish',
    },
    Finish: { Type: 'Succeed' },
  },
};

test('the outline finds a state by a value, goes to it, puts branches in order, and shows how states stand in a run', async ({
  app,
  folder,
}) => {
  const path = join(folder, 'fork.asl.json');
  await writeFile(path, JSON.stringify(machine, null, 2));
  const designer = Designer.of(app);
  await designer.open(app, path);
  const { page } = app;
  const rows = page.getByRole('treeitem');

  await page.keyboard.press('Control+Shift+E');
  await expect(rows).toHaveText([/Fork/, /Branch 1/, /Load orders/, /Branch 2/, /Load people/, /Finish/]);

  // Enter in the filter goes to the first state that holds it.
  await page.getByRole('searchbox', { name: /Filter states/ }).fill('orders-2026');
  await expect(rows).toHaveText([/Fork/, /Branch 1/, /Load orders.*orders-2026.*Result\.table/]);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('textbox', { name: 'Name', exact: true })).toHaveValue('Load orders');
  await expect(designer.state('Load orders')).toBeInViewport();

  await page.getByRole('searchbox', { name: /Filter states/ }).fill('');
  await page.getByRole('tree').focus();
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('Alt+ArrowDown');
  await expect(rows).toHaveText([/Fork/, /Branch 1/, /Load people/, /Branch 2/, /Load orders/, /Finish/]);
  await page.keyboard.press('Control+Z');
  await expect(rows).toHaveText([/Fork/, /Branch 1/, /Load orders/, /Branch 2/, /Load people/, /Finish/]);
  await page.keyboard.press('Home');
  await page.keyboard.press('ArrowLeft');
  await expect(rows).toHaveText([/Fork/, /Finish/]);

  // A run brings the outline in the place of the palette.
  await page.getByRole('tab', { name: 'Add', exact: true }).click();
  await page.keyboard.press('F5');
  await expect(page.getByRole('tab', { name: 'Outline' })).toHaveAttribute('aria-selected', 'true');
  await expect(rows.filter({ hasText: 'Load people' })).toContainText('Succeeded');
});
