import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { expect, test, type App } from '../harness/app';
import { chain, yamlText } from '../fixtures/machines';
import { Designer } from '../pages/designer';
import { Runner } from '../pages/runner';

/** Opens a machine with its code beside the canvas. */
async function opened(app: App, folder: string, content: string | object, name = 'machine.asl.json') {
  const path = join(folder, name);
  await writeFile(path, typeof content === 'string' ? content : JSON.stringify(content, null, 2));
  const designer = Designer.of(app);
  await designer.open(app, path);
  await app.page.getByRole('radio', { name: 'Split' }).click();
  await expect(code(app.page)).toBeVisible();
  return { designer, path };
}

const code = (page: Page) => page.getByRole('textbox', { name: 'Definition' });
const choices = (page: Page) => page.locator('.cm-tooltip-autocomplete');

/** Puts the cursor behind a piece of a line. */
async function cursorBehind(page: Page, piece: string): Promise<void> {
  const line = page.locator('.cm-line', { hasText: piece }).first();
  await line.click();
  const text = (await line.textContent()) ?? '';
  // The second time, Home goes before the indentation.
  await page.keyboard.press('Home');
  await page.keyboard.press('End');
  for (let left = text.length - text.indexOf(piece) - piece.length; left > 0; left--)
    await page.keyboard.press('ArrowLeft');
}

/** Types, waits for a choice, and takes it. */
async function choose(page: Page, typed: string, choice: string): Promise<void> {
  await page.keyboard.type(typed);
  const option = choices(page).getByRole('option', { name: choice }).first();
  await expect(option).toBeVisible();
  // What came up just now takes no key yet, so that none is taken by surprise.
  await page.waitForTimeout(100);
  while ((await option.getAttribute('aria-selected')) !== 'true') await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(choices(page)).toBeHidden();
}

test.describe('completion', () => {
  test('fills a Glue task: its resource, its arguments, where it goes on', async ({ app, folder }) => {
    const { page } = app;
    const machine = { StartAt: 'Load', States: { Load: { Type: 'Task' }, Done: { Type: 'Succeed' } } };
    const { designer, path } = await opened(app, folder, machine);

    await cursorBehind(page, '"Type": "Task"');
    await page.keyboard.press('Enter');
    await choose(page, '"Reso', 'Resource');
    await choose(page, 'glue:startJobRun.sy', 'arn:aws:states:::glue:startJobRun.sync');
    await page.keyboard.press('End');
    await page.keyboard.press('Enter');
    await choose(page, '"Param', 'Parameters');
    await page.keyboard.press('Enter');
    await choose(page, '"Nex', 'Next');
    await choose(page, 'Do', 'Done');

    await expect(designer.state('Load')).toContainText('Glue');
    await page.keyboard.press('Control+S');
    await expect(designer.unsavedTab('machine.asl.json')).toBeHidden();
    expect(JSON.parse(await readFile(path, 'utf8'))).toEqual({
      StartAt: 'Load',
      States: {
        Load: {
          Type: 'Task',
          Resource: 'arn:aws:states:::glue:startJobRun.sync',
          Parameters: { JobName: 'my-glue-job' },
          Next: 'Done',
        },
        Done: { Type: 'Succeed' },
      },
    });
  });

  test('offers the fields that the last run had at a place, in an expression', async ({ app, folder }) => {
    const { page } = app;
    const machine = {
      QueryLanguage: 'JSONata',
      StartAt: 'Pick',
      States: { Pick: { Type: 'Pass', Output: '{% $states.input %}', End: true } },
    };
    const { designer } = await opened(app, folder, machine);
    const runner = new Runner(page);
    await runner.input({ order: { id: 7, 'ship to': 'here' } });
    await runner.run();

    await cursorBehind(page, '$states.input');
    await choose(page, '.or', 'order');
    await choose(page, '.sh', 'ship to');
    expect(await designer.code()).toContain('"Output": "{% $states.input.order.`ship to` %}"');
  });

  test('writes fields of YAML, with their indentation', async ({ app, folder }) => {
    const { page } = app;
    const { designer } = await opened(app, folder, yamlText, 'machine.asl.yaml');

    await cursorBehind(page, 'Type: Succeed');
    await page.keyboard.press('Enter');
    await choose(page, 'Comm', 'Comment');
    await page.keyboard.type('done');
    expect(await designer.code()).toContain('    Type: Succeed\n    Comment: done\n');
    await expect(page.getByRole('alert')).toBeHidden();
  });
});

test('a repair puts a target right from the keyboard, and Undo takes it back', async ({ app, folder }) => {
  const { page } = app;
  const machine = chain('First', 'Second');
  const { designer } = await opened(
    app,
    folder,
    JSON.stringify(machine, null, 2).replace('"Next": "Second"', '"Next": "Secnod"'),
  );
  await expect(page.locator('.cm-lintRange-error').first()).toBeVisible();

  await cursorBehind(page, '"Next": "Secnod"');
  await page.keyboard.press('Control+.');
  await expect(code(page)).toContainText('"Next": "Second"');
  await expect(page.locator('.cm-lintRange-error')).toHaveCount(0);
  await page.keyboard.press('Control+Z');
  expect(await designer.code()).toContain('"Next": "Secnod"');
});

