import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test, type App } from '../harness/app';
import { expectPictures, stopClock } from '../harness/picture';
import { Designer } from '../pages/designer';
import { answerFileChooser } from '../pages/fileChooser';
import { Runner } from '../pages/runner';

/** A picture of what is on screen in both themes. */
const shoot = ({ page }: App, name: string) => expectPictures(page, name);

test.beforeEach(({ app }) => stopClock(app.page));

interface State {
  readonly Resource?: string;
  readonly Arguments?: Record<string, unknown>;
  readonly Parameters?: Record<string, unknown>;
}

const statesOf = async (designer: Designer) =>
  ((await designer.definition()) as { States: Record<string, State> }).States;

test('adds each of the first five services with its form filled', async ({ app }) => {
  const designer = Designer.of(app);
  const { page } = app;
  await designer.newWorkflow();
  await designer.addFirst('lambda.invoke');
  await designer.fill('Lambda Invoke', 'FunctionName', 'arn:aws:lambda:us-east-1:123456789012:function:extract:live');

  await designer.addByKeyboard('glue.startJobRun', 'actions');
  await designer.fill('Glue Start job run', 'JobName', 'flatten');
  const form = page.getByRole('region', { name: 'Arguments' });
  await form.getByLabel('Add an argument').selectOption('WorkerType');
  await form.getByLabel('WorkerType', { exact: true }).selectOption('G.2X');
  await form.getByLabel('Add an argument').selectOption('Arguments');
  await form.getByRole('button', { name: 'Add a key to Arguments' }).click();
  await form.getByLabel('Key key1').fill('--day');
  await form.getByLabel('Key key1').press('Enter');
  await form.getByLabel('How --day is given').selectOption('Expression');
  await form.getByRole('textbox', { name: '--day', exact: true }).fill('{% $states.input.day %}');

  await designer.addByKeyboard('sns.publish', 'actions');
  await form.getByRole('button', { name: 'Choose an ARN' }).first().click();
  await page.getByLabel('Name', { exact: true }).last().fill('alerts');
  await page.getByRole('button', { name: 'Use this ARN' }).click();

  await designer.addByKeyboard('ecs.runTask', 'actions');
  await designer.fill('ECS Run task', 'TaskDefinition', 'worker:3');
  await form.getByLabel('Add an argument').selectOption('Count');
  await form.getByLabel('Count', { exact: true }).fill('2');

  await designer.addByKeyboard('sagemaker.createTrainingJob', 'actions');
  await designer.fill('SageMaker Create training job', 'TrainingJobName', 'night');

  const states = await statesOf(designer);
  expect(states['Lambda Invoke']?.Arguments).toMatchObject({
    FunctionName: expect.stringContaining(':live') as unknown,
  });
  expect(states['Glue Start job run']?.Arguments).toEqual({
    JobName: 'flatten',
    WorkerType: 'G.2X',
    Arguments: { '--day': '{% $states.input.day %}' },
  });
  expect(states['SNS Publish']?.Arguments?.['TopicArn']).toBe('arn:aws:sns:us-east-1:123456789012:alerts');
  expect(states['ECS Run task']?.Arguments).toMatchObject({ TaskDefinition: 'worker:3', Count: 2 });
  expect(states['SageMaker Create training job']?.Arguments).toMatchObject({ TrainingJobName: 'night' });
  await expect(page.getByRole('contentinfo').getByText('No problems')).toBeVisible();
});

test('an SDK action found by search comes with its fields, and a misspelt one is put right', async ({ app }) => {
  const designer = Designer.of(app);
  const { page } = app;
  await designer.newWorkflow();
  await page.getByLabel('Search states and actions').fill('detect sentiment');
  const item = page.locator('[data-item="sdk.comprehend.detectSentiment"]');
  await expect(item).toBeVisible();
  await item.focus();
  await page.keyboard.press('Enter');
  const form = page.getByRole('region', { name: 'Arguments' });
  await expect(form.getByLabel('LanguageCode', { exact: true })).toBeVisible();
  await form.getByLabel('LanguageCode', { exact: true }).selectOption('de');
  await form.getByRole('textbox', { name: 'Text', exact: true }).fill('Schön');
  const [state] = Object.values(await statesOf(designer));
  expect(state).toMatchObject({
    Resource: 'arn:aws:states:::aws-sdk:comprehend:detectSentiment',
    Arguments: { Text: 'Schön', LanguageCode: 'de' },
  });

  await page.getByLabel('Resource', { exact: true }).fill('arn:aws:states:::aws-sdk:comprehend:detectSentimnt');
  await expect(page.getByText('did you mean detectSentiment?').first()).toBeVisible();
  await page.getByRole('button', { name: 'Use arn:aws:states:::aws-sdk:comprehend:detectSentiment' }).click();
  await expect(page.getByLabel('Resource', { exact: true })).toHaveValue(/:detectSentiment$/);
  await page.getByLabel('Resource', { exact: true }).fill('arn:aws:states:::sns:publish.sync');
  await expect(page.getByText('does not offer .sync').first()).toBeVisible();
});

