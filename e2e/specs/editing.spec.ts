import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test, type App } from '../harness/app';
import { Designer } from '../pages/designer';
import { chain, longChain, withMap } from '../fixtures/machines';

/** Opens a text as a file of the test's folder. */
async function opened(
  app: App,
  folder: string,
  content: string | object,
  name = 'machine.asl.json',
): Promise<Designer> {
  const path = join(folder, name);
  await writeFile(path, typeof content === 'string' ? content : JSON.stringify(content, null, 2));
  const designer = Designer.of(app);
  await designer.open(app, path);
  return designer;
}

test.describe('text that cannot be read', () => {
  test('opens in the code view with the place of the fault, and becomes a workflow when it is repaired', async ({
    app,
    folder,
  }) => {
    const text = '{\n  "StartAt": "A",\n  "States": {\n    "A": { "Type": "Pass" "End": true }\n  }\n}\n';
    const designer = await opened(app, folder, text);
    const problem = app.page.getByRole('alert');

    await expect(problem).toContainText('Line 4, column 27');
    await expect(designer.canvas()).toBeHidden();
    expect(await designer.code()).toBe(text);

    await designer.replaceCode(text.replace('"Pass" ', '"Pass", '));
    await expect(problem).toBeHidden();
    await app.page.getByRole('radio', { name: 'Canvas' }).click();
    await expect(designer.state('A')).toBeVisible();
    await app.page.keyboard.press('Control+S');
    await expect(designer.unsavedTab('machine.asl.json')).toBeHidden();
    expect(await readFile(join(folder, 'machine.asl.json'), 'utf8')).toBe(text.replace('"Pass" ', '"Pass", '));
  });

  test('says so when it is JSON, but no state machine', async ({ app, folder }) => {
    await opened(app, folder, '[1, 2, 3]', 'list.json');

    await expect(app.page.getByRole('alert')).toContainText('Line 1, column 1');
    await expect(app.page.getByRole('alert')).toContainText(/object/);
  });

  test('keeps the last good graph on the canvas while it is broken', async ({ app, folder }) => {
    const designer = await opened(app, folder, chain('First', 'Second'));
    await app.page.getByRole('radio', { name: 'Split' }).click();
    const good = await designer.code();

    await designer.replaceCode(good.replace('"StartAt": "First",', '"StartAt": "First"'));
    await expect(app.page.getByRole('alert')).toContainText('The canvas shows the last text that could be read.');
    await expect(designer.states()).toHaveCount(2);

    await designer.replaceCode(good.replaceAll('Second', 'Last'));
    await expect(app.page.getByRole('alert')).toBeHidden();
    await expect(designer.state('Last')).toBeVisible();
  });
});

test.describe('the code view', () => {
  for (const view of ['Split', 'Code']) {
    test(`does not take back what opening the file put in (${view})`, async ({ app, folder }) => {
      const designer = await opened(app, folder, chain('First', 'Second'));
      const path = join(folder, 'machine.asl.json');
      const onDisk = await readFile(path, 'utf8');
      await app.page.getByRole('radio', { name: view }).click();
      await app.page.getByRole('textbox', { name: 'Definition' }).click();

      await app.page.keyboard.press('Control+Z');
      await app.page.keyboard.press('Control+Z');
      expect(await designer.code()).toBe(onDisk);
      await app.page.keyboard.press('Control+S');
      expect(await readFile(path, 'utf8')).toBe(onDisk);
    });
  }

  test('asks before an emptied or broken text takes the place of a whole file', async ({ app, folder }) => {
    const designer = await opened(app, folder, chain('First', 'Second'));
    const path = join(folder, 'machine.asl.json');
    const onDisk = await readFile(path, 'utf8');
    await app.page.getByRole('radio', { name: 'Code' }).click();
    await app.page.getByRole('textbox', { name: 'Definition' }).click();
    await app.page.keyboard.press('Control+A');
    await app.page.keyboard.press('Delete');

    await app.page.keyboard.press('Control+S');
    const question = app.page.getByRole('dialog', { name: 'Save "machine.asl.json" without any text?' });
    await question.getByRole('button', { name: 'Cancel' }).click();
    expect(await readFile(path, 'utf8')).toBe(onDisk);

    await designer.replaceCode('{ "StartAt": "First", ');
    await app.page.keyboard.press('Control+S');
    await app.page
      .getByRole('dialog', { name: 'Save "machine.asl.json" although it cannot be read?' })
      .getByRole('button', { name: 'Save anyway' })
      .click();
    await expect(designer.unsavedTab('machine.asl.json')).toBeHidden();
    expect(await readFile(path, 'utf8')).toBe('{ "StartAt": "First", ');
  });
});

