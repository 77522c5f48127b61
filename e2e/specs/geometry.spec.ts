import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { expect, project, test, type App } from '../harness/app';
import { Designer } from '../pages/designer';

interface Sample {
  readonly id: string;
  readonly definition: object;
}

/** The examples, and the largest sample workflows of AWS where they are beside the project. */
async function workflows(): Promise<readonly Sample[]> {
  const folder = join(project, 'examples');
  const names = (await readdir(folder)).filter((name) => name.endsWith('.asl.json'));
  const examples = await Promise.all(
    names.map(async (id) => ({ id, definition: JSON.parse(await readFile(join(folder, id), 'utf8')) as object })),
  );
  const reference = join(project, '../shared/workflows/aws-samples.json');
  if (!existsSync(reference)) return examples;
  const samples = JSON.parse(await readFile(reference, 'utf8')) as Sample[];
  const size = ({ definition }: Sample) => JSON.stringify(definition).length;
  return [...examples, ...samples.toSorted((a, b) => size(b) - size(a)).slice(0, 40)];
}

/** What is drawn over something else, read off the page: points of lines every two pixels, boxes of cards and labels. */
function covered(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const canvas = document.querySelector<HTMLElement>('.canvas');
    const viewport = document.querySelector('.react-flow__viewport');
    if (!canvas || !viewport) return ['There is no canvas.'];
    // Labels are hidden where they cannot be read; here they count at every zoom.
    canvas.dataset['detail'] = 'all';
    const zoom = new DOMMatrix(getComputedStyle(viewport).transform).a;
    const boxes = (selector: string) =>
      [...document.querySelectorAll<HTMLElement>(selector)].map((element) => ({
        name: element.dataset['name'] ?? element.textContent ?? '',
        line: element.dataset['edge'],
        box: element.getBoundingClientRect(),
      }));
    const cards = boxes('.canvas-state--card');
    const labels = boxes('.canvas-label');
    const slack = 2 * zoom;
    const holds = (box: DOMRect, { x, y }: DOMPoint) =>
      x > box.left + slack && x < box.right - slack && y > box.top + slack && y < box.bottom - slack;
    const meet = (a: DOMRect, b: DOMRect) =>
      a.left + slack < b.right && b.left + slack < a.right && a.top + slack < b.bottom && b.top + slack < a.bottom;
    const found = new Set<string>();
    for (const path of document.querySelectorAll<SVGPathElement>('path.canvas-transition')) {
      const matrix = path.getScreenCTM();
      if (!matrix) continue;
      for (let at = 0; at <= path.getTotalLength(); at += 2) {
        const point = path.getPointAtLength(at).matrixTransform(matrix);
        for (const { name, box } of cards) if (holds(box, point)) found.add(`${path.id} leads through "${name}"`);
        for (const { name, line, box } of labels)
          if (line !== path.id && holds(box, point)) found.add(`${path.id} leads over the label "${name}"`);
      }
    }
    for (const [index, label] of labels.entries()) {
      for (const card of cards) if (meet(label.box, card.box)) found.add(`label "${label.name}" on "${card.name}"`);
      for (const other of labels.slice(index + 1))
        if (meet(label.box, other.box)) found.add(`label "${label.name}" on label "${other.name}"`);
    }
    return [...found];
  });
}

/** What is covered in the pictures of workflows, laid out down and to the right, by workflow. */
async function coveredIn(
  app: App,
  folder: string,
  samples: readonly Sample[],
  /** Which of them are laid out to the right too. */
  isTurned: (index: number) => boolean = () => true,
): Promise<Record<string, string[]>> {
  const designer = Designer.of(app);
  const wrong: Record<string, string[]> = {};
  for (const [index, { id, definition }] of samples.entries()) {
    const path = join(folder, `workflow-${index}.asl.json`);
    await writeFile(path, JSON.stringify(definition, null, 2));
    await designer.open(app, path);
    await expect(designer.states()).not.toHaveCount(0);
    await designer.fit();
    for (const direction of isTurned(index) ? ['down', 'to the right'] : ['down']) {
      const found = await covered(app.page);
      if (found.length > 0) wrong[`${id}, ${direction}`] = found;
      if (direction === 'down' && isTurned(index)) {
        await app.page.keyboard.press('Control+Shift+D');
        await expect(app.page.getByRole('button', { name: 'Lay out top to bottom' })).toBeVisible();
        await designer.fit();
      }
    }
    // Laid out as it was, so that nothing asks whether to save.
    if (isTurned(index)) await app.page.keyboard.press('Control+Z');
    await app.page.keyboard.press('Control+W');
  }
  return wrong;
}

test('no line leads through a card or over a label, and no label stands on a card or on another', async ({
  app,
  folder,
}) => {
  test.setTimeout(300_000);
  expect(await coveredIn(app, folder, await workflows())).toEqual({});
});

test('nor in 200 generated workflows', async ({ app, folder }) => {
  test.setTimeout(600_000);
  const args = ['--import', 'tsx', join(project, 'scripts/generatedWorkflows.ts'), '200'];
  const printed = execFileSync(process.execPath, args, { cwd: project, encoding: 'utf8', maxBuffer: 1e8 });
  const samples = (JSON.parse(printed) as object[]).map((definition, seed) => ({ id: String(seed), definition }));
  expect(samples).toHaveLength(200);
  // A unit test looks at all of them both ways; here each turn takes a second.
  expect(await coveredIn(app, folder, samples, (index) => index % 4 === 0)).toEqual({});
});
