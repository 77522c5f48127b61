import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, launch, test } from '../harness/app';
import { filledLater, samTemplate, severalMachines, terraformFile } from '../fixtures/templates';
import { Designer } from '../pages/designer';
import { Runner } from '../pages/runner';

test('a SAM template with tags is edited on the canvas and saved with only the expected lines changed', async ({
  app,
  folder,
}) => {
  const designer = Designer.of(app);
  const path = join(folder, 'template.yaml');
  await writeFile(path, samTemplate);
  await designer.open(app, path);
  await expect(app.page.getByText('"template.yaml" is a SAM template.')).toBeVisible();
  await expect(app.page.getByText('OrderMachine in a SAM template')).toBeVisible();
  await expect(designer.states()).toHaveCount(3);

  await designer.rename('Done', 'Shipped');
  await expect(designer.unsavedTab('template.yaml')).toBeVisible();
  await app.page.keyboard.press('Control+S');
  await expect(designer.unsavedTab('template.yaml')).toBeHidden();
  const renamed = samTemplate.replace('Next: Done', 'Next: Shipped').replace('          Done:', '          Shipped:');
  expect(await readFile(path, 'utf8')).toBe(renamed);

  // Undo gives the file back byte for byte; its own save is not taken for that of another program.
  await designer.undoAll();
  await app.page.keyboard.press('Control+S');
  await expect(designer.unsavedTab('template.yaml')).toBeHidden();
  expect(await readFile(path, 'utf8')).toBe(samTemplate);

  // The run takes the value that the template gives for the placeholder.
  const runner = new Runner(app.page);
  await runner.input({});
  await runner.run();
  await expect(runner.status()).toHaveText('Succeeded');
  await designer.select('Pause');
  await designer.showTab('Run');
  await expect(app.page.getByRole('tabpanel')).toContainText('30 s');

  // What another program does to the rest of the template is told, and taken over.
  await writeFile(path, samTemplate.replace('# all of them', '# theirs'));
  await app.page.getByRole('button', { name: 'Reload' }).click();
  await designer.rename('Load', 'Fetch');
  await app.page.keyboard.press('Control+S');
  await expect(designer.unsavedTab('template.yaml')).toBeHidden();
  expect(await readFile(path, 'utf8')).toBe(
    samTemplate
      .replace('# all of them', '# theirs')
      .replace('StartAt: Load', 'StartAt: Fetch')
      .replace('          Load:', '          Fetch:'),
  );
});

test('of several machines the person chooses one by the keyboard, and its unsaved work outlives a kill', async ({
  folder,
}) => {
  const userData = join(folder, 'user-data');
  const path = join(folder, 'stack.template');
  await writeFile(path, severalMachines);
  const app = await launch({ userData, args: [path] });
  const designer = Designer.of(app);
  const dialog = app.page.getByRole('dialog', { name: 'Which state machine?' });
  await expect(dialog.getByRole('button')).toContainText(['Day', 'Night', 'Stored']);
  await app.page.keyboard.press('Tab');
  await app.page.keyboard.press('Enter');
  await expect(designer.state('Moon')).toBeVisible();
  await designer.rename('Moon', 'Star');
  await expect(designer.unsavedTab('stack.template')).toBeVisible();
  await app.page.waitForTimeout(600);
  await app.kill();

  const again = await launch({ userData });
  const restored = Designer.of(again);
  await expect(restored.state('Star')).toBeVisible();
  await expect(restored.unsavedTab('stack.template')).toBeVisible();
  await again.page.keyboard.press('Control+S');
  await expect(restored.unsavedTab('stack.template')).toBeHidden();
  expect(await readFile(path, 'utf8')).toBe(severalMachines.replaceAll('"Moon"', '"Star"'));

  // From the recent list, the other one of the file can be chosen instead.
  await restored.home();
  await again.page
    .getByRole('button', { name: /^stack\.template/ })
    .last()
    .click();
  await again.page.getByRole('dialog', { name: 'Which state machine?' }).getByRole('button', { name: /^Day/ }).click();
  await expect(restored.state('Sun')).toBeVisible();
  await expect(restored.tabs()).toHaveText(['stack.template']);
  await again.kill();
});

test('a placeholder without quotes keeps its text, is no error, and is waited for with its value', async ({
  app,
  folder,
}) => {
  const designer = Designer.of(app);
  const runner = new Runner(app.page);
  const path = join(folder, 'night.asl.json');
  await writeFile(path, filledLater);
  await designer.open(app, path);
  await expect(designer.states()).toHaveCount(2);
  await app.page.keyboard.press('F5');
  const field = app.page.getByLabel('${wait}');
  await expect(app.page.getByText('A run needs values for placeholders: ${wait}.')).toBeVisible();
  await field.fill('45');
  await runner.input({});
  await runner.run();
  await expect(runner.status()).toHaveText('Succeeded');
  await designer.select('Pause');
  await designer.showTab('Run');
  await expect(app.page.getByRole('tabpanel')).toContainText('45 s');

  await designer.rename('Done', 'End');
  await app.page.keyboard.press('Control+S');
  await expect(designer.unsavedTab('night.asl.json')).toBeHidden();
  expect(await readFile(path, 'utf8')).toBe(filledLater.replaceAll('"Done"', '"End"'));
  expect(JSON.parse(await readFile(join(folder, 'night.stepwright.json'), 'utf8'))).toMatchObject({
    placeholders: { wait: '45' },
  });
});

test('the language of Terraform is opened as a copy, and says so', async ({ app, folder }) => {
  const designer = Designer.of(app);
  const path = join(folder, 'main.tf');
  await writeFile(path, terraformFile);
  await designer.dropFile(path);
  await expect(app.page.getByText(/"main\.tf" is a Terraform file\. "orders" is opened as a copy/)).toBeVisible();
  await expect(designer.tab('orders.asl.json')).toBeVisible();
  expect(await designer.definition()).toEqual({
    StartAt: 'Load',
    States: { Load: { Type: 'Task', Resource: '${aws_lambda_function.load.arn}', End: true } },
  });
  expect(await readFile(path, 'utf8')).toBe(terraformFile);
});