test.describe('states', () => {
  test('leave no gap when they are deleted, and come back by undo', async ({ app, folder }) => {
    const designer = await opened(app, folder, chain('First', 'Second', 'Third'));

    await designer.select('Second');
    await app.page.keyboard.press('Delete');

    await expect(designer.state('Second')).toBeHidden();
    expect(await designer.definition()).toEqual(chain('First', 'Third'));
    await app.page.keyboard.press('Control+Z');
    expect(await designer.definition()).toEqual(chain('First', 'Second', 'Third'));
  });

  test('are duplicated beside the original', async ({ app, folder }) => {
    const designer = await opened(app, folder, {
      StartAt: 'Only',
      States: { Only: { Type: 'Wait', Seconds: 7, End: true } },
    });

    await designer.select('Only');
    await app.page.keyboard.press('Control+D');

    await expect(designer.states()).toHaveCount(2);
    const { States } = (await designer.definition()) as { States: Record<string, object> };
    expect(Object.values(States)).toEqual([
      expect.objectContaining({ Seconds: 7 }),
      expect.objectContaining({ Type: 'Wait', Seconds: 7 }),
    ]);
  });

  test('are copied from one tab and pasted into another', async ({ app, folder }) => {
    const designer = await opened(app, folder, {
      StartAt: 'Pause',
      States: { Pause: { Type: 'Wait', Seconds: 9, Next: 'Go' }, Go: { Type: 'Pass', End: true } },
    });
    await designer.select('Pause');
    await app.page.keyboard.press('Control+C');

    await opened(app, folder, chain('There'), 'other.asl.json');
    await expect(designer.states()).toHaveCount(1);
    await designer.canvas().focus();
    await app.page.keyboard.press('Control+V');

    await expect(designer.state('Pause')).toBeVisible();
    expect(await designer.definition()).toMatchObject({
      States: { There: { Type: 'Pass' }, Pause: { Type: 'Wait', Seconds: 9 } },
    });
  });

  for (const container of ['Parallel', 'Map'] as const) {
    test(`are wrapped in a ${container}, in their place of the line`, async ({ app, folder }) => {
      const designer = await opened(app, folder, chain('First', 'Second', 'Third'));

      await designer.select('Second');
      await designer.command(`Wrap in ${container}`);

      await expect(designer.state(container)).toBeVisible();
      const inner = { StartAt: 'Second', States: { Second: { Type: 'Pass', End: true } } };
      expect(await designer.definition()).toMatchObject({
        States: {
          First: { Next: container },
          [container]: {
            Type: container,
            Next: 'Third',
            ...(container === 'Map' ? { ItemProcessor: inner } : { Branches: [inner] }),
          },
        },
      });
    });
  }

  test('are added by keyboard alone', async ({ app }) => {
    const { page } = app;
    const designer = Designer.of(app);
    await designer.newWorkflow();
    await designer.canvas().focus();

    for (const [typed, name] of [
      ['lambda invoke', 'Lambda Invoke'],
      ['wait', 'Wait'],
      ['sns publish', 'SNS Publish'],
    ] as const) {
      await page.keyboard.press('Tab');
      await expect(page.getByPlaceholder('Add a state or action…')).toBeFocused();
      await page.keyboard.type(typed);
      await page.keyboard.press('Enter');
      await expect(designer.state(name)).toBeVisible();
      await expect(page.getByPlaceholder('Add a state or action…')).toBeHidden();
      await expect(designer.canvas()).toBeFocused();
    }
    await page.keyboard.press('F2');
    await page.keyboard.type('Tell them');
    await page.keyboard.press('Enter');
    await expect(designer.state('Tell them')).toBeVisible();
    // Back up the line by arrow, and delete what is there.
    await designer.canvas().focus();
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('Delete');

    await expect(designer.state('Wait')).toBeHidden();
    expect(await designer.definition()).toMatchObject({
      StartAt: 'Lambda Invoke',
      States: { 'Lambda Invoke': { Next: 'Tell them' }, 'Tell them': { End: true } },
    });
  });
});

