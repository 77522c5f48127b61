import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from '../harness/app';
import { Designer } from '../pages/designer';

const machine = {
  StartAt: 'Fetch',
  States: {
    Fetch: {
      Type: 'Task',
      Resource: 'arn:aws:states:::lambda:invoke',
      Parameters: { FunctionName: 'fetch' },
      Catch: [{ ErrorEquals: ['States.ALL'], Next: 'Failed' }],
      Next: 'Keep',
    },
    Keep: { Type: 'Pass', End: true },
    Failed: { Type: 'Fail', Error: 'Broken' },
  },
};

test('a workflow is compared with its saved file, and a rename is a rename', async ({ app, folder }) => {
  const { page } = app;
  const path = join(folder, 'machine.asl.json');
  await writeFile(path, JSON.stringify(machine, null, 2));
  const designer = Designer.of(app);
  await designer.open(app, path);

  await designer.select('Fetch');
  await page.keyboard.press('F2');
  await page.keyboard.type('Get');
  await page.keyboard.press('Enter');
  await expect(designer.state('Get')).toBeVisible();
  await designer.command('Compare with…');
  await page.getByRole('dialog').getByRole('button', { name: 'The saved file' }).press('Enter');

  const panel = page.getByRole('region', { name: 'Compare' });
  await expect(panel).toContainText('with the saved file');
  await expect(panel.getByRole('listitem')).toHaveCount(1);
  await expect(panel.getByRole('listitem')).toHaveText('RenamedFetch → Get');
  await expect(designer.state('Get')).toContainText('Renamed');
  await expect(page.locator('[data-change]')).toHaveCount(1);

  // It follows what is edited, and Undo.
  await designer.select('Keep');
  await page.keyboard.press('Delete');
  await expect(panel.getByRole('listitem').filter({ hasText: 'Removed' })).toHaveText('RemovedKeep');
  const get = panel.getByRole('listitem').filter({ hasText: 'Get' });
  await expect(get.getByRole('row', { name: /^Next/ })).toContainText('Keep');
  await page.keyboard.press('Control+Z');
  await expect(panel.getByRole('listitem')).toHaveCount(1);

  await designer.select('Keep');
  await panel.getByRole('button', { name: /Get/ }).press('Enter');
  await expect(page.getByRole('textbox', { name: 'Name', exact: true })).toHaveValue('Get');

  await panel.getByRole('radio', { name: 'Text' }).press('Enter');
  await expect(panel.getByRole('textbox', { name: 'Text of the saved file' })).toContainText('"StartAt": "Fetch"');
  await expect(panel.getByRole('textbox', { name: 'Text of now' })).toContainText('"StartAt": "Get"');

  await panel.getByRole('radio', { name: 'States' }).press('Enter');
  await page.keyboard.press('Control+S');
  await expect(panel).toContainText('Both say the same');
  await expect(page.locator('[data-change]')).toHaveCount(0);
  await panel.getByRole('button', { name: 'End the comparison' }).press('Enter');
  await expect(panel).toBeHidden();
  expect(JSON.parse(await readFile(path, 'utf8'))).toMatchObject({ StartAt: 'Get' });
});

test('a workflow is compared with a machine in another file', async ({ app, folder }) => {
  const { page } = app;
  const path = join(folder, 'machine.asl.json');
  await writeFile(path, JSON.stringify(machine, null, 2));
  const other = join(folder, 'template.json');
  const { Keep: _gone, ...left } = machine.States;
  const before = {
    ...machine,
    States: { ...left, Fetch: { ...left.Fetch, Parameters: { FunctionName: 'old' }, Next: 'Failed' } },
  };
  await writeFile(
    other,
    JSON.stringify({
      Resources: {
        Machine: { Type: 'AWS::StepFunctions::StateMachine', Properties: { Definition: before } },
      },
    }),
  );
  const designer = Designer.of(app);
  await designer.open(app, path);

  await designer.command('Compare with…');
  const chosen = page.waitForEvent('filechooser');
  await page.getByRole('dialog').getByRole('button', { name: 'A file…' }).click();
  await (await chosen).setFiles(other);

  const panel = page.getByRole('region', { name: 'Compare' });
  await expect(panel).toContainText('1 added, 1 changed');
  await expect(panel.getByRole('row', { name: /FunctionName/ })).toContainText('old');
  await expect(panel.getByRole('row', { name: /^Next/ })).toContainText('Failed');
  await expect(designer.state('Keep')).toContainText('Added');
  await expect(designer.state('Fetch')).toContainText('Changed');
});
