import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { answerDialogs, expect, resize, test, type App } from '../harness/app';
import { expectPictures, stopClock } from '../harness/picture';
import { Designer } from '../pages/designer';
import { answerFileChooser } from '../pages/fileChooser';
import { Runner } from '../pages/runner';

/** A picture of what is on screen in both themes. */
const shoot = ({ page }: App, name: string) => expectPictures(page, name);

test.beforeEach(({ app }) => stopClock(app.page));

async function openExample(app: App, name: RegExp): Promise<{ designer: Designer; runner: Runner }> {
  await app.page.keyboard.press('Control+Shift+O');
  await app.page.getByRole('button', { name }).click();
  return { designer: Designer.of(app), runner: new Runner(app.page) };
}

const etlInput = { source: 's3://clicks', day: '2026-11-22', profileDelaySeconds: 30 };
const busy = 'Glue.ConcurrentRunsExceededException';

test('a Glue job that is busy twice backs off as its retrier says, and succeeds', async ({ app }) => {
  const { designer, runner } = await openExample(app, /^Ad click ETL/);
  await runner.input(etlInput);
  const answer = runner.answer('Flatten click JSON');
  const kind = answer.getByLabel('Flatten click JSON');
  await kind.selectOption('failFirst');
  await expect(answer.getByLabel('Error')).toHaveValue(busy);
  // What was given for a kind is there again when the kind is.
  await kind.selectOption('succeed');
  await answer.getByLabel('Result', { exact: true }).fill('{ "kept": true }');
  await kind.selectOption('failFirst');
  await kind.selectOption('succeed');
  await expect(answer.getByLabel('Result', { exact: true })).toHaveValue(/"kept": true/);
  await kind.selectOption('failFirst');
  await runner.run();
  await expect(runner.status()).toHaveText('Succeeded');

  await designer.select('Flatten click JSON');
  await designer.showTab('Run');
  const attempts = app.page.getByRole('group', { name: /^Attempt \d/ });
  await expect(attempts).toHaveCount(3);
  await expect(attempts.nth(0)).toContainText(busy);
  // IntervalSeconds 60 and BackoffRate 2.
  await expect(attempts.nth(1)).toContainText('after a back-off of 1 min');
  await expect(attempts.nth(2)).toContainText('after a back-off of 2 min');
  await expect(runner.mark('Flatten click JSON')).toContainText('Succeeded · attempt 3');
  await runner.tab('Timeline');
  await shoot(app, 'run-retries');
});

test('a caught error leads to its handler, and the run can be stepped back across it', async ({ app }) => {
  const { runner } = await openExample(app, /^Ad click ETL/);
  await runner.input(etlInput);
  await runner.answer('Drop columns').getByLabel('Drop columns').selectOption('fail');
  await runner.answer('Drop columns').getByLabel('Error').fill('Boom');
  await runner.run();
  await expect(runner.status()).toHaveText('Failed');
  await expect(runner.mark('Drop columns')).toContainText('Caught error');
  await expect(runner.mark('Tell data engineering')).toContainText('Succeeded');
  await shoot(app, 'run-caught');

  // Back before the handler, then before the state that failed; nothing runs again.
  const [, events] = await runner.position();
  await app.page.keyboard.press('Shift+F10');
  await app.page.keyboard.press('Shift+F10');
  await expect(runner.mark('Tell data engineering')).toContainText('Running');
  await app.page.keyboard.press('Shift+F10');
  await expect(runner.mark('Tell data engineering')).toHaveCount(0);
  await expect(runner.mark('Drop columns')).toContainText('Running');
  await app.page.keyboard.press('F10');
  await expect(runner.mark('Tell data engineering')).toContainText('Running');
  expect((await runner.position())[1]).toBe(events);
});

const mapped = {
  StartAt: 'Each',
  States: {
    Each: {
      Type: 'Map',
      ItemProcessor: {
        ProcessorConfig: { Mode: 'INLINE' },
        StartAt: 'Handle',
        States: {
          Handle: {
            Type: 'Task',
            Resource: 'arn:aws:states:::sqs:sendMessage',
            Parameters: { 'MessageBody.$': '$', QueueUrl: 'q' },
            End: true,
          },
        },
      },
      MaxConcurrency: 1,
      End: true,
    },
  },
};

