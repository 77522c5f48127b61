import { expect, type Locator, type Page } from '@playwright/test';
import { basename } from 'node:path';
import { answerDialogs, type App } from '../harness/app';

/** A line that is being drawn. */
export interface Wire {
  over(name: string): Promise<void>;
  toEmptyCanvas(): Promise<void>;
  drop(): Promise<void>;
}

/** The designer as a person uses it: by pointer and keyboard, on what is on screen. */
export class Designer {
  constructor(
    readonly page: Page,
    /** Reads the system's clipboard; the page itself may not. */
    private readonly readClipboard: () => Promise<string> = () => page.evaluate(() => navigator.clipboard.readText()),
  ) {}

  /** The designer in a running app. */
  static of({ page, electron }: App): Designer {
    return new Designer(page, () => electron.evaluate(({ clipboard }) => clipboard.readText()));
  }

  states(): Locator {
    return this.page.locator('[data-name]');
  }

  state(name: string): Locator {
    return this.page.locator(`[data-name="${name}"]`);
  }

  /** The names of the open documents, in order. */
  tabs(): Locator {
    return this.page.getByRole('navigation', { name: 'Open documents' }).locator('.tab__name');
  }

  tab(name: string): Locator {
    return this.page.getByRole('navigation', { name: 'Open documents' }).getByRole('button', { name, exact: true });
  }

  /** The tab of a document, when it shows that something is not saved. */
  unsavedTab(name: string): Locator {
    return this.page.locator('.tab[data-unsaved="true"]').getByTitle(`${name} — not saved`);
  }

  /** Opens files by the dialog and waits for the last one. */
  async open({ electron }: App, ...paths: string[]): Promise<void> {
    await answerDialogs(electron, { open: paths });
    await this.page.keyboard.press('Control+O');
    for (const path of paths) await expect(this.tab(basename(path))).toBeVisible();
  }

  async home(): Promise<void> {
    await this.page.getByRole('button', { name: 'Start', exact: true }).click();
  }

  /** Adds a state to an empty workflow without a pointer. */
  async addFirst(item: string): Promise<void> {
    await this.addByKeyboard(item, item.startsWith('state.') && item !== 'state.Task' ? 'flow' : 'actions');
    await expect(this.states()).toHaveCount(1);
  }

  /** Where a card stands in relation to another one, in pixels of the canvas. */
  async placeOf(name: string, from: string): Promise<{ x: number; y: number }> {
    return this.page.evaluate(
      (names) => {
        const [at, origin] = names.map((each) => {
          const node = document.querySelector(`[data-name="${each}"]`)?.closest('.react-flow__node');
          if (!node) throw new Error(`${each} is not on the canvas.`);
          const { e, f } = new DOMMatrix(getComputedStyle(node).transform);
          return { x: e, y: f };
        });
        return { x: (at?.x ?? 0) - (origin?.x ?? 0), y: (at?.y ?? 0) - (origin?.y ?? 0) };
      },
      [name, from],
    );
  }

  /** Drags a card by its head, by pixels on screen. */
  async dragState(name: string, by: { x: number; y: number }): Promise<void> {
    await this.fit();
    const grip = this.state(name).locator('.canvas-state__action').first();
    const box = await grip.boundingBox();
    if (!box) throw new Error(`${name} is not on screen.`);
    await this.drag(grip, { x: box.x + box.width / 2 + by.x, y: box.y + box.height / 2 + by.y });
  }

  /** Drops a file of this machine on the window, as the system's file manager would. */
  async dropFile(path: string): Promise<void> {
    const session = await this.page.context().newCDPSession(this.page);
    const data = { items: [], files: [path], dragOperationsMask: 1 };
    for (const type of ['dragEnter', 'dragOver', 'drop'] as const)
      await session.send('Input.dispatchDragEvent', { type, x: 700, y: 400, data });
    await session.detach();
  }

  /** Begins to draw a line from the lower handle of a state. */
  async startWire(from: string): Promise<Wire> {
    await this.fit();
    await this.state(from).hover();
    const box = await this.page
      .locator('.react-flow__node', { has: this.state(from) })
      .last()
      .locator('.canvas-handle--out')
      .last()
      .boundingBox();
    if (!box) throw new Error(`${from} has no handle.`);
    const start = { x: box.x + box.width / 2, y: box.y + box.height / 2 };
    await this.page.mouse.move(start.x, start.y);
    await this.page.mouse.down();
    const { mouse } = this.page;
    return {
      over: async (name) => {
        const target = await this.state(name).boundingBox();
        if (!target) throw new Error(`${name} is not on screen.`);
        await mouse.move(target.x + target.width / 2, target.y + target.height / 2, { steps: 8 });
      },
      toEmptyCanvas: async () => {
        await mouse.move(start.x + 260, start.y + 60, { steps: 8 });
      },
      drop: () => mouse.up(),
    };
  }

