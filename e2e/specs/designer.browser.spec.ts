import { readFile } from 'node:fs/promises';
import { expect, test, withoutPickers } from '../harness/browser';
import { Designer } from '../pages/designer';

test('the page shows an example, and nothing in it offends its own policy', async ({ page }) => {
  const complaints: string[] = [];
  page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
  page.on('pageerror', (problem) => complaints.push(problem.message));

  const response = await page.goto('/');
  const designer = new Designer(page);
  await expect(designer.states()).not.toHaveCount(0);
  await designer.command('Problems');
  await expect(page.getByText('asl-validator: valid')).toBeVisible();

  const policy = response?.headers()['content-security-policy'] ?? '';
  expect(policy).toContain("default-src 'none'");
  expect(policy).toContain("script-src 'self';");
  expect(policy).toContain("frame-ancestors 'none'");
  expect(complaints).toEqual([]);
  // There is no desktop behind this page.
  expect(await page.evaluate(() => 'stepwright' in window)).toBe(false);
});

test('what is drawn is exported as a download, byte for byte what the code view shows', async ({ page }) => {
  await withoutPickers(page);
  await page.goto('/');
  const designer = new Designer(page);
  await designer.newWorkflow();
  await designer.addFirst('lambda.invoke');
  await designer.setFirstRetrier('Lambda Invoke', { interval: 3, attempts: 4, backoff: 1.5 });
  await designer.addByKeyboard('state.Wait', 'flow');
  await expect(designer.states()).toHaveCount(2);

  const download = page.waitForEvent('download');
  await page.keyboard.press('Control+E');
  // The first format has the focus.
  await expect(page.getByRole('dialog', { name: 'Export' })).toBeVisible();
  await page.keyboard.press('Enter');
  const exported = await download;

  expect(exported.suggestedFilename()).toBe('Untitled 1.asl.json');
  const text = await readFile(await exported.path(), 'utf8');
  expect(JSON.parse(text)).toMatchObject({
    StartAt: 'Lambda Invoke',
    States: {
      'Lambda Invoke': { Retry: [{ IntervalSeconds: 3, MaxAttempts: 4, BackoffRate: 1.5 }], Next: 'Wait' },
      Wait: { Type: 'Wait', End: true },
    },
  });
  await page.getByRole('radio', { name: 'Code' }).click();
  expect(await designer.code()).toBe(text);
});

test('a reload asks, and gives the unsaved work back', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.goto('/');
  const designer = new Designer(page);
  await designer.newWorkflow();
  await designer.addFirst('sns.publish');
  await designer.rename('SNS Publish', 'Tell them');
  const drawn = await designer.definition();

  const asked = page.waitForEvent('dialog');
  const reloaded = page.reload();
  const dialog = await asked;
  expect(dialog.type()).toBe('beforeunload');
  await dialog.accept();
  await reloaded;

  await expect(page.getByText(/Restored unsaved work/)).toBeVisible();
  await expect(designer.state('Tell them')).toBeVisible();
  await expect(designer.unsavedTab('Untitled 1.asl.json')).toBeVisible();
  expect(await designer.definition()).toEqual(drawn);

  // A new one does not take its name.
  await designer.newWorkflow();
  await expect(designer.tabs()).toHaveText([/^Untitled 1/, 'Untitled 2.asl.json']);
});