test('a breakpoint stops in the third iteration of a Map', async ({ app, folder }) => {
  const path = join(folder, 'mapped.asl.json');
  await writeFile(path, JSON.stringify(mapped, null, 2));
  await answerDialogs(app.electron, { open: [path] });
  await app.page.keyboard.press('Control+O');
  const designer = Designer.of(app);
  const runner = new Runner(app.page);
  await designer.select('Handle');
  await designer.showTab('Run');
  await app.page.keyboard.press('F9');
  await expect(app.page.getByRole('img', { name: 'Breakpoint' })).toBeVisible();
  await app.page.getByLabel('Only at entry').fill('3');
  await runner.input([1, 2, 3, 4, 5]);
  await runner.run();
  const [at, of] = await runner.position();
  expect(at).toBeLessThan(of);
  await expect(runner.status()).toHaveText('Running');
  await designer.select('Handle');
  await expect(app.page.getByLabel('Visit').locator('option')).toHaveCount(3);
  await shoot(app, 'run-breakpoint');
  await app.page.keyboard.press('F8');
  await expect(runner.status()).toHaveText('Succeeded');
});

test('a changed answer and a changed input change the rest of the run; the run before stays', async ({ app }) => {
  const { designer, runner } = await openExample(app, /^Image processing/);
  await runner.input({ detail: { bucket: { name: 'b' }, object: { key: 'k' } } });
  await runner.answer('Read image metadata').getByLabel('Read image metadata').selectOption('succeed');
  await runner
    .answer('Read image metadata')
    .getByLabel('Result')
    .fill('{ "Payload": { "format": "gif", "bytes": 10 } }');
  await runner.run();
  await expect(runner.mark('Rejected')).toBeVisible();
  await expect(runner.mark('Process image')).toHaveCount(0);

  await designer.select('Read image metadata');
  await designer.showTab('Run');
  await app.page
    .getByRole('region', { name: 'Change the answer' })
    .getByLabel('Result')
    .fill('{ "Payload": { "format": "png", "bytes": 10 } }');
  await app.page.getByRole('button', { name: 'Succeed with it' }).click();
  await expect(runner.mark('Process image')).toBeVisible();
  await shoot(app, 'run-changed');

  await designer.select('Is it an image?');
  await app.page.getByText('Change the input or variables and go on').click();
  await app.page.locator('.run-change').getByLabel('Input').fill('{ "format": "tiff", "bytes": 1 }');
  await app.page.getByRole('button', { name: 'Go on with it' }).click();
  await expect(runner.mark('Process image')).toHaveCount(0);
  await expect(runner.panel().getByLabel('Run', { exact: true }).locator('option')).toHaveCount(3);

  await runner.tab('Compare');
  await expect(runner.panel()).toContainText(/They part at event \d+/);
  await shoot(app, 'run-compare');
});

test('a failed run is redriven from the state that failed, keeping what succeeded', async ({ app }) => {
  const { runner } = await openExample(app, /^Container batch/);
  await runner.input({});
  await runner.answer('Plan shards').getByLabel('Plan shards').selectOption('succeed');
  await runner.answer('Plan shards').getByLabel('Result').fill('{ "Payload": { "shards": [1, 2] } }');
  await runner.answer('Tell operations').getByLabel('Tell operations').selectOption('fail');
  await runner.answer('Collect results').getByLabel('Collect results').selectOption('fail');
  await runner.answer('Collect results').getByLabel('Error').fill('Broken');
  await runner.run();
  await expect(runner.status()).toHaveText('Failed');
  const [, events] = await runner.position();

  await runner.tab('Setup');
  await runner.answer('Tell operations').getByLabel('Tell operations').selectOption('stub');
  await runner
    .panel()
    .getByRole('button', { name: /^Redrive/ })
    .click();
  await expect.poll(async () => (await runner.position())[1]).toBeGreaterThan(events);
  await runner.tab('Events');
  await runner.panel().getByLabel('Filter events').fill('ExecutionRedriven');
  await expect(runner.panel().locator('.run-event')).toHaveCount(1);
  // The shards were not run again.
  await runner.panel().getByLabel('Filter events').fill('"name":"Run shard"');
  await expect(runner.panel()).toContainText(/^.*4 of \d+/s);
  await shoot(app, 'run-redriven');
});

