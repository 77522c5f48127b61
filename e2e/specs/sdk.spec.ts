import { expect, test } from '../harness/app';
import { Designer } from '../pages/designer';

test('an SDK action is found by search and added with its required arguments', async ({ app }) => {
  const designer = Designer.of(app);
  await designer.newWorkflow();

  // The fields arrive with the service's file, which is asked for as soon as the action is found.
  const arrived = app.page.waitForResponse((answer) => answer.url().endsWith('/sdk/dynamodb.json.gz'));
  const search = app.page.getByRole('searchbox', { name: 'Search states and actions' });
  await search.fill('put item');
  const group = app.page.getByRole('group', { name: 'All AWS actions' });
  const item = group.locator('[data-item="sdk.dynamodb.putItem"]');
  await expect(item).toContainText('dynamodb:putItem');
  await (await arrived).finished();
  await item.press('Enter');
  await expect(designer.states()).toHaveCount(1);

  const definition = (await designer.definition()) as { States: Record<string, Record<string, unknown>> };
  const [state] = Object.values(definition.States);
  expect(state).toMatchObject({
    Type: 'Task',
    Resource: 'arn:aws:states:::aws-sdk:dynamodb:putItem',
    Arguments: { TableName: '', Item: {} },
    Retry: [{ ErrorEquals: ['States.TaskFailed'] }],
  });

  await search.fill('no such action anywhere');
  await expect(app.page.getByText('Nothing matches')).toBeVisible();
});

test('a misspelt resource is told and put right by one act that can be undone', async ({ app }) => {
  const designer = Designer.of(app);
  const page = app.page;
  await designer.newWorkflow();
  await designer.addFirst('state.Task');
  await designer.select('Task');
  const resource = page.getByRole('textbox', { name: 'Resource', exact: true });

  await resource.fill('arn:aws:states:::aws-sdk:dynamodb:putItm');
  await expect(page.getByText('dynamodb has no action "putItm": did you mean putItem?').first()).toBeVisible();
  await page.getByRole('button', { name: 'Use arn:aws:states:::aws-sdk:dynamodb:putItem' }).click();
  await expect(resource).toHaveValue('arn:aws:states:::aws-sdk:dynamodb:putItem');
  await page.getByTestId('undo').click();
  await designer.select('Task');
  await expect(resource).toHaveValue('arn:aws:states:::aws-sdk:dynamodb:putItm');
  await page.getByTestId('redo').click();
  await designer.select('Task');

  // Services that have cards of their own are known without the catalogue.
  await resource.fill('arn:aws:states:::lamda:invoke.waitForToken');
  await page.getByRole('button', { name: 'Use arn:aws:states:::lambda:invoke.waitForTaskToken' }).click();
  await expect(page.getByRole('radio', { name: 'Callback' })).toBeChecked();
});
