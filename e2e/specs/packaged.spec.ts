import { execFile } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, launchPackaged, project, test } from '../harness/app';
import { Designer } from '../pages/designer';
import { chain } from '../fixtures/machines';

test('the packaged app starts, draws and opens a file', async ({ folder }) => {
  await promisify(execFile)(process.execPath, [join(project, 'scripts/dist.mjs'), '--dir'], { cwd: project });
  const path = join(folder, 'packed.asl.json');
  await writeFile(path, JSON.stringify(chain('First', 'Second')));

  const app = await launchPackaged({ userData: join(folder, 'user-data'), args: [path] });
  const designer = Designer.of(app);

  expect(await app.electron.evaluate(({ app: packaged }) => packaged.isPackaged)).toBe(true);
  await expect(designer.tabs()).toHaveText(['packed.asl.json']);
  await expect(designer.state('Second')).toBeVisible();
  // The worker with the second validator is in the package too.
  await designer.command('Problems');
  await expect(app.page.getByText('asl-validator: valid')).toBeVisible();
  await designer.newWorkflow();
  await designer.dragToCanvas('lambda.invoke', { x: 0.5, y: 0.3 });
  await expect(designer.state('Lambda Invoke')).toBeVisible();
  await app.kill();
});