test('a history from AWS opens over the workflow and can be stepped to its end', async ({ app, folder }) => {
  const { runner } = await openExample(app, /^Ad click ETL/);
  await runner.input(etlInput);
  await runner.run();
  const path = join(folder, 'history.json');
  await answerDialogs(app.electron, { save: path });
  await runner.panel().getByRole('button', { name: 'Export the history as JSON' }).click();
  await expect(app.page.getByText('Exported history.json')).toBeVisible();
  const { events } = JSON.parse(await readFile(path, 'utf8')) as { events: object[] };
  // As the AWS CLI gives a long history: in pages.
  const pages = join(folder, 'pages.json');
  await writeFile(pages, JSON.stringify([{ events: events.slice(0, 7), nextToken: 'x' }, { events: events.slice(7) }]));
  await runner.import(pages);
  await expect.poll(() => runner.position()).toEqual([events.length, events.length]);
  await runner.panel().getByRole('button', { name: 'To the start' }).click();
  for (let step = 0; step < events.length; step++) await app.page.keyboard.press('F11');
  await expect.poll(() => runner.position()).toEqual([events.length, events.length]);
  await expect(runner.status()).toHaveText('Succeeded');
  await runner.tab('Events');
  await shoot(app, 'run-imported');

  await writeFile(pages, JSON.stringify({ events: events.slice(1) }));
  await runner.import(pages);
  await expect(app.page.getByText(/Event 1 is missing/)).toBeVisible();
});

test('a saved test fails after the workflow is edited, and shows why', async ({ app }) => {
  const { designer, runner } = await openExample(app, /^Ad click ETL/);
  await runner.input(etlInput);
  await runner.run();
  await expect(runner.status()).toHaveText('Succeeded');
  await runner.tab('Tests');
  await runner.panel().getByLabel('Save the run on screen as a test').fill('Happy path');
  await runner.panel().getByRole('button', { name: 'Save test' }).click();
  await runner.panel().getByRole('button', { name: 'Run all tests' }).click();
  await expect(runner.panel().getByText('1 passed, 0 failed')).toBeVisible();
  await expect(runner.panel().getByRole('region', { name: 'Coverage' })).toContainText('6 of 8');
  await expect(runner.mark('ETL failed')).toHaveText('Not covered');
  await shoot(app, 'run-tests');

  await designer.select('Drop columns');
  await app.page.keyboard.press('Delete');
  await expect(designer.state('Drop columns')).toHaveCount(0);
  await runner.panel().getByRole('button', { name: 'Run all tests' }).click();
  await expect(runner.panel().getByText('0 passed, 1 failed')).toBeVisible();
  await expect(runner.panel().getByRole('group', { name: 'Test Happy path' })).toContainText(
    'path: step 2 was Wait for profiles, expected Drop columns',
  );
});

test('a workflow is covered by proposed tests, which are kept with one press and run', async ({ app }) => {
  const { runner } = await openExample(app, /^Image processing/);
  await runner.open();
  await runner.tab('Tests');
  const cover = runner.panel().getByRole('region', { name: 'Cover everything' });
  await cover.getByRole('button', { name: 'Cover everything' }).focus();
  await app.page.keyboard.press('Enter');
  await expect(cover.getByRole('status')).toHaveText(/^\d+ tests take 7 of 7 transitions\.$/, { timeout: 60_000 });
  await expect(cover.getByRole('list', { name: 'Proposed tests' })).toContainText('Is it an image? → Process image');
  await cover.getByRole('button', { name: /^Keep \d+ tests$/ }).click();
  await runner.panel().getByRole('button', { name: 'Run all tests' }).click();
  await expect(runner.panel().getByText(/^\d+ passed, 0 failed$/)).toBeVisible({ timeout: 60_000 });
  await expect(runner.panel().getByRole('region', { name: 'Coverage' })).toContainText('7 of 7');
  const tests = runner.panel().getByRole('group', { name: /^Test / });
  expect(await tests.count()).toBeGreaterThan(4);
  await app.page.keyboard.press('Escape');
  await runner.panel().getByRole('button', { name: 'Run all tests' }).focus();
  await app.page.keyboard.press('Control+z');
  await expect(tests).toHaveCount(0);
});

