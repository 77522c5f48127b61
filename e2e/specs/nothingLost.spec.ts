import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { chain } from '../fixtures/machines';
import { expect, launch, test, type App } from '../harness/app';
import { Designer } from '../pages/designer';

const printed = (value: unknown) => `${JSON.stringify(value, null, 2)}\n`;
const code = (page: Page) => page.getByRole('textbox', { name: 'Definition' });
const status = (page: Page) => page.getByRole('contentinfo');

/** Opens a machine with its code beside the canvas. */
async function opened(app: App, path: string, machine: unknown): Promise<Designer> {
  await writeFile(path, printed(machine));
  const designer = Designer.of(app);
  await designer.open(app, path);
  await app.page.getByRole('radio', { name: 'Split' }).click();
  await expect(code(app.page)).toBeVisible();
  return designer;
}

/** Puts the cursor at the end of the first line that holds a text. */
async function atEndOfLine(page: Page, text: string): Promise<void> {
  await page.locator('.cm-line', { hasText: text }).first().click();
  await page.keyboard.press('End');
}

test.describe('one undo history', () => {
  test('walks canvas and code in their order, whatever has the focus, and a save writes what is seen', async ({
    app,
    folder,
  }) => {
    const { page } = app;
    const path = join(folder, 'history.asl.json');
    const designer = await opened(app, path, chain('First', 'Second', 'Third'));
    const start = await designer.code();

    // What opening put in is nothing to take back.
    await code(page).click();
    await page.keyboard.press('Control+Z');
    expect(await designer.code()).toBe(start);

    await atEndOfLine(page, '"StartAt": "First"');
    await page.keyboard.insertText('\n  "Comment": "typed",');
    const typed = await designer.code();
    await designer.select('Second');
    await page.keyboard.press('Delete');
    await expect(designer.state('Second')).toBeHidden();

    // In the code, Undo takes back the act on the canvas, which was the last one; the cursor goes where that changed the text.
    await code(page).click();
    await page.keyboard.press('Control+Z');
    await expect(designer.state('Second')).toBeVisible();
    expect(await designer.code()).toBe(typed);
    // On the canvas, it takes back the typing.
    await designer.canvas().focus();
    await page.keyboard.press('Control+Z');
    await expect(code(page)).not.toContainText('typed');
    expect(await designer.code()).toBe(start);
    await page.keyboard.press('Control+Z');
    expect(await designer.code()).toBe(start);

    // Redo walks the same list forward, from the code and from a form.
    await code(page).click();
    await page.keyboard.press('Control+Shift+Z');
    expect(await designer.code()).toBe(typed);
    await expect(page.locator('.cm-activeLine')).toContainText('"Comment": "typed",');
    await designer.select('First');
    await page.getByRole('textbox', { name: 'Comment' }).focus();
    await page.keyboard.press('Control+Shift+Z');
    await expect(designer.state('Second')).toBeHidden();
    // The form in which it was pressed is still there.
    await expect(page.getByRole('textbox', { name: 'Name', exact: true })).toHaveValue('First');

    await page.keyboard.press('Control+S');
    await expect(designer.unsavedTab('history.asl.json')).toBeHidden();
    expect(JSON.parse(await readFile(path, 'utf8'))).toEqual({ ...chain('First', 'Third'), Comment: 'typed' });
  });

  test('gives an emptied text back', async ({ app, folder }) => {
    const designer = await opened(app, join(folder, 'emptied.asl.json'), chain('First', 'Second'));
    const start = await designer.code();
    await code(app.page).click();
    await app.page.keyboard.press('Control+A');
    await app.page.keyboard.press('Delete');
    await expect(app.page.getByRole('alert')).toContainText('The text is empty');
    await app.page.getByTestId('undo').click();
    await expect(app.page.getByRole('alert')).toBeHidden();
    expect(await designer.code()).toBe(start);
  });

  test('is left alone by fields that are not in the document', async ({ app, folder }) => {
    const { page } = app;
    const designer = await opened(app, join(folder, 'search.asl.json'), chain('First', 'Second'));
    await designer.select('Second');
    await page.keyboard.press('Delete');
    await expect(designer.state('Second')).toBeHidden();
    const search = page.getByPlaceholder('Search', { exact: false }).first();
    await search.click();
    await page.keyboard.type('abc');
    await page.keyboard.press('Control+Z');
    await expect(search).not.toHaveValue('abc');
    await expect(designer.state('Second')).toBeHidden();
  });
});

