import { readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { answerDialogs, dialogsShown, expect, launch, test } from '../harness/app';
import { Designer } from '../pages/designer';
import { chain, yamlText } from '../fixtures/machines';

const printed = (value: unknown) => `${JSON.stringify(value, null, 2)}\n`;

test('a new workflow is saved by a dialog once, and without one from then on', async ({ app, folder }) => {
  const designer = Designer.of(app);
  const path = join(folder, 'orders.asl.json');
  await designer.newWorkflow();
  await designer.addFirst('state.Pass');
  await expect(designer.unsavedTab('Untitled 1.asl.json')).toBeVisible();

  await answerDialogs(app.electron, { save: path });
  await app.page.keyboard.press('Control+S');
  await expect(designer.tab('orders.asl.json')).toBeVisible();
  await expect(designer.unsavedTab('orders.asl.json')).toBeHidden();
  const first: unknown = JSON.parse(await readFile(path, 'utf8'));
  expect(first).toMatchObject({ StartAt: 'Pass', States: { Pass: { Type: 'Pass', End: true } } });

  await designer.rename('Pass', 'Renamed');
  await expect(designer.unsavedTab('orders.asl.json')).toBeVisible();
  await app.page.keyboard.press('Control+S');
  await expect(designer.unsavedTab('orders.asl.json')).toBeHidden();
  expect(JSON.parse(await readFile(path, 'utf8'))).toMatchObject({ StartAt: 'Renamed' });
  expect(await dialogsShown(app.electron)).toEqual({ save: 1, open: 0 });
  // The bytes are those of Copy ASL.
  expect(JSON.parse(await readFile(path, 'utf8'))).toEqual(await designer.definition());
});

test('a file opened by the dialog is in the recent list at the next start, and opens from there', async ({
  folder,
}) => {
  const userData = join(folder, 'user-data');
  const path = join(folder, 'seen.asl.json');
  await writeFile(path, printed(chain('First', 'Second')));

  const app = await launch({ userData });
  await answerDialogs(app.electron, { open: [path] });
  await app.page.keyboard.press('Control+O');
  await expect(Designer.of(app).state('Second')).toBeVisible();
  await app.page.keyboard.press('Control+O');
  await expect(Designer.of(app).tabs()).toHaveText([/example|\.asl\.json/, 'seen.asl.json']);
  await app.electron.close();

  const again = await launch({ userData });
  const designer = Designer.of(again);
  await expect(again.page.getByRole('heading', { name: 'Stepwright' })).toBeVisible();
  await again.page
    .getByRole('region', { name: 'Recent' })
    .getByRole('button', { name: /^seen\.asl\.json/ })
    .click();
  await expect(designer.state('Second')).toBeVisible();

  // A file that is gone says so, and leaves the list.
  await again.page.keyboard.press('Control+W');
  await rm(path);
  await again.page.getByRole('button', { name: /^seen\.asl\.json/ }).click();
  await expect(again.page.getByRole('status')).toContainText('seen.asl.json');
  await again.page
    .getByRole('navigation', { name: 'Open documents' })
    .getByRole('button', { name: 'New workflow' })
    .click();
  await designer.home();
  await expect(again.page.getByRole('button', { name: /^seen\.asl\.json/ })).toBeHidden();
  await again.kill();
});

test.describe('a file that another program changes', () => {
  test('is reloaded when the person wants it', async ({ app, folder }) => {
    const designer = Designer.of(app);
    const path = join(folder, 'shared.asl.json');
    await writeFile(path, printed(chain('Old')));
    await designer.open(app, path);
    await expect(designer.state('Old')).toBeVisible();

    await writeFile(path, printed(chain('Old', 'Theirs')));
    await expect(app.page.getByText('shared.asl.json was changed by another program.')).toBeVisible();
    await expect(designer.state('Theirs')).toBeHidden();
    await app.page.getByRole('button', { name: 'Reload' }).click();

    await expect(designer.state('Theirs')).toBeVisible();
    await expect(app.page.getByText('was changed by another program')).toBeHidden();
    await expect(designer.unsavedTab('shared.asl.json')).toBeHidden();
  });

  test('is overwritten when the person keeps theirs', async ({ app, folder }) => {
    const designer = Designer.of(app);
    const path = join(folder, 'shared.asl.json');
    await writeFile(path, printed(chain('Old')));
    await designer.open(app, path);
    await designer.rename('Old', 'Mine');

    await writeFile(path, printed(chain('Theirs')));
    await app.page.getByRole('button', { name: 'Keep mine' }).click();
    await expect(app.page.getByText('was changed by another program')).toBeHidden();
    await expect(designer.unsavedTab('shared.asl.json')).toBeVisible();
    await app.page.keyboard.press('Control+S');
    await expect(designer.unsavedTab('shared.asl.json')).toBeHidden();

    expect(JSON.parse(await readFile(path, 'utf8'))).toEqual(chain('Mine'));
  });

  test('is not lost when it is deleted', async ({ app, folder }) => {
    const designer = Designer.of(app);
    const path = join(folder, 'shared.asl.json');
    await writeFile(path, printed(chain('Only')));
    await designer.open(app, path);

    await rm(path);
    await expect(app.page.getByText('shared.asl.json was deleted by another program.')).toBeVisible();
    await app.page.getByRole('button', { name: 'Keep mine' }).click();
    await app.page.keyboard.press('Control+S');

    await expect(designer.unsavedTab('shared.asl.json')).toBeHidden();
    expect(JSON.parse(await readFile(path, 'utf8'))).toEqual(chain('Only'));
  });
});

test('closing a tab with unsaved work asks first', async ({ app, folder }) => {
  const designer = Designer.of(app);
  const path = join(folder, 'asked.asl.json');
  await writeFile(path, printed(chain('First')));
  await designer.open(app, path);
  await designer.rename('First', 'Changed');
  const dialog = app.page.getByRole('dialog', { name: 'Save "asked.asl.json" before it closes?' });
  // The name of the tab says whether it is saved; this button says whether it is there.
  const closeTab = app.page.getByRole('button', { name: 'Close asked.asl.json' });
  const answer = async (name: string) => {
    await closeTab.click();
    await dialog.getByRole('button', { name, exact: true }).click();
    await expect(dialog).toBeHidden();
  };

  await answer('Cancel');
  await expect(designer.state('Changed')).toBeVisible();

  await answer("Don't save");
  await expect(closeTab).toBeHidden();
  expect(JSON.parse(await readFile(path, 'utf8'))).toEqual(chain('First'));

  await designer.open(app, path);
  await designer.rename('First', 'Kept');
  await answer('Save');
  await expect(closeTab).toBeHidden();
  expect(JSON.parse(await readFile(path, 'utf8'))).toEqual(chain('Kept'));
});

test('closing the window with unsaved work asks, and takes the app along when it is let', async ({ app }) => {
  const designer = Designer.of(app);
  await designer.newWorkflow();
  await designer.addFirst('state.Pass');
  const dialog = app.page.getByRole('dialog', { name: /^Save "Untitled 1/ });
  const closeWindow = () => app.electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close());

  await closeWindow();
  await dialog.getByRole('button', { name: 'Cancel' }).click();
  await expect(designer.state('Pass')).toBeVisible();

  const ended = new Promise((resolve) => app.electron.process().once('exit', resolve));
  await closeWindow();
  await dialog
    .getByRole('button', { name: "Don't save" })
    .click()
    .catch(() => undefined);
  await ended;
});

test('the place of a card survives saving, closing and opening', async ({ app, folder }) => {
  const designer = Designer.of(app);
  const path = join(folder, 'placed.asl.json');
  await writeFile(path, printed(chain('First', 'Second')));
  await designer.open(app, path);
  const before = await designer.placeOf('Second', 'First');

  await designer.dragState('Second', { x: 160, y: 24 });
  // The act is written when the card is let go.
  await expect(designer.unsavedTab('placed.asl.json')).toBeVisible();
  await designer.fit();
  const moved = await designer.placeOf('Second', 'First');
  expect(moved.x).toBeGreaterThan(before.x + 100);
  await app.page.keyboard.press('Control+S');
  await expect(designer.unsavedTab('placed.asl.json')).toBeHidden();
  // The definition is untouched; the place is in the file beside it.
  expect(await readFile(path, 'utf8')).toBe(printed(chain('First', 'Second')));
  expect(await readFile(join(folder, 'placed.stepwright.json'), 'utf8')).toContain('"/States/Second"');

  await app.page.keyboard.press('Control+W');
  await expect(designer.tab('placed.asl.json')).toBeHidden();
  await designer.open(app, path);
  expect(await designer.placeOf('Second', 'First')).toEqual(moved);
});

test('a YAML file keeps its comments, and an edit touches its own lines alone', async ({ app, folder }) => {
  const designer = Designer.of(app);
  const path = join(folder, 'nightly.asl.yaml');
  await writeFile(path, yamlText);
  await designer.open(app, path);
  await expect(designer.state('Store')).toBeVisible();

  await designer.rename('Store', 'Keep');
  await app.page.keyboard.press('Control+S');
  await expect(designer.unsavedTab('nightly.asl.yaml')).toBeHidden();
  expect(await readFile(path, 'utf8')).toBe(
    yamlText.replace('Next: Store', 'Next: Keep').replace('  Store:', '  Keep:'),
  );

  const exported = join(folder, 'copy.asl.json');
  await answerDialogs(app.electron, { save: exported });
  await app.page.keyboard.press('Control+E');
  await app.page.getByRole('dialog', { name: 'Export' }).getByRole('button', { name: 'ASL as JSON' }).click();
  await expect(app.page.getByText('Exported copy.asl.json')).toBeVisible();
  expect(JSON.parse(await readFile(exported, 'utf8'))).toMatchObject({
    StartAt: 'Fetch',
    States: { Keep: { Type: 'Succeed' } },
  });
  await expect(designer.tab('nightly.asl.yaml')).toBeVisible();
});

test('Save As replaces what a person did not name only when they agree', async ({ app, folder }) => {
  const designer = Designer.of(app);
  const source = join(folder, 'source.asl.json');
  const notes = '{"version":1,"notes":{"/States/First":"theirs"}}';
  await writeFile(source, printed(chain('First')));
  await writeFile(join(folder, 'orders.stepwright.json'), notes);
  await writeFile(join(folder, 'plain.asl.json'), 'theirs');
  await designer.open(app, source);

  // The sidecar of a workflow with another ending; a file that is meant only once the ending is added.
  for (const [name, mine, theirs, before] of [
    ['orders.asl.yaml', 'orders.asl.yaml', 'orders.stepwright.json', notes],
    ['plain', 'plain.asl.json', 'plain.asl.json', 'theirs'],
  ] as const) {
    await answerDialogs(app.electron, { save: join(folder, name), replace: false });
    await app.page.keyboard.press('Control+Shift+S');
    await expect.poll(async () => (await dialogsShown(app.electron)).save).toBeGreaterThan(0);
    expect(await readFile(join(folder, theirs), 'utf8')).toBe(before);
    await expect(designer.tab(mine)).toBeHidden();
  }
  await answerDialogs(app.electron, { save: join(folder, 'plain'), replace: true });
  await app.page.keyboard.press('Control+Shift+S');
  await expect(designer.tab('plain.asl.json')).toBeVisible();
  expect(await readFile(join(folder, 'plain.asl.json'), 'utf8')).toBe(await readFile(source, 'utf8'));
});

test('a JSON workflow is exported as YAML, which opens as the same graph', async ({ app, folder }) => {
  const designer = Designer.of(app);
  const source = join(folder, 'source.asl.json');
  const path = join(folder, 'source.asl.yaml');
  await writeFile(source, printed(chain('First', 'Second')));
  await designer.open(app, source);
  const picture = await designer.picture();

  await answerDialogs(app.electron, { save: path, open: [path] });
  await app.page.keyboard.press('Control+E');
  await app.page.getByRole('dialog', { name: 'Export' }).getByRole('button', { name: 'ASL as YAML' }).click();
  await expect(app.page.getByText('Exported source.asl.yaml')).toBeVisible();
  expect(await readFile(path, 'utf8')).toMatch(
    /^StartAt: First\nStates:\n {2}First:\n {4}Type: Pass\n {4}Next: Second\n/,
  );

  await app.page.keyboard.press('Control+O');
  await expect(designer.tab('source.asl.yaml')).toBeVisible();
  expect(await designer.picture()).toEqual(picture);
});

test('a file dropped on the window opens', async ({ app, folder }) => {
  const designer = Designer.of(app);
  const path = join(folder, 'dropped.asl.json');
  await writeFile(path, printed(chain('Dropped')));

  await designer.dropFile(path);
  await expect(designer.tab('dropped.asl.json')).toBeVisible();
  await expect(designer.state('Dropped')).toBeVisible();

  // It is the file itself: a save goes where it came from.
  await designer.rename('Dropped', 'Saved');
  await app.page.keyboard.press('Control+S');
  await expect(designer.unsavedTab('dropped.asl.json')).toBeHidden();
  expect(JSON.parse(await readFile(path, 'utf8'))).toEqual(chain('Saved'));
});

test('a sidecar that is no text keeps nobody from the workflow, is told of, and is put aside when there is one to save', async ({
  app,
  folder,
}) => {
  const designer = Designer.of(app);
  const path = join(folder, 'beside.asl.json');
  await writeFile(path, printed(chain('First', 'Second')));
  await writeFile(join(folder, 'beside.stepwright.json'), Uint8Array.of(0xff, 0xfe, 0x00));
  await designer.open(app, path);
  await expect(app.page.getByText('"beside.stepwright.json" cannot be opened: it is not UTF-8 text.')).toBeVisible();

  await designer.dragState('Second', { x: 160, y: 24 });
  await expect(designer.unsavedTab('beside.asl.json')).toBeVisible();
  await app.page.keyboard.press('Control+S');
  await expect(app.page.getByText('is kept as beside.unreadable.stepwright')).toBeVisible();
  expect(await readFile(join(folder, 'beside.unreadable.stepwright'))).toEqual(Buffer.from([0xff, 0xfe, 0x00]));
  expect(await readFile(join(folder, 'beside.stepwright.json'), 'utf8')).toContain('"/States/Second"');
});

test('what is moved after the repair of a broken text is saved in the sidecar', async ({ app, folder }) => {
  const designer = Designer.of(app);
  const path = join(folder, 'repaired.asl.json');
  const text = printed(chain('First', 'Second'));
  await writeFile(path, text.slice(0, -2));
  const notes = { '/States/First': 'theirs' };
  await writeFile(join(folder, 'repaired.stepwright.json'), printed({ version: 1, notes }));
  await designer.open(app, path);
  await app.page.locator('.cm-content').click();
  await app.page.keyboard.press('Control+End');
  await app.page.keyboard.type('}');
  await designer.command('Canvas');
  await designer.dragState('Second', { x: 160, y: 24 });
  await app.page.keyboard.press('Control+S');
  await expect(designer.unsavedTab('repaired.asl.json')).toBeHidden();
  expect(JSON.parse(await readFile(join(folder, 'repaired.stepwright.json'), 'utf8'))).toMatchObject({
    notes,
    positions: { '/States/Second': {} },
  });
});

test('a kill right after a save is not taken for another program', async ({ folder }) => {
  const userData = join(folder, 'user-data');
  const path = join(folder, 'killed.asl.json');
  await writeFile(path, printed(chain('First')));
  const app = await launch({ userData, args: [path] });
  const designer = Designer.of(app);
  await expect(designer.state('First')).toBeVisible();
  await designer.rename('First', 'Renamed');
  // It is in the recovery store, with the text that was on disk then.
  await expect.poll(() => readdir(join(userData, 'recovery')).catch(() => [])).not.toEqual([]);
  const entries = await Promise.all(
    (await readdir(join(userData, 'recovery'))).map(async (name) => {
      const entry = join(userData, 'recovery', name);
      return [entry, await readFile(entry)] as const;
    }),
  );
  await app.page.keyboard.press('Control+S');
  await expect.poll(() => readFile(path, 'utf8')).toContain('Renamed');
  await app.kill();
  // As the store was at the moment of the write, however slow this test was.
  for (const [entry, bytes] of entries) await writeFile(entry, bytes);

  const again = await launch({ userData, args: [path] });
  const then = Designer.of(again);
  await expect(then.state('Renamed')).toBeVisible();
  await then.rename('Renamed', 'Renamed again');
  await again.page.keyboard.press('Control+S');
  await expect(then.unsavedTab('killed.asl.json')).toBeHidden();
  await expect(again.page.getByText(/changed by another program/)).toBeHidden();
  expect(await readFile(path, 'utf8')).toContain('Renamed again');
  await again.kill();
});

test('a long file is read beside the page, can be cancelled, and is edited as any other', async ({ app, folder }) => {
  const path = join(folder, 'long.asl.yaml');
  const lines = Array.from({ length: 3000 }, (_, index) => [
    `  Step ${index}: # note ${index}`,
    '    Type: Pass',
    `    Result: { table: "orders", rows: [${Array.from({ length: 150 }, (_, row) => row).join(', ')}] }`,
    index < 2999 ? `    Next: Step ${index + 1}` : '    End: true',
  ]);
  const text = ['StartAt: Step 0', 'States:', ...lines.flat(), ''].join('\n');
  await writeFile(path, text);
  const designer = Designer.of(app);
  const opening = app.page.getByText(/^Opening long\.asl\.yaml/);

  await answerDialogs(app.electron, { open: [path] });
  await app.page.keyboard.press('Control+O');
  await opening.waitFor();
  // The window answers meanwhile.
  await designer.newWorkflow();
  await expect(opening).toBeVisible();
  await app.page.getByRole('button', { name: 'Cancel' }).click();
  await expect(opening).toBeHidden();
  await expect(designer.tab('long.asl.yaml')).toBeHidden();

  await app.page.keyboard.press('Control+O');
  await expect(designer.tab('long.asl.yaml')).toBeVisible({ timeout: 60_000 });
  await expect(opening).toBeHidden();
  await expect(app.page.getByRole('contentinfo')).toContainText('3000 states');
  await designer.find('Step 1');
  await app.page.keyboard.press('F2');
  await app.page.locator('.canvas-rename').fill('Renamed');
  await app.page.keyboard.press('Enter');
  await expect(designer.state('Renamed')).toBeVisible();
  await app.page.keyboard.press('Control+S');
  await expect(designer.unsavedTab('long.asl.yaml')).toBeHidden();
  const [before, after] = [text.split('\n'), (await readFile(path, 'utf8')).split('\n')];
  expect(after.filter((line, index) => line !== before[index])).toEqual(['    Next: Renamed', '  Renamed: # note 1']);
});