test.describe('connections', () => {
  test('into a Map are refused while the wire is drawn, with the reason', async ({ app, folder }) => {
    const designer = await opened(app, folder, withMap);

    const wire = await designer.startWire('Before');
    await wire.over('Inner');
    await expect(app.page.getByText('A transition cannot leave or enter a Map or Parallel.')).toBeVisible();
    await wire.drop();

    await expect(app.page.getByText('A transition cannot leave or enter')).toBeHidden();
    expect(await designer.definition()).toEqual(withMap);
  });

  test('reach states that are called as the marks are', async ({ app, folder }) => {
    const designer = await opened(app, folder, {
      StartAt: 'StartAt',
      States: { StartAt: { Type: 'Pass', End: true }, End: { Type: 'Pass', End: true } },
    });
    await designer.connect('StartAt', 'End');
    expect(await designer.definition()).toEqual({
      StartAt: 'StartAt',
      States: { StartAt: { Type: 'Pass', Next: 'End' }, End: { Type: 'Pass', End: true } },
    });
  });

  test('dropped on empty canvas add a connected state', async ({ app, folder }) => {
    const designer = await opened(app, folder, chain('First', 'Second'));

    const wire = await designer.startWire('Second');
    await wire.toEmptyCanvas();
    await wire.drop();
    await app.page.getByPlaceholder('Add a state…').fill('succeed');
    await app.page.keyboard.press('Enter');

    await expect(designer.state('Succeed')).toBeVisible();
    expect(await designer.definition()).toMatchObject({
      States: { Second: { Next: 'Succeed' }, Succeed: { Type: 'Succeed' } },
    });
  });
});

test.describe('containers', () => {
  test('collapse to a card and expand again', async ({ app, folder }) => {
    const designer = await opened(app, folder, withMap);
    await expect(designer.state('Inner')).toBeVisible();

    await app.page.getByRole('button', { name: 'Collapse Each' }).click();
    await expect(designer.state('Inner')).toBeHidden();
    await expect(designer.states()).toHaveCount(3);

    await app.page.getByRole('button', { name: 'Expand Each' }).click();
    await expect(designer.state('Inner')).toBeVisible();
    // How it is shown is no change of the workflow.
    await expect(designer.unsavedTab('machine.asl.json')).toBeHidden();
  });

  test('fill the canvas by a double-click, and the breadcrumb leads back', async ({ app, folder }) => {
    const designer = await opened(app, folder, withMap);
    const level = app.page.getByRole('navigation', { name: 'Level' });
    await designer.fit();

    await designer.state('Each').locator('.canvas-state__action').first().dblclick();
    await expect(designer.states()).toHaveCount(2);
    await expect(level.getByRole('button', { name: 'Each' })).toBeDisabled();
    await designer.select('Inner end');
    await designer.addByKeyboard('state.Pass', 'flow');
    await expect(designer.states()).toHaveCount(3);

    await level.getByRole('button', { name: 'machine.asl.json' }).click();
    await expect(designer.state('Before')).toBeVisible();
    await expect(level).toBeHidden();
    expect(await designer.definition()).toMatchObject({
      States: { Each: { ItemProcessor: { States: { 'Inner end': { Next: 'Pass' }, Pass: { End: true } } } } },
    });
  });
});

test('a list leads to its state, whatever part of the workflow is on screen', async ({ app, folder }) => {
  const nested = (name: string) => ({ StartAt: name, States: { [name]: { Type: 'Pass', Nonsense: 1, End: true } } });
  const branches = Array.from({ length: 11 }, (_, index) => nested(`Step ${index}`));
  const designer = await opened(app, folder, {
    StartAt: 'Fan',
    States: {
      Fan: { Type: 'Parallel', Branches: branches, Next: 'Last' },
      Last: { Type: 'Pass', Nonsense: 1, End: true },
    },
  });
  await app.page.getByRole('button', { name: 'Problems' }).first().click();
  const problems = app.page.getByRole('region', { name: 'Problems' });
  // A branch fills the canvas; from there into others, one of whose number begins like its own, and out.
  await designer.state('Fan').locator('.canvas-state__action').first().dblclick();
  await expect(designer.states()).toHaveCount(1);
  for (const name of ['Step 1', 'Step 10', 'Last']) {
    await problems.getByRole('button', { name: new RegExp(`${name} · line`) }).click();
    await expect(designer.state(name)).toBeInViewport();
    await expect(app.page.getByRole('textbox', { name: 'Name' })).toHaveValue(name);
  }
});

