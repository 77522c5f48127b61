import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { answerDialogs, expect, launch, test } from '../harness/app';
import { Designer } from '../pages/designer';
import { drawnPipeline } from '../fixtures/drawnPipeline';
import validate from 'asl-validator';

test('draws a pipeline of five services with Choice, Wait, Map, retriers and a catch, and exports what AWS accepts', async ({
  app,
  folder,
}) => {
  const designer = Designer.of(app);
  await designer.newWorkflow();

  // Drag the five services onto the canvas, each below the one before.
  await designer.dragToCanvas('lambda.invoke', { x: 0.5, y: 0.25 });
  for (const item of ['glue.startJobRun', 'sns.publish', 'ecs.runTask', 'sagemaker.createTrainingJob']) {
    await designer.dragToCanvas(item, { x: 0.5, y: 0.9 });
  }
  await expect(designer.states()).toHaveCount(5);

  // A card dropped on empty canvas leads nowhere yet: connect them by their handles.
  const chain = ['Lambda Invoke', 'Glue Start job run', 'ECS Run task', 'SageMaker Create training job'];
  for (const [index, from] of chain.entries()) {
    const to = chain[index + 1];
    if (to !== undefined) await designer.connect(from, to);
  }

  // A Choice on the line after Glue, a Wait on its Default, a Map at the end.
  await designer.dragOntoTransition('state.Choice', 'Glue Start job run', 'ECS Run task');
  await designer.connect('Choice', 'SNS Publish');
  await designer.dragOntoTransition('state.Wait', 'Choice', 'ECS Run task');
  await designer.select('SageMaker Create training job');
  await designer.addByKeyboard('state.Map', 'flow');
  await expect(designer.state('Map')).toBeVisible();
  await designer.fit();
  await designer.dragToPlace('state.Pass', 'First step');

  // A retrier with chosen values on each task.
  const tasks = ['Lambda Invoke', 'Glue Start job run', 'SNS Publish', 'ECS Run task', 'SageMaker Create training job'];
  for (const [index, name] of tasks.entries())
    await designer.setFirstRetrier(name, { interval: 5 + index, attempts: 2 + index, backoff: 1.5 });

  // A catch on one, the arguments of all, then a new name.
  await designer.addCatcher('Glue Start job run', 'SNS Publish');
  await designer.fill('Lambda Invoke', 'FunctionName', 'arn:aws:lambda:us-east-1:123456789012:function:extract');
  await designer.fill('Glue Start job run', 'JobName', 'flatten-clicks');
  await designer.setCondition('Choice', '$states.input.rows > 0');
  await designer.rename('Glue Start job run', 'Flatten clicks');
  const drawn = await designer.definition();

  // Everything back, and forth again.
  await designer.undoAll();
  expect(await designer.definition()).toMatchObject({ States: {} });
  await designer.redoAll();
  expect(await designer.definition()).toEqual(drawn);

  const path = join(folder, 'pipeline.asl.json');
  await answerDialogs(app.electron, { save: path, open: [path] });
  await designer.command('Export ASL as JSON');
  await expect(app.page.getByText('Exported pipeline.asl.json')).toBeVisible();
  const exported: unknown = JSON.parse(await readFile(path, 'utf8'));
  expect(exported).toEqual(drawnPipeline);
  expect(validate(structuredClone(exported)).errors).toEqual([]);

  // Opening it again shows the same graph.
  const before = await designer.picture();
  await app.page.keyboard.press('Control+O');
  await expect(designer.tab('pipeline.asl.json')).toBeVisible();
  expect(await designer.picture()).toEqual(before);
});

/** What the recovery store holds, as one text. */
async function recovered(userData: string): Promise<string> {
  const folder = join(userData, 'recovery');
  const names = await readdir(folder).catch(() => []);
  return (await Promise.all(names.map((name) => readFile(join(folder, name), 'utf8').catch(() => '')))).join('\n');
}

test('kill -9 before saving loses nothing', async ({ folder }) => {
  const userData = join(folder, 'user-data');
  const first = await launch({ userData });
  const designer = Designer.of(first);
  await designer.newWorkflow();
  await designer.dragToCanvas('lambda.invoke', { x: 0.5, y: 0.3 });
  await designer.rename('Lambda Invoke', 'Extract orders');
  const drawn = await designer.definition();
  await expect.poll(() => recovered(userData)).toContain('Extract orders');
  await first.kill();

  const second = await launch({ userData });
  const again = Designer.of(second);
  await expect(again.state('Extract orders')).toBeVisible();
  expect(await again.definition()).toEqual(drawn);
  await expect(second.page.getByText(/Restored unsaved work/)).toBeVisible();
  await second.kill();
});