test('a distributed Map runs over dropped CSV and Parquet files', async ({ app, folder }) => {
  const reader = (InputType: string, Key: string) => ({
    Type: 'Map',
    ItemReader: {
      Resource: 'arn:aws:states:::s3:getObject',
      ReaderConfig: { InputType, ...(InputType === 'CSV' ? { CSVHeaderLocation: 'FIRST_ROW' } : {}) },
      Parameters: { Bucket: 'shop', Key },
    },
    ItemProcessor: {
      ProcessorConfig: { Mode: 'DISTRIBUTED', ExecutionType: 'STANDARD' },
      StartAt: `Keep ${InputType}`,
      States: { [`Keep ${InputType}`]: { Type: 'Pass', End: true } },
    },
  });
  const definition = {
    StartAt: 'Orders',
    States: {
      Orders: { ...reader('CSV', 'orders.csv'), ResultPath: '$.orders', Next: 'Items' },
      Items: { ...reader('PARQUET', 'items'), ResultPath: '$.items', End: true },
    },
  };
  const path = join(folder, 'files.asl.json');
  await writeFile(path, JSON.stringify(definition, null, 2));
  const designer = Designer.of(app);
  const runner = new Runner(app.page);
  await designer.open(app, path);
  await runner.open();
  await runner.tab('Setup');
  const objects = runner.panel().getByRole('region', { name: 'Objects of S3' });
  await runner.dropFiles(objects, [
    { name: 'orders.csv', bytes: Buffer.from('order,total\n7,1.5\n8,2\n') },
    { name: 'items.parquet', bytes: await readFile(join(import.meta.dirname, '../fixtures/items.parquet')) },
  ]);
  await expect(objects.getByLabel('Key')).toHaveCount(2);
  await expect(objects.getByLabel('Key').nth(1)).toHaveValue('items');
  await runner.run();
  await expect(runner.status()).toHaveText('Succeeded');
  await runner.tab('Events');
  await expect(runner.panel()).toContainText('drei');
  await expect(runner.panel()).toContainText('1.5');
});

test('10,000 chance runs show progress, can be cancelled, and open one of them', async ({ app }) => {
  const { runner } = await openExample(app, /^Ad click ETL/);
  await runner.input(etlInput);
  await runner.tab('Chances');
  await runner.panel().getByRole('textbox', { name: 'Runs', exact: true }).fill('1000000');
  await runner
    .panel()
    .getByRole('button', { name: /^Run 1,000,000 times/ })
    .click();
  await expect(runner.panel().getByRole('progressbar')).toBeVisible();
  await runner.panel().getByRole('button', { name: 'Cancel' }).click();
  await runner.panel().getByRole('textbox', { name: 'Runs', exact: true }).fill('10000');
  await runner
    .panel()
    .getByRole('button', { name: /^Run 10,000 times/ })
    .click();
  await expect(runner.panel().getByText(/of 10,000 runs succeeded/)).toBeVisible({ timeout: 60_000 });
  await shoot(app, 'run-chances');
  await runner
    .panel()
    .getByRole('group', { name: 'Runs by duration' })
    .getByRole('button')
    .and(app.page.locator(':not([disabled])'))
    .first()
    .click();
  await expect(runner.panel().getByLabel('Run', { exact: true })).toContainText('Chance run');
});