test('a state that is renamed in the code is renamed on the canvas, and the other way', async ({ app, folder }) => {
  const { page } = app;
  const { designer } = await opened(app, folder, chain('First', 'Second', 'Third'));

  await cursorBehind(page, '"Next": "Sec');
  await page.keyboard.press('F2');
  const name = page.getByLabel('New name of Second');
  await expect(name).toBeFocused();
  await name.fill('Load');
  await page.keyboard.press('Enter');
  await expect(designer.state('Load')).toBeVisible();
  expect(await designer.code()).toContain('"Next": "Load"');
  expect(await designer.code()).toContain('"Load": {');

  await designer.select('Third');
  await page.keyboard.press('F2');
  await page.keyboard.press('Control+A');
  await page.keyboard.insertText('Store');
  await page.keyboard.press('Enter');
  await expect(code(page)).toContainText('"Next": "Store"');
  await page.keyboard.press('Control+Z');
  await page.keyboard.press('Control+Z');
  await expect(designer.state('Second')).toBeVisible();
  expect(await designer.code()).toBe(JSON.stringify(chain('First', 'Second', 'Third'), null, 2));
});

test('references lead to their places, and a target to its state', async ({ app, folder }) => {
  const { page } = app;
  await opened(app, folder, chain('First', 'Second'));

  await cursorBehind(page, '"Next": "Sec');
  await page.keyboard.press('Shift+F12');
  const list = page.getByRole('list', { name: 'References' });
  await expect(list.getByRole('button')).toHaveText([/"Next": "Second"/, /"Second": \{/]);
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(code(page)).toBeFocused();
  await expect(page.locator('.cm-activeLine')).toContainText('"Second": {');

  await cursorBehind(page, '"StartAt": "Fir');
  await page.keyboard.press('F12');
  await expect(page.locator('.cm-activeLine')).toContainText('"First": {');
});

test('the caret selects the state that it stands in', async ({ app, folder }) => {
  const { page } = app;
  await opened(app, folder, chain('First', 'Second'));

  await cursorBehind(page, '"Second": {');
  await expect(page.getByRole('textbox', { name: 'Name', exact: true })).toHaveValue('Second');
  await expect(code(page)).toBeFocused();
});

test('find and replace counts, walks and replaces, by the keyboard', async ({ app, folder }) => {
  const { page } = app;
  const { designer } = await opened(app, folder, chain('First', 'Second', 'Third'));

  await code(page).click();
  await page.keyboard.press('Control+Home');
  await page.keyboard.press('Control+F');
  await expect(page.getByLabel('Find', { exact: true })).toBeFocused();
  await page.keyboard.type('"pass"');
  await expect(page.getByRole('status').filter({ hasText: /^3$/ })).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('status').filter({ hasText: '1 of 3' })).toBeVisible();
  await page.getByRole('button', { name: 'Match case' }).click();
  await expect(page.getByRole('status').filter({ hasText: 'No match' })).toBeVisible();
  await page.getByRole('button', { name: 'Match case' }).click();

  await page.getByLabel('Replace', { exact: true }).first().fill('"Wait"');
  await page.getByRole('button', { name: 'Replace all' }).click();
  expect((await designer.code()).match(/"Wait"/g)).toHaveLength(3);
  await page.getByLabel('Find', { exact: true }).focus();
  await page.keyboard.press('Escape');
  await expect(code(page)).toBeFocused();
  await page.keyboard.press('Control+Z');
  expect(await designer.code()).toBe(JSON.stringify(chain('First', 'Second', 'Third'), null, 2));
});

test('expressions are coloured inside their texts, and what is at the cursor is explained', async ({ app, folder }) => {
  const { page } = app;
  const machine = {
    QueryLanguage: 'JSONata',
    StartAt: 'Sum',
    States: { Sum: { Type: 'Pass', Output: '{% $sum($states.input.n) > 1 %}', End: true } },
  };
  await opened(app, folder, machine);
  await expect(page.locator('.code-token--function')).toHaveText('$sum');
  await expect(page.locator('.code-token--number')).toHaveText('1');

  await cursorBehind(page, '$su');
  await page.keyboard.press('Control+Shift+Space');
  await expect(page.locator('.code-info')).toContainText('$sum(numbers)');
  await page.keyboard.press('Escape');
  await expect(page.locator('.code-info')).toBeHidden();
});

test('formatting sets the text, as one act', async ({ app, folder }) => {
  const { page } = app;
  const { designer } = await opened(app, folder, JSON.stringify(chain('First', 'Second')));
  await code(page).click();
  await page.keyboard.press('Shift+Alt+F');
  expect(await designer.code()).toBe(`${JSON.stringify(chain('First', 'Second'), null, 2)}\n`);
  await page.keyboard.press('Control+Z');
  expect(await designer.code()).toBe(JSON.stringify(chain('First', 'Second')));
});

test('an expression field of a form completes, and shows its value in the run', async ({ app, folder }) => {
  const { page } = app;
  const machine = {
    QueryLanguage: 'JSONata',
    StartAt: 'Sum',
    States: { Sum: { Type: 'Pass', Output: '{% $states.input %}', End: true } },
  };
  const { designer } = await opened(app, folder, machine);
  const runner = new Runner(page);
  await runner.input({ prices: [3, 4] });
  await runner.run();

  await designer.select('Sum');
  await page.getByRole('tab', { name: 'Output' }).click();
  const field = page.getByRole('textbox', { name: 'Output' });
  await expect(page.getByRole('group', { name: 'Value in this run' })).toContainText('"prices"');
  await field.fill('{% ');
  await page.keyboard.type('$su');
  const list = page.getByRole('listbox', { name: 'Choices' });
  await expect(list.getByRole('option').first()).toContainText('$sum');
  await page.keyboard.press('Enter');
  await page.keyboard.type('$states.input.pri');
  await expect(list.getByRole('option').first()).toContainText('prices');
  await page.keyboard.press('Enter');
  await page.keyboard.press('End');
  await page.keyboard.type(' %}');
  await expect(field).toHaveValue('{% $sum($states.input.prices) %}');
  await expect(page.getByRole('group', { name: 'Value in this run' })).toContainText('7');
  expect(await designer.code()).toContain('"Output": "{% $sum($states.input.prices) %}"');
});