const nested = {
  StartAt: 'Train',
  States: {
    Train: {
      Type: 'Task',
      Resource: 'arn:aws:states:::sagemaker:createTrainingJob.sync',
      Parameters: {
        TrainingJobName: 'night',
        RoleArn: 'arn:aws:iam::123456789012:role/sagemaker',
        AlgorithmSpecification: { TrainingImage: 'image', TrainingInputMode: 'File' },
        OutputDataConfig: { S3OutputPath: 's3://models/' },
        ResourceConfig: { InstanceCount: 1, InstanceType: 'ml.m5.xlarge', VolumeSizeInGB: 30 },
        StoppingCondition: { MaxRuntimeInSeconds: 3600 },
      },
      Next: 'Deploy',
    },
    Deploy: {
      Type: 'Task',
      Resource: 'arn:aws:states:::states:startExecution.sync:2',
      Parameters: { StateMachineArn: 'arn:aws:states:us-east-1:123456789012:stateMachine:deploy', 'Input.$': '$' },
      End: true,
    },
  },
};

test('a policy without StartExecution and PassRole denies the steps, and a run under it fails as on AWS', async ({
  app,
  folder,
}) => {
  const path = join(folder, 'nested.asl.json');
  await writeFile(path, JSON.stringify(nested, null, 2));
  const designer = Designer.of(app);
  const { page } = app;
  await designer.open(app, path);
  await designer.command('Access (IAM)');
  const role = page.getByRole('group', { name: 'Needed role' });
  await expect(role.getByText('states:StartExecution')).toBeVisible();
  await expect(role.getByText('iam:PassRole')).toBeVisible();

  await page.getByRole('button', { name: 'Paste a policy' }).click();
  const policy = page.getByLabel('Text of Policy 1');
  await policy.fill('{"Statement": [{"Action": "s3:*"}]}');
  await expect(
    page
      .getByRole('group', { name: 'Policies' })
      .getByText(/Effect/)
      .first(),
  ).toBeVisible();
  const allow = (actions: string[]) =>
    JSON.stringify({
      Version: '2012-10-17',
      Statement: [{ Sid: 'Jobs', Effect: 'Allow', Action: actions, Resource: '*' }],
    });
  const less = ['sagemaker:*', 'events:*', 'states:DescribeExecution', 'states:StopExecution'];
  await policy.fill(allow(less));
  const verdicts = page.getByRole('list', { name: 'Steps and these policies' });
  await expect(verdicts.locator('[data-verdict="denied"]')).toHaveCount(2);
  await expect(verdicts.getByText('iam:PassRole')).toBeVisible();
  await expect(verdicts.getByText('states:StartExecution')).toBeVisible();
  await shoot(app, 'access');

  const runner = new Runner(page);
  await page.keyboard.press('Escape');
  await runner.open();
  await runner.tab('Setup');
  await page.getByLabel('With the policy of the Access view').check();
  await runner.run();
  await expect(runner.status()).toHaveText('Failed');
  await expect(runner.mark('Train')).toContainText('Failed');
  await runner.tab('Events');
  await expect(
    runner
      .panel()
      .getByText(/is not authorized to perform: iam:PassRole/)
      .first(),
  ).toBeVisible();

  // With what was missing it goes through.
  await designer.command('Access (IAM)');
  await page.getByLabel('Text of Policy 1').fill(allow([...less, 'iam:PassRole', 'states:StartExecution']));
  // The step that failed is selected, so it is shown alone.
  await expect(verdicts.locator('[data-verdict="allowed"]')).toHaveCount(1);
  await runner.run();
  await expect(runner.status()).toHaveText('Succeeded');
});

