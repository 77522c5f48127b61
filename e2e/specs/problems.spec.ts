import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from '../harness/app';
import { Designer } from '../pages/designer';

test('a warning is switched off for a machine, and what is alike is fixed at once', async ({ app, folder }) => {
  const { page } = app;
  const path = join(folder, 'machine.asl.json');
  const machine = {
    StartAt: 'Which',
    States: {
      Which: {
        Type: 'Choice',
        Choices: [
          { Variable: '$.a', IsPresent: true, Next: 'First' },
          { Variable: '$.b', IsPresent: true, Next: 'Other' },
        ],
        Default: 'Second',
      },
      First: { Type: 'Pass', Next: 'Secnod' },
      Other: { Type: 'Pass', Next: 'Secnod' },
      Second: { Type: 'Fail', Error: '$.error', Cause: '$.cause' },
    },
  };
  await writeFile(path, JSON.stringify(machine, null, 2));
  const designer = Designer.of(app);
  await designer.open(app, path);
  await designer.command('Problems');
  const panel = page.getByRole('region', { name: 'Problems' });
  const off = panel.getByText('Switched off for this machine');

  // Errors cannot be switched off.
  await expect(panel.getByText('MISSING_TRANSITION_TARGET')).toHaveCount(2);
  await expect(panel.getByText('NO_PATH')).toHaveCount(2);
  await expect(panel.getByRole('button', { name: 'Switch off' })).toHaveCount(2);

  await panel.getByRole('button', { name: 'Switch off' }).first().press('Enter');
  await expect(off).toBeVisible();
  await expect(panel.getByText('NO_PATH')).toHaveCount(1);
  await page.keyboard.press('Control+S');
  await expect(designer.unsavedTab('machine.asl.json')).toBeHidden();
  expect(JSON.parse(await readFile(join(folder, 'machine.stepwright.json'), 'utf8'))).toMatchObject({
    switchedOff: ['NO_PATH'],
  });
  await page.keyboard.press('Control+Z');
  await expect(off).toBeHidden();
  await expect(panel.getByText('NO_PATH')).toHaveCount(2);
  await page.keyboard.press('Control+Shift+Z');
  await panel.getByRole('button', { name: 'Switch on' }).press('Enter');

  await panel.getByRole('button', { name: 'Fix all 2' }).first().press('Enter');
  await expect(panel.getByText('MISSING_TRANSITION_TARGET')).toHaveCount(0);
  await panel.getByRole('button', { name: 'Fix all 2' }).first().press('Enter');
  await expect(panel.getByText('Nothing to complain about.')).toBeVisible();
  await page.keyboard.press('Control+S');
  await expect(designer.unsavedTab('machine.asl.json')).toBeHidden();
  expect(JSON.parse(await readFile(path, 'utf8'))).toMatchObject({
    States: {
      First: { Next: 'Second' },
      Other: { Next: 'Second' },
      Second: { Type: 'Fail', ErrorPath: '$.error', CausePath: '$.cause' },
    },
  });

  // Each was one act.
  await page.keyboard.press('Control+Z');
  await expect(panel.getByText('NO_PATH')).toHaveCount(2);
  await page.keyboard.press('Control+Z');
  await expect(panel.getByText('MISSING_TRANSITION_TARGET')).toHaveCount(2);
});