test.describe('while the text cannot be read', () => {
  test('what is done on the canvas is done in the code, and the repair keeps it', async ({ app, folder }) => {
    const { page } = app;
    const path = join(folder, 'broken.asl.json');
    const designer = await opened(app, path, chain('First', 'Second', 'Third'));
    await code(page).click();
    await page.keyboard.press('Control+Home');
    await page.keyboard.type('x');
    await expect(page.getByRole('alert')).toContainText('Line 1');
    await expect(status(page)).toContainText('the text cannot be read');
    await expect(status(page)).not.toContainText('No problems');

    await designer.select('Second');
    await page.keyboard.press('Delete');
    await expect(designer.state('Second')).toBeHidden();
    await expect(code(page)).not.toContainText('Second');
    await expect(page.getByRole('alert')).toContainText('Line 1');

    // The problem is in the list, and leads to its place in the code.
    await page.getByTitle('Problems', { exact: true }).click();
    await page
      .getByRole('region', { name: 'Problems' })
      .getByRole('button', { name: /NOT_JSON/ })
      .click();
    await expect(code(page)).toBeFocused();
    await page.keyboard.press('Control+Home');
    await page.keyboard.press('Delete');
    await expect(page.getByRole('alert')).toBeHidden();
    await expect(designer.state('Second')).toBeHidden();
    await page.keyboard.press('Control+S');
    await expect(designer.unsavedTab('broken.asl.json')).toBeHidden();
    expect(await readFile(path, 'utf8')).toBe(printed(chain('First', 'Third')));
  });

  test('what would change the part that is typed is refused with the place, and survives a kill', async ({
    folder,
  }) => {
    const userData = join(folder, 'user-data');
    const path = join(folder, 'refused.asl.json');
    const app = await launch({ userData });
    const designer = await opened(app, path, chain('First', 'Second', 'Third'));
    await atEndOfLine(app.page, '"Next": "Third"');
    await app.page.keyboard.type(', "Comm');
    await expect(app.page.getByRole('alert')).toBeVisible();
    const typed = await designer.code();

    await designer.select('Second');
    await app.page.keyboard.press('Delete');
    await expect(
      app.page.getByText(/^Delete "Second": not done\. This would change line \d+ of the code/),
    ).toBeVisible();
    await expect(designer.state('Second')).toBeVisible();
    expect(await designer.code()).toBe(typed);

    // The graph is there after a kill, too, beside the text that cannot be read.
    await expect.poll(() => kept(userData)).toContain('\\"Comm');
    await app.kill();
    const again = await launch({ userData });
    const then = Designer.of(again);
    await again.page.getByRole('radio', { name: 'Split' }).click();
    await expect(then.states()).toHaveCount(3);
    expect(await then.code()).toBe(typed);
    await expect(again.page.getByRole('alert')).toContainText('The canvas shows the last text that could be read.');
    await again.kill();
  });
});

test('a half-typed expression stays over cards, tabs, a save and a kill, and counts as a problem', async ({
  folder,
}) => {
  const userData = join(folder, 'user-data');
  const path = join(folder, 'half.asl.json');
  const machine = { QueryLanguage: 'JSONata', ...chain('First', 'Second') };
  const half = '{% $states.input ~> $merge([ 1';
  await writeFile(path, printed(machine));
  const app = await launch({ userData });
  const { page } = app;
  const designer = Designer.of(app);
  await designer.open(app, path);
  await expect(status(page)).toContainText('No problems');

  const output = async (of: Designer) => {
    await of.select('First');
    await of.showTab('Output');
    return of.page.getByRole('textbox', { name: 'Output', exact: true });
  };
  await (await output(designer)).fill(half);
  await expect(page.locator('.inspector .field__problem')).toContainText('The expression must end with %}.');
  await expect(designer.state('First').getByLabel('1 problems')).toBeVisible();
  await expect(status(page)).not.toContainText('No problems');

  await designer.select('Second');
  await expect(await output(designer)).toHaveValue(half);
  await designer.newWorkflow();
  await designer.unsavedTab('half.asl.json').click();
  await expect(await output(designer)).toHaveValue(half);

  await page.keyboard.press('Control+S');
  await expect(page.getByText('Not in the file, because it is not valid yet: Output of "First".')).toBeVisible();
  expect(await readFile(path, 'utf8')).toBe(printed(machine));
  await expect(designer.unsavedTab('half.asl.json')).toBeVisible();

  await expect.poll(() => kept(userData)).toContain('$merge([ 1');
  await app.kill();
  const again = await launch({ userData });
  const then = Designer.of(again);
  await expect(then.unsavedTab('half.asl.json')).toBeVisible();
  const field = await output(then);
  await expect(field).toHaveValue(half);
  await again.page.getByTitle('Problems', { exact: true }).click();
  await expect(again.page.getByRole('region', { name: 'Problems' })).toContainText(
    'What is typed in Output of "First" is not in the definition',
  );

  // It is an entry of the history like others, and a value once it is whole.
  await field.fill(`${half}]) %}`);
  await expect(again.page.getByRole('region', { name: 'Problems' })).not.toContainText('is not in the definition');
  await again.page.keyboard.press('Control+S');
  await expect(then.unsavedTab('half.asl.json')).toBeHidden();
  expect(await readFile(path, 'utf8')).toContain(`"Output": "${half}]) %}"`);
  await again.kill();
});

test('a file that could not be read is saved while it is repaired, which is said; emptied, it is asked for', async ({
  app,
  folder,
}) => {
  const { page } = app;
  const path = join(folder, 'torn.asl.json');
  await writeFile(path, '{ "StartAt": "A", "States": { ');
  const designer = Designer.of(app);
  await designer.open(app, path);
  await expect(status(page)).toContainText('the text cannot be read');
  await expect(status(page)).not.toContainText('No problems');
  await code(page).click();
  await page.keyboard.press('Control+End');
  await page.keyboard.type('}');
  await page.keyboard.press('Control+S');
  await expect(page.getByText(/^Saved torn\.asl\.json\. It cannot be read yet\. Line 1: /)).toBeVisible();
  expect(await readFile(path, 'utf8')).toBe('{ "StartAt": "A", "States": { }');

  await page.keyboard.press('Control+A');
  await page.keyboard.press('Delete');
  await page.keyboard.press('Control+S');
  const question = page.getByRole('dialog', { name: 'Save "torn.asl.json" without any text?' });
  await question.getByRole('button', { name: 'Cancel' }).click();
  expect(await readFile(path, 'utf8')).toBe('{ "StartAt": "A", "States": { }');
});

/** What the recovery store holds, as one text. */
async function kept(userData: string): Promise<string> {
  const folder = join(userData, 'recovery');
  const names = await readdir(folder).catch(() => []);
  return (await Promise.all(names.map((name) => readFile(join(folder, name), 'utf8')))).join('\n');
}