test('runs are still there after a restart, and an endless one can be stopped', async ({ app, folder }) => {
  const path = join(folder, 'endless.asl.json');
  const endless = {
    StartAt: 'Again',
    States: {
      Again: { Type: 'Choice', Choices: [{ Variable: '$.stop', IsPresent: true, Next: 'Done' }], Default: 'Again' },
      Done: { Type: 'Succeed' },
    },
  };
  await writeFile(path, JSON.stringify(endless));
  await answerDialogs(app.electron, { open: [path] });
  await app.page.keyboard.press('Control+O');
  const designer = Designer.of(app);
  const runner = new Runner(app.page);
  await expect(designer.state('Again')).toBeVisible();
  await runner.input({});
  await runner.run();
  // AWS ends it at 25,000 events.
  await expect(runner.status()).toHaveText('Failed');
  expect((await runner.position())[1]).toBe(25_000);
  await resize(app.electron, { width: 1024, height: 700 });
  await app.page.keyboard.press('Shift+F10');
  await expect.poll(async () => (await runner.position())[0]).toBeLessThan(25_000);

  await app.page.reload();
  await app.page.waitForSelector('[data-ready]');
  await answerDialogs(app.electron, { open: [path] });
  await app.page.keyboard.press('Control+O');
  await expect(designer.state('Again')).toBeVisible();
  await runner.open();
  await expect(runner.panel().getByLabel('Run', { exact: true }).locator('option')).toHaveCount(2);
});

test('a distributed Map shows its child executions, and each opens as a run', async ({ app }) => {
  const { designer, runner } = await openExample(app, /^Data lake map/);
  await runner.input({ day: '2026-11-22' });
  await runner.answer('Convert batch').getByLabel('Convert batch').selectOption('succeed');
  await runner.answer('Convert batch').getByLabel('Result').fill('{ "Payload": { "rejected": ["a"] } }');
  await runner.run();
  await expect(runner.status()).toHaveText('Succeeded');
  await designer.select('Convert objects');
  await designer.showTab('Run');
  const children = app.page.getByRole('region', { name: 'Child executions' });
  await children.getByRole('button').first().click();
  await expect(runner.mark('Keep rejects')).toContainText('Succeeded');
  await expect(runner.mark('Refresh partitions')).toHaveCount(0);
  await shoot(app, 'run-children');
});

test('a child beyond those that are kept comes again; what a call answers is of its shape', async ({ app, folder }) => {
  const path = join(folder, 'many.asl.json');
  const work = {
    // What 1,200 of them answer is more than a Map Run may hand on.
    List: { Type: 'Task', Resource: 'arn:aws:states:::aws-sdk:ecr:describeRepositories', ResultPath: null, End: true },
  };
  const each = {
    Type: 'Map',
    ItemProcessor: {
      ProcessorConfig: { Mode: 'DISTRIBUTED', ExecutionType: 'STANDARD' },
      StartAt: 'List',
      States: work,
    },
    ResultPath: null,
    End: true,
  };
  await writeFile(path, JSON.stringify({ StartAt: 'Each', States: { Each: each } }));
  await answerDialogs(app.electron, { open: [path] });
  await app.page.keyboard.press('Control+O');
  const designer = Designer.of(app);
  const runner = new Runner(app.page);
  await expect(designer.state('Each')).toBeVisible();
  await runner.input(Array.from({ length: 1_200 }, (_, index) => index));
  await runner.run();
  await expect(runner.status()).toHaveText('Succeeded');
  await designer.select('Each');
  await designer.showTab('Run');
  const children = app.page.getByRole('region', { name: 'Child executions' });
  await children.getByLabel('Find child executions').fill('1150');
  await children.getByRole('button', { name: 'Show child 1150' }).press('Enter');
  await expect(runner.panel().getByLabel('Run', { exact: true })).toContainText('child 1150');
  await expect(runner.mark('List')).toContainText('Succeeded');
  await designer.select('List');
  await designer.showTab('Run');
  await expect(app.page.getByText(/sample-RepositoryName/).first()).toBeVisible();
});