test.describe('settings', () => {
  test('change the query language of the machine, one step of undo', async ({ app, folder }) => {
    const designer = await opened(app, folder, chain('Only'));
    const language = app.page.getByRole('radiogroup', { name: 'Query language' });

    await language.getByRole('radio', { name: 'JSONata' }).click();
    expect(await designer.definition()).toEqual({ ...chain('Only'), QueryLanguage: 'JSONata' });
    await expect(app.page.getByRole('contentinfo')).toContainText('JSONata');

    await language.getByRole('radio', { name: 'JSONPath' }).click();
    expect(await designer.definition()).toEqual(chain('Only'));
    await designer.undoAll();
    expect(await designer.definition()).toEqual(chain('Only'));
  });

  test('say how long a Wait waits, in each of its forms', async ({ app, folder }) => {
    const designer = await opened(app, folder, {
      StartAt: 'Pause',
      States: { Pause: { Type: 'Wait', Seconds: 5, End: true } },
    });
    const pause = async () => ((await designer.definition()) as { States: { Pause: object } }).States.Pause;
    await designer.select('Pause');
    const form = app.page.getByLabel('Wait', { exact: true });

    await app.page.getByRole('textbox', { name: 'Seconds', exact: true }).fill('120');
    expect(await pause()).toEqual({ Type: 'Wait', Seconds: 120, End: true });
    await form.selectOption('Until a fixed moment');
    await app.page.getByRole('textbox', { name: 'Timestamp', exact: true }).fill('2030-05-01T06:00:00Z');
    expect(await pause()).toEqual({ Type: 'Wait', Timestamp: '2030-05-01T06:00:00Z', End: true });
    await form.selectOption('Seconds from the input');
    await app.page.getByRole('textbox', { name: 'SecondsPath', exact: true }).fill('$.pause');
    expect(await pause()).toEqual({ Type: 'Wait', SecondsPath: '$.pause', End: true });
    await form.selectOption('Moment from the input');
    expect(await pause()).toEqual({ Type: 'Wait', TimestampPath: '$.until', End: true });
  });

  test('put a wait before a step', async ({ app, folder }) => {
    const designer = await opened(app, folder, chain('First', 'Second'));
    await designer.select('Second');

    await app.page.getByLabel('Wait before this step').fill('-1');
    await expect(app.page.getByText('Give whole seconds from 0 to 99999999.')).toBeVisible();
    await expect(app.page.getByRole('button', { name: 'Insert wait' })).toBeDisabled();
    await app.page.getByLabel('Wait before this step').fill('45');
    await app.page.getByRole('button', { name: 'Insert wait' }).click();

    const { States } = (await designer.definition()) as { States: Record<string, { Type: string }> };
    const [name = ''] = Object.keys(States).filter((each) => States[each]?.Type === 'Wait');
    expect(States).toEqual({
      First: { Type: 'Pass', Next: name },
      [name]: { Type: 'Wait', Seconds: 45, Next: 'Second' },
      Second: { Type: 'Pass', End: true },
    });
  });

  test('say what AWS refuses of an Express machine; its type is kept beside the definition', async ({
    app,
    folder,
  }) => {
    const designer = await opened(app, folder, {
      StartAt: 'Crunch',
      States: {
        Crunch: {
          Type: 'Task',
          Resource: 'arn:aws:states:::glue:startJobRun.sync',
          Parameters: { JobName: 'crunch' },
          End: true,
        },
      },
    });
    const status = app.page.getByRole('contentinfo');
    await expect(status).toContainText('No problems');
    await app.page.getByRole('radio', { name: 'Express' }).click();
    await expect(status).toContainText('1 0problems');
    await designer.select('Crunch');
    await expect(app.page.getByText("Express executions do not support '.sync'").first()).toBeVisible();
    await app.page.keyboard.press('Control+S');
    await expect(designer.unsavedTab('machine.asl.json')).toBeHidden();
    const beside = await readFile(join(folder, 'machine.stepwright.json'), 'utf8');
    expect(JSON.parse(beside)).toMatchObject({ type: 'EXPRESS' });
    await app.page.keyboard.press('Control+Z');
    await expect(status).toContainText('No problems');
  });

  test('say at the field what is wrong with a value', async ({ app }) => {
    const designer = Designer.of(app);
    await designer.newWorkflow();
    await designer.addFirst('lambda.invoke');
    await designer.setFirstRetrier('Lambda Invoke', { interval: 1, attempts: -1, backoff: 2 });

    const attempts = app.page.getByRole('group', { name: 'Retrier 1' }).getByLabel('Attempts');
    await expect(attempts).toHaveAttribute('aria-invalid', 'true');
    await expect(attempts).toHaveAccessibleDescription(/MaxAttempts/);

    await attempts.fill('4');
    await expect(attempts).toHaveAttribute('aria-invalid', 'false');
  });
});