  /** Finds a state by name and selects it. */
  async find(name: string): Promise<void> {
    await this.canvas().focus();
    await this.page.keyboard.press('Control+F');
    await this.page.getByPlaceholder('Find a state…').fill(name);
    await this.page.getByRole('option', { name }).first().click();
  }

  /** The text of the code view. It is short in tests, so that all of its lines are in the page. */
  async code(): Promise<string> {
    await this.page.getByRole('textbox', { name: 'Definition' }).waitFor();
    const lines = await this.page.locator('.cm-content .cm-line').allTextContents();
    return lines.join('\n');
  }

  /** Types a text over the whole of the code view. */
  async replaceCode(text: string): Promise<void> {
    await this.page.getByRole('textbox', { name: 'Definition' }).click();
    await this.page.keyboard.press('Control+A');
    await this.page.keyboard.insertText(text);
  }

  canvas(): Locator {
    return this.page.getByRole('group', { name: 'Canvas', exact: true });
  }

  async newWorkflow(): Promise<void> {
    await this.page.keyboard.press('Control+N');
    await expect(this.states()).toHaveCount(0);
  }

  /** Runs a command by the command palette. */
  async command(label: string): Promise<void> {
    await this.page.keyboard.press('Control+K');
    await this.page.getByPlaceholder(/Find a command/).fill(label);
    await expect(this.page.getByRole('option', { selected: true })).toContainText(label);
    await this.page.keyboard.press('Enter');
  }

  /** Drags an item of the palette to a place of the canvas, given in parts of its size. */
  async dragToCanvas(item: string, to: { x: number; y: number }): Promise<void> {
    const box = await this.canvas().boundingBox();
    if (!box) throw new Error('The canvas is not on screen.');
    await this.drag(await this.paletteItem(item), { x: box.x + box.width * to.x, y: box.y + box.height * to.y });
  }

  /** Drops an item on the line between two states. */
  async dragOntoTransition(item: string, from: string, to: string): Promise<void> {
    await this.fit();
    const middle = await this.page.evaluate(
      ([source, target]) => {
        const named = (name: string) =>
          document.querySelector(`[data-name="${name}"]`)?.closest('.react-flow__node')?.getAttribute('data-id');
        const [a, b] = [named(source ?? ''), named(target ?? '')];
        for (const edge of document.querySelectorAll('.react-flow__edge')) {
          const label = edge.getAttribute('aria-label') ?? '';
          if (!label.includes(`from ${source} to ${target}`)) continue;
          const path = edge.querySelector<SVGPathElement>('path.react-flow__edge-path');
          const matrix = path?.getScreenCTM();
          if (!path || !matrix) continue;
          const point = path.getPointAtLength(path.getTotalLength() / 2).matrixTransform(matrix);
          return { x: point.x, y: point.y };
        }
        throw new Error(`There is no line from ${source} (${a}) to ${target} (${b}).`);
      },
      [from, to],
    );
    await this.drag(await this.paletteItem(item), middle);
  }

  /** Drops an item on a place that has a name while something is dragged, such as "New rule". */
  async dragToPlace(item: string, place: string): Promise<void> {
    const from = await (await this.paletteItem(item)).boundingBox();
    if (!from) throw new Error(`${item} is not on screen.`);
    await this.page.mouse.move(from.x + 20, from.y + 10);
    await this.page.mouse.down();
    await this.page.mouse.move(from.x + 400, from.y + 60, { steps: 4 });
    const to = await this.page.locator('.canvas-drop-slot--named', { hasText: place }).boundingBox();
    if (!to) throw new Error(`There is no place "${place}".`);
    await this.page.mouse.move(to.x + to.width / 2, to.y + to.height / 2, { steps: 4 });
    await this.page.mouse.up();
  }

  async addByKeyboard(item: string, section: 'actions' | 'flow'): Promise<void> {
    await this.section(section);
    await this.page.locator(`[data-item="${item}"]`).focus();
    await this.page.keyboard.press('Enter');
  }

  /** Draws a line from the lower handle of one state to another state. */
  async connect(from: string, to: string): Promise<void> {
    await this.fit();
    const handle = this.page
      .locator('.react-flow__node', { has: this.state(from) })
      .last()
      .locator('.canvas-handle--out')
      .last();
    const target = await this.state(to).boundingBox();
    if (!target) throw new Error(`${to} is not on screen.`);
    await this.state(from).hover();
    await this.drag(handle, { x: target.x + target.width / 2, y: target.y + target.height / 2 });
    await expect(this.page.locator(`.react-flow__edge[aria-label*="from ${from} to ${to}"]`).first()).toBeAttached();
  }

  async select(name: string): Promise<void> {
    await this.fit();
    await this.state(name).locator('.canvas-state__head').first().click();
    await expect(this.page.getByRole('textbox', { name: 'Name', exact: true })).toHaveValue(name);
  }

  async showTab(name: string): Promise<void> {
    await this.page.getByRole('tab', { name }).click();
  }