test('a nested workflow runs for real out of its file, and opens beside its parent', async ({ app, folder }) => {
  const path = join(folder, 'order.asl.json');
  const child = join(folder, 'approval.asl.json');
  const start = {
    Type: 'Task',
    Resource: 'arn:aws:states:::states:startExecution.sync:2',
    Parameters: {
      StateMachineArn: 'arn:aws:states:us-east-1:123456789012:stateMachine:Approval',
      Input: { 'amount.$': '$.amount' },
    },
    ResultSelector: { 'code.$': '$.Output.code' },
    End: true,
  };
  const approve = { Type: 'Pass', Parameters: { 'amount.$': '$.amount', code: 'A-17' }, End: true };
  await writeFile(path, JSON.stringify({ StartAt: 'Start approval', States: { 'Start approval': start } }));
  await writeFile(child, JSON.stringify({ StartAt: 'Approve', States: { Approve: approve } }));
  await answerDialogs(app.electron, { open: [path] });
  await app.page.keyboard.press('Control+O');
  const designer = Designer.of(app);
  const runner = new Runner(app.page);
  await expect(designer.state('Start approval')).toBeVisible();
  await runner.input({ amount: 12 });
  const choose = runner.answer('Start approval').getByRole('button', { name: 'Run the workflow of a file…' });
  await answerFileChooser(app.page, () => choose.press('Enter'), child);
  await expect(runner.answer('Start approval')).toContainText('approval.asl.json');
  await runner.run();
  await expect(runner.status()).toHaveText('Succeeded');
  await designer.select('Start approval');
  await designer.showTab('Run');
  await expect(app.page.getByText(/A-17/).first()).toBeVisible();
  await app.page.getByRole('button', { name: 'Open the execution of approval.asl.json' }).press('Enter');
  await expect(designer.state('Approve')).toBeVisible();
  await expect(runner.mark('Approve')).toContainText('Succeeded');
  await expect(designer.tabs()).toContainText(['order.asl.json', 'approval.asl.json']);
});

test('tasks take believable time, changed per step, and timeline and bill go by it up to the cursor', async ({
  app,
}) => {
  const { designer, runner } = await openExample(app, /^Ad click ETL/);
  await runner.input(etlInput);
  await runner.run();
  await expect(runner.status()).toHaveText('Succeeded');
  await runner.tab('Timeline');
  const row = (state: string) => runner.panel().locator(`.run-timeline__row[data-name="${state}"]`);
  // What the example says of its first job, and what is typical of the others.
  await expect(row('Flatten click JSON')).toContainText('Succeeded · 20 min');
  await expect(row('Build report')).toContainText('Succeeded · 6 s');
  await runner.tab('Cost');
  const job = runner.panel().getByRole('row', { name: /Flatten click JSON/ });
  const before = await job.textContent();

  await runner.tab('Setup');
  await runner.answer('Flatten click JSON').getByLabel('Takes (s)').fill('7200');
  await runner.run();
  await runner.tab('Cost');
  await expect(job).not.toHaveText(before ?? '');
  await runner.tab('Timeline');
  await expect(row('Flatten click JSON')).toContainText('Succeeded · 2 h');

  // At the entry of the first job nothing of it has ended, and nothing after it is known.
  await row('Flatten click JSON').click();
  await expect(row('Flatten click JSON')).toContainText('Running');
  await expect(row('Build report')).not.toContainText('Succeeded');
  await expect(runner.status()).toHaveText('Running');

  // Undo takes the duration back, as one act.
  await designer.select('Flatten click JSON');
  await designer.showTab('Run');
  await expect(app.page.getByLabel('Inspector').getByLabel('Takes (s)')).toHaveValue('7200');
  await app.page.getByRole('application').first().focus();
  await app.page.keyboard.press('Control+Z');
  await expect(app.page.getByLabel('Inspector').getByLabel('Takes (s)')).toHaveValue('1200');
});

