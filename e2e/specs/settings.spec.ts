import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, launch, test } from '../harness/app';
import { Designer } from '../pages/designer';
import { chain } from '../fixtures/machines';

test('settings hold at once and after a restart: language, account, and saving by itself', async ({ folder }) => {
  const userData = join(folder, 'user-data');
  const path = join(folder, 'own.asl.json');
  await writeFile(path, JSON.stringify(chain('First', 'Second'), null, 2));
  const app = await launch({ userData, args: [path] });
  const { page } = app;
  await page.keyboard.press('Control+,');
  const dialog = page.getByRole('dialog', { name: 'Settings' });
  await dialog.getByRole('radio', { name: 'JSONPath' }).click();
  await dialog.getByLabel('Region of new ARNs').fill('Frankfurt');
  await expect(dialog.getByText('A region looks like eu-central-1.')).toBeVisible();
  await dialog.getByLabel('Region of new ARNs').fill('eu-central-1');
  await dialog.getByLabel('Account of new ARNs').fill('999988887777');
  await dialog.getByLabel('Save by itself').check();
  await page.keyboard.press('Escape');

  // A file is saved when nothing has changed for a second.
  const designer = Designer.of(app);
  await designer.rename('First', 'Renamed');
  await expect.poll(() => readFile(path, 'utf8'), { timeout: 10_000 }).toContain('"Renamed"');
  await expect(designer.unsavedTab('own.asl.json')).toBeHidden();
  // Chromium writes its storage when it ends; a power cut may take what was set in the last seconds.
  await app.electron.close();

  const again = await launch({ userData });
  const then = Designer.of(again);
  await then.newWorkflow();
  await expect(again.page.getByRole('contentinfo')).toContainText('JSONPath');
  await then.addFirst('sns.publish');
  expect(JSON.stringify(await then.definition())).toContain('arn:aws:sns:eu-central-1:999988887777:');
  await again.kill();
});
