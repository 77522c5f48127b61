import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { chromium } from '@playwright/test';
import { answerDialogs, expect, test } from '../harness/app';
import { Designer } from '../pages/designer';
import { Runner } from '../pages/runner';
import { chain } from '../fixtures/machines';

const printed = (value: unknown) => `${JSON.stringify(value, null, 2)}\n`;

test('what a template says is set by keyboard, kept beside the workflow and exported; Undo takes it back', async ({
  app,
  folder,
}) => {
  const { page } = app;
  const designer = Designer.of(app);
  const path = join(folder, 'orders.asl.json');
  await writeFile(path, printed(chain('First', 'Second')));
  await designer.open(app, path);
  await expect(designer.state('First')).toBeVisible();

  await designer.showTab('Template');
  await page.getByLabel('Logged', { exact: true }).selectOption({ label: 'Errors' });
  await page.getByRole('button', { name: 'Add a tag' }).press('Enter');
  await page.getByLabel('Key of tag 1').fill('team');
  await page.getByLabel('Value of tag 1').fill('shop');

  const exported = join(folder, 'orders.cfn.yaml');
  await answerDialogs(app.electron, { save: exported });
  await page.keyboard.press('Control+E');
  const dialog = page.getByRole('dialog', { name: 'Export' });
  await dialog.getByRole('button', { name: 'CloudFormation' }).press('Enter');
  await expect(page.getByText('Exported orders.cfn.yaml')).toBeVisible();
  const template = await readFile(exported, 'utf8');
  expect(template).toContain('Level: ERROR');
  expect(template).toContain('- Key: team\n          Value: shop');

  await page.keyboard.press('Control+S');
  await expect(designer.unsavedTab('orders.asl.json')).toBeHidden();
  const sidecar: unknown = JSON.parse(await readFile(join(folder, 'orders.stepwright.json'), 'utf8'));
  expect(sidecar).toMatchObject({ template: { logLevel: 'ERROR', tags: { team: 'shop' } } });
  await designer.undoAll();
  await designer.showTab('Template');
  await expect(page.getByLabel('Logged', { exact: true })).toHaveValue('ALL');
  await expect(page.getByLabel('Key of tag 1')).toBeHidden();
});

test('workflows that are open go into one stack when they are asked to', async ({ app, folder }) => {
  const { page } = app;
  const designer = Designer.of(app);
  const paths = ['first', 'second'].map((name) => join(folder, `${name}.asl.json`));
  for (const path of paths) await writeFile(path, printed(chain('A', 'B')));
  await designer.open(app, ...paths);
  await expect(designer.tab('second.asl.json')).toBeVisible();

  const exported = join(folder, 'both.yaml');
  await answerDialogs(app.electron, { save: exported });
  await page.keyboard.press('Control+E');
  const dialog = page.getByRole('dialog', { name: 'Export' });
  await dialog.getByRole('checkbox', { name: /same stack/ }).press('Space');
  await dialog.getByRole('button', { name: 'CloudFormation' }).press('Enter');
  await expect(page.getByText('Exported both.yaml')).toBeVisible();
  const template = await readFile(exported, 'utf8');
  for (const name of ['First', 'Second']) expect(template).toContain(`  ${name}StateMachine:\n`);
});

test('a run is exported as a page that anybody can step through, without the app and without a network', async ({
  app,
  folder,
}) => {
  const { page } = app;
  const designer = Designer.of(app);
  const runner = new Runner(page);
  const path = join(folder, 'orders.asl.json');
  await writeFile(path, printed(chain('First', 'Second')));
  await designer.open(app, path);
  await runner.open();
  await runner.run();
  await expect(runner.status()).toContainText('Succeeded');

  const exported = join(folder, 'orders.html');
  await answerDialogs(app.electron, { save: exported });
  await page.keyboard.press('Control+E');
  await page.getByRole('dialog', { name: 'Export' }).getByRole('button', { name: 'Page of a run' }).click();
  await expect(page.getByText('Exported orders.html')).toBeVisible();

  const browser = await chromium.launch({
    executablePath: process.env['STEPWRIGHT_CHROMIUM'] ?? chromium.executablePath(),
    args: ['--no-sandbox'],
  });
  const context = await browser.newContext({ offline: true });
  const asked: string[] = [];
  const problems: string[] = [];
  context.on('request', (request) => asked.push(request.url()));
  const opened = await context.newPage();
  opened.on('console', (message) => problems.push(message.text()));
  opened.on('pageerror', (problem) => problems.push(problem.message));
  await opened.goto(pathToFileURL(exported).href);

  const now = opened.getByRole('status');
  await expect(now).toContainText('ExecutionSucceeded');
  await expect(opened.getByRole('button', { name: 'Second' })).toBeVisible();
  await opened.keyboard.press('Home');
  await expect(now).toContainText('1 of');
  await expect(opened.getByRole('button', { name: 'First', exact: false }).last()).toBeVisible();
  await expect(opened.getByRole('button', { name: 'Second' })).toBeHidden();
  await opened.keyboard.press('End');
  await opened.getByRole('button', { name: 'Second' }).press('Enter');
  await expect(opened.getByRole('heading', { name: /^Second/ })).toBeVisible();
  expect([asked, problems]).toEqual([[pathToFileURL(exported).href], []]);
  await browser.close();
});

test('what a new task came with is marked until it is filled in, and counted where a workflow is exported', async ({
  app,
}) => {
  const { page } = app;
  const designer = Designer.of(app);
  await page.keyboard.press('Control+N');
  await designer.addFirst('lambda.invoke');
  const badge = page.locator('.canvas-badge--fill');
  await expect(badge).toHaveAttribute('title', 'To be filled: FunctionName');
  await page.keyboard.press('Control+E');
  const dialog = page.getByRole('dialog', { name: 'Export' });
  await expect(dialog.getByRole('status')).toContainText(
    'One value of a new task is still to be filled: FunctionName of',
  );
  await page.keyboard.press('Escape');
  await expect(page.getByText('To be filled: FunctionName', { exact: true })).toBeVisible();
  await page.getByLabel('FunctionName', { exact: true }).fill('charge');
  await page.keyboard.press('Tab');
  await expect(badge).toHaveCount(0);
});