test('a step is tested alone, kept as a test, and found broken after an edit', async ({ app, folder }) => {
  const path = join(folder, 'step.asl.json');
  const step = {
    StartAt: 'Send',
    States: {
      Send: {
        Type: 'Task',
        Resource: 'arn:aws:states:::sqs:sendMessage',
        Parameters: { QueueUrl: 'q', 'MessageBody.$': '$.text' },
        Retry: [{ ErrorEquals: ['Busy'], IntervalSeconds: 3, MaxAttempts: 1 }],
        Catch: [{ ErrorEquals: ['States.ALL'], Next: 'Sorry' }],
        ResultPath: '$.sent',
        Next: 'Sent',
      },
      Sent: { Type: 'Succeed' },
      Sorry: { Type: 'Succeed' },
    },
  };
  await writeFile(path, JSON.stringify(step, null, 2));
  await answerDialogs(app.electron, { open: [path] });
  await app.page.keyboard.press('Control+O');
  const designer = Designer.of(app);
  const runner = new Runner(app.page);
  await designer.select('Send');
  await designer.showTab('Run');
  await app.page.getByRole('button', { name: 'Test this step' }).click();
  const form = runner.panel().getByRole('group', { name: 'Test Send', exact: true });
  const answer = runner.panel().getByRole('region', { name: 'What came of it' });
  const go = form.getByRole('button', { name: 'Test “Send”' });
  await form.getByLabel('Input').fill('{ "text": "hi" }');
  await form.getByLabel('Answered by').selectOption('result');
  await form.getByLabel('Result').fill('{ "MessageId": "m1" }');
  await go.click();
  await expect(answer.getByTestId('step-status')).toHaveText('Succeeded · next “Sent”');
  await expect(answer).toContainText('After Parameters');
  await expect(answer).toContainText('"MessageBody": "hi"');
  await answer.getByLabel('Keep it as a test').fill('Sends it');
  await answer.getByRole('button', { name: 'Keep' }).click();

  await form.getByLabel('Answered by').selectOption('error');
  await form.getByLabel('Error').fill('Busy');
  await go.click();
  await expect(answer.getByTestId('step-status')).toHaveText('A retrier tries again');
  await form.getByLabel('Retries before').fill('1');
  await go.click();
  await expect(answer.getByTestId('step-status')).toHaveText('A catcher took the error · next “Sorry”');

  await runner.tab('Tests');
  await runner.panel().getByRole('button', { name: 'Run all tests' }).click();
  await expect(runner.panel().getByText('1 passed, 0 failed')).toBeVisible();
  const script = join(folder, 'calls.sh');
  await writeFile(
    script,
    `# Later\naws stepfunctions test-state --state-name Send --input '{"text":"hi"}' \\\n` +
      `  --mock '{"errorOutput":{"error":"Other"}}'\n`,
  );
  const importCalls = runner.panel().getByRole('button', { name: 'Import test-state calls…' });
  await answerFileChooser(app.page, () => importCalls.press('Enter'), script);
  await expect(runner.panel().getByRole('group', { name: 'Test Later: Send' })).toBeVisible();
  await runner.panel().getByRole('button', { name: 'Run all tests' }).click();
  await expect(runner.panel().getByText('2 passed, 0 failed')).toBeVisible();
  await designer.select('Sent');
  await app.page.keyboard.press('Delete');
  await expect(designer.state('Sent')).toHaveCount(0);
  await runner.panel().getByRole('button', { name: 'Run all tests' }).click();
  await expect(runner.panel().getByText('1 passed, 1 failed')).toBeVisible();
  await expect(runner.panel().getByRole('group', { name: 'Test Sends it' })).toContainText('next state is none');
});

test('watched expressions have their values at the cursor', async ({ app }) => {
  const { runner } = await openExample(app, /^Ad click ETL/);
  await runner.input(etlInput);
  await runner.run();
  await runner.tab('Watch');
  const watch = (index: number) => runner.panel().getByRole('group', { name: `Watch ${index}` });
  await runner.panel().getByRole('button', { name: 'Add an expression' }).click();
  await watch(1).getByLabel('Expression 1').fill('{% $states.context.State.Name %}');
  await runner.panel().getByRole('button', { name: 'Add an expression' }).click();
  // Endless, and ended: it holds nobody up.
  await watch(2).getByLabel('Expression 2').fill('{% ($f := function() { $f() }; $f()) %}');
  await expect(watch(2).locator('output')).toHaveClass(/is-error/, { timeout: 15_000 });
  await watch(2).getByRole('button', { name: 'Remove watch 2' }).click();
  await runner.panel().getByRole('button', { name: 'To the start' }).click();
  await app.page.keyboard.press('F10');
  await expect(watch(1).locator('output')).toHaveText('"Flatten click JSON"');
  await app.page.keyboard.press('F10');
  await expect(watch(1).locator('output')).not.toHaveText('"Flatten click JSON"');
  await expect(watch(1).locator('output')).toHaveText(/^"/);
});