  async setFirstRetrier(state: string, values: { interval: number; attempts: number; backoff: number }): Promise<void> {
    await this.select(state);
    await this.showTab('Errors');
    if ((await this.page.getByRole('group', { name: 'Retrier 1' }).count()) === 0)
      await this.page.getByRole('button', { name: 'Add retrier' }).click();
    const retrier = this.page.getByRole('group', { name: 'Retrier 1' });
    await retrier.getByLabel('Interval (s)').fill(String(values.interval));
    await retrier.getByLabel('Attempts').fill(String(values.attempts));
    await retrier.getByLabel('Backoff (×)').fill(String(values.backoff));
  }

  async addCatcher(state: string, target: string): Promise<void> {
    await this.select(state);
    await this.showTab('Errors');
    await this.page.getByRole('button', { name: 'Add catcher' }).click();
    await this.page.getByRole('group', { name: 'Catcher 1' }).getByLabel('Go on at').selectOption(target);
  }

  /** Fills an argument of a task. */
  async fill(state: string, label: string, value: string): Promise<void> {
    await this.select(state);
    await this.showTab('Configuration');
    await this.page
      .getByRole('region', { name: 'Arguments' })
      .getByRole('textbox', { name: label, exact: true })
      .fill(value);
  }

  async setCondition(state: string, expression: string): Promise<void> {
    await this.select(state);
    await this.showTab('Configuration');
    await this.page.getByRole('group', { name: 'Rule 1' }).getByLabel('Condition').fill(expression);
  }

  /** Renames by F2 on the canvas. */
  async rename(from: string, to: string): Promise<void> {
    await this.select(from);
    await this.canvas().focus();
    await this.page.keyboard.press('F2');
    await this.page.locator('.canvas-rename').fill(to);
    await this.page.keyboard.press('Enter');
    await expect(this.state(to)).toBeVisible();
  }

  async undoAll(): Promise<void> {
    await this.pressWhileEnabled('undo');
  }

  async redoAll(): Promise<void> {
    await this.pressWhileEnabled('redo');
  }

  /** The definition as Copy ASL gives it. */
  async definition(): Promise<unknown> {
    const said = this.page.locator('.toast', { hasText: 'Copied the definition' });
    // What an earlier copy said would be taken for the word of this one.
    while ((await said.count()) > 0) {
      // It may go by itself while it is being dismissed.
      const dismissed = said.first().getByRole('button', { name: 'Dismiss' }).click({ timeout: 1000 });
      await dismissed.catch(() => undefined);
    }
    await this.command('Copy ASL');
    await expect(said).toBeVisible();
    return JSON.parse(await this.readClipboard()) as unknown;
  }

  /** Names, types and transitions as the canvas shows them. */
  async picture(): Promise<{ states: string[]; lines: string[] }> {
    return this.page.evaluate(() => ({
      states: [...document.querySelectorAll('[data-name]')]
        .map((state) => `${state.getAttribute('data-type')} ${state.getAttribute('data-name')}`)
        .sort(),
      lines: [...document.querySelectorAll('.react-flow__edge')]
        .map((edge) => edge.getAttribute('aria-label') ?? '')
        .sort(),
    }));
  }

  async fit(): Promise<void> {
    await this.canvas().focus();
    await this.page.keyboard.press('1');
    await this.settled();
  }

  /** Waits until the canvas stands still: what is measured while it moves would be elsewhere when it is used. */
  private async settled(): Promise<void> {
    await this.page.evaluate(async () => {
      const place = () =>
        [...document.querySelectorAll<HTMLElement>('.react-flow__viewport, .react-flow__node')]
          .map(({ style }) => style.transform)
          .join();
      const frame = () => new Promise((drawn) => requestAnimationFrame(drawn));
      let before = place();
      for (let still = 0; still < 6; still++) {
        await frame();
        const now = place();
        if (now !== before) still = 0;
        before = now;
      }
    });
  }

  private async pressWhileEnabled(button: 'undo' | 'redo'): Promise<void> {
    for (let count = 0; count < 200 && (await this.page.getByTestId(button).isEnabled()); count++) {
      await this.page.getByTestId(button).click();
    }
  }

  private async section(name: 'actions' | 'flow'): Promise<void> {
    await this.page.getByRole('tab', { name: 'Add', exact: true }).click();
    await this.page.getByRole('radio', { name: name === 'actions' ? 'Actions' : 'Flow' }).click();
  }

  private async paletteItem(item: string): Promise<Locator> {
    await this.section(item.startsWith('state.') && item !== 'state.Task' ? 'flow' : 'actions');
    const found = this.page.locator(`[data-item="${item}"]`);
    await found.scrollIntoViewIfNeeded();
    return found;
  }

  private async drag(from: Locator, to: { x: number; y: number }): Promise<void> {
    const box = await from.boundingBox();
    if (!box) throw new Error('There is nothing to drag.');
    await this.page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
    await this.page.mouse.down();
    await this.page.mouse.move((box.x + to.x) / 2, (box.y + to.y) / 2, { steps: 4 });
    await this.page.mouse.move(to.x, to.y, { steps: 6 });
    await this.page.mouse.up();
  }
}