test('the bill of a run is read by step and by month, and assumptions and prices change it', async ({
  app,
  folder,
}) => {
  const { page } = app;
  await page.keyboard.press('Control+Shift+O');
  await page.getByRole('button', { name: /^Ad click ETL/ }).click();
  const designer = Designer.of(app);
  const runner = new Runner(page);
  await runner.run();
  await expect(runner.status()).toHaveText('Succeeded');
  await runner.tab('Cost');
  const bill = page.getByRole('table', { name: 'Cost by step' });
  const row = bill.getByRole('row', { name: /Flatten click JSON/ });
  // 20 minutes of 10 DPU at $0.44 an hour, as the example assumes.
  await expect(row).toContainText('3.33 DPU-hours');
  await expect(row).toContainText('$1.47');
  await expect(page.locator('.cost-card').first()).toBeVisible();
  await expect(page.getByTestId('cost-month')).toContainText('$');
  await shoot(app, 'cost');
  const before = await page.getByTestId('cost-total').textContent();
  await row.getByLabel('dpu of Flatten click JSON').fill('20');
  await expect(row).toContainText('$2.93');
  await expect(page.getByTestId('cost-total')).not.toHaveText(before ?? '');
  await page.keyboard.press('Escape');
  await designer.command('Undo');
  await expect(row).toContainText('$1.47');

  // A file of prices: a DPU-hour at a dollar.
  const file = join(folder, 'prices.json');
  await writeFile(file, JSON.stringify({ prices: { 'glue.dpuHour': 1 } }));
  await page.getByRole('button', { name: /^Prices: / }).click();
  await answerFileChooser(page, () => page.getByRole('button', { name: 'Load a price file…' }).click(), file);
  await expect(row).toContainText('$3.33');
});

test('a pattern goes in as one act, and a trigger starts a run with its sample event', async ({ app }) => {
  const designer = Designer.of(app);
  const { page } = app;
  await designer.newWorkflow();
  await page.getByRole('radio', { name: 'Patterns' }).click();
  await page.locator('[data-item="pattern.jobPoller"]').focus();
  await page.keyboard.press('Enter');
  await expect(designer.states()).toHaveCount(6);
  await page.keyboard.press('Control+Z');
  await expect(designer.states()).toHaveCount(0);
  await page.keyboard.press('Control+Shift+Z');
  await expect(designer.states()).toHaveCount(6);

  await designer.command('Triggers');
  await page.getByRole('button', { name: 'Add a trigger' }).click();
  await page.getByRole('menuitem', { name: 'Schedule' }).click();
  const trigger = page.getByRole('region', { name: 'Schedule 1' });
  await trigger.getByLabel('Schedule', { exact: true }).fill('cron(0 9 ? * MON-FRI *)');
  await expect(trigger.getByRole('list', { name: 'Next five times' }).getByRole('listitem')).toHaveCount(5);
  await trigger.getByLabel('Schedule', { exact: true }).fill('cron(0 9 * * *)');
  await expect(trigger.getByText('six fields')).toBeVisible();
  await trigger.getByLabel('Schedule', { exact: true }).fill('rate(5 minutes)');
  await trigger.getByLabel('End', { exact: true }).fill('2020-01-01T00:00:00Z');
  await expect(trigger.getByText('It will not start again.')).toBeVisible();
  await trigger.getByLabel('End', { exact: true }).fill('');
  await trigger.getByLabel('Flexible window').fill('15');
  await expect(trigger.getByText('Each within 15 minutes after.')).toBeVisible();
  await trigger.getByRole('button', { name: 'Run with a sample event' }).click();
  const runner = new Runner(page);
  await expect(runner.status()).toHaveText('Succeeded');
  await expect(page.getByRole('button', { name: /Schedule: rate/ })).toBeVisible();
});

test('a machine is converted to JSONata and back; what cannot be converted is listed', async ({ app, folder }) => {
  const path = join(folder, 'convert.asl.json');
  const machine = {
    StartAt: 'Ask',
    States: {
      Ask: {
        Type: 'Task',
        Resource: 'arn:aws:states:::lambda:invoke',
        Parameters: { FunctionName: 'ask', 'Payload.$': '$' },
        ResultPath: '$.answer',
        Next: 'Deep',
      },
      Deep: { Type: 'Pass', Parameters: { 'all.$': '$..id' }, End: true },
    },
  };
  await writeFile(path, JSON.stringify(machine, null, 2));
  const designer = Designer.of(app);
  const { page } = app;
  await designer.open(app, path);
  const language = page.getByRole('radiogroup', { name: 'Query language' });
  await language.getByRole('radio', { name: 'JSONata' }).click();
  await expect(page.getByRole('status', { name: 'States that stay as they are' })).toContainText('Deep');
  const told = page.getByRole('group', { name: 'What converted states do otherwise' });
  await told.getByText('What converted states do otherwise').click();
  await expect(told.getByRole('button', { name: 'Ask: ResultPath' })).toBeVisible();
  expect(await designer.definition()).toEqual({
    StartAt: 'Ask',
    States: {
      Ask: {
        Type: 'Task',
        QueryLanguage: 'JSONata',
        Resource: 'arn:aws:states:::lambda:invoke',
        Arguments: { FunctionName: 'ask', Payload: '{% $states.input %}' },
        Output: '{% $merge([$states.input, {"answer": $states.result}]) %}',
        Next: 'Deep',
      },
      Deep: machine.States.Deep,
    },
  });
  await designer.undoAll();
  expect(await designer.definition()).toEqual(machine);
});