test('10,000 states open, and the app answers while they are there', async ({ app, folder }) => {
  const began = performance.now();
  const designer = await opened(app, folder, longChain(10_000), 'long.asl.json');
  await expect(app.page.getByRole('contentinfo')).toContainText('10000 states');
  await expect(designer.states()).not.toHaveCount(0);
  const opening = performance.now() - began;

  // Only what is in view is in the page, also when one looks closer.
  await designer.find('Step 9876');
  await expect(designer.state('Step 9876')).toBeInViewport();
  expect(await designer.states().count()).toBeLessThan(500);
  const editing = performance.now();
  await app.page.keyboard.press('F2');
  await app.page.locator('.canvas-rename').fill('Renamed');
  await app.page.keyboard.press('Enter');
  await expect(designer.state('Renamed')).toBeVisible();
  const edited = performance.now() - editing;
  await app.page.keyboard.press('Control+Z');
  await expect(designer.state('Step 9876')).toBeVisible();

  expect(opening).toBeLessThan(30_000);
  expect(edited).toBeLessThan(10_000);
});

test('the menu of a card, of a line and of the canvas does what the commands do', async ({ app }) => {
  const { page } = app;
  const designer = Designer.of(app);
  const choose = (name: string) => page.getByRole('menuitem', { name: new RegExp(`^${name}`) }).click();
  await designer.fit();
  const before = (await designer.picture()).states.length;

  await designer.state('Drop columns').locator('.canvas-state__head').click({ button: 'right' });
  await expect(designer.state('Drop columns')).toHaveClass(/is-selected/);
  await choose('Duplicate');
  await expect.poll(async () => (await designer.picture()).states.length).toBe(before + 1);
  await page.keyboard.press('Control+Z');
  await expect.poll(async () => (await designer.picture()).states.length).toBe(before);

  const label = page.locator('[data-edge$="Drop columns#catch:0"]');
  await label.click({ button: 'right' });
  await choose('Delete');
  await expect(label).toHaveCount(0);

  await designer.canvas().click({ button: 'right', position: { x: 40, y: 300 } });
  await choose('Select all states');
  await page.keyboard.press('Delete');
  await expect.poll(async () => (await designer.picture()).states.length).toBe(0);
});

test('a state that is dropped under a Choice becomes the end of a rule, or its Default; the keyboard does the same', async ({
  app,
  folder,
}) => {
  const { page } = app;
  const machine = {
    QueryLanguage: 'JSONata',
    StartAt: 'Pick',
    States: { Pick: { Type: 'Choice', Choices: [] } },
  };
  const designer = await opened(app, folder, machine);
  await designer.fit();
  await designer.dragToPlace('glue.startJobRun', 'New rule');
  await designer.dragToPlace('sns.publish', 'Default');
  expect((await designer.picture()).lines).toEqual(
    expect.arrayContaining([
      expect.stringMatching(/from Pick to Glue Start job run/),
      expect.stringMatching(/from Pick to SNS Publish/),
    ]),
  );
  // It says so until the condition is written.
  await designer.command('Problems');
  await expect(page.getByText('This rule never holds: write its condition.').first()).toBeVisible();

  await designer.select('Pick');
  await designer.canvas().focus();
  await page.keyboard.press('Tab');
  await page.keyboard.type('wait');
  await page.keyboard.press('Enter');
  await expect(page.locator('.react-flow__edge[aria-label*="from Pick to Wait"]')).toBeAttached();
});
