import { expect, type Locator, type Page } from '@playwright/test';
import { answerFileChooser } from './fileChooser';

/** The run panel as a person uses it. */
export class Runner {
  constructor(readonly page: Page) {}

  panel(): Locator {
    return this.page.getByRole('region', { name: 'Run', exact: true });
  }

  async tab(
    name: 'Setup' | 'Timeline' | 'Events' | 'Table' | 'Watch' | 'Compare' | 'Tests' | 'Chances' | 'Cost',
  ): Promise<void> {
    await this.panel().getByRole('radio', { name, exact: true }).click();
  }

  /** Opens the panel where it is closed. */
  async open(): Promise<void> {
    if (!(await this.panel().isVisible())) await this.page.keyboard.press('Control+Shift+R');
    await expect(this.panel()).toBeVisible();
  }

  async input(value: unknown): Promise<void> {
    await this.open();
    await this.tab('Setup');
    await this.panel().getByLabel('Input').fill(JSON.stringify(value));
  }

  /** Drops files from outside onto a part of the page. */
  async dropFiles(onto: Locator, files: readonly { readonly name: string; readonly bytes: Buffer }[]): Promise<void> {
    const given = files.map(({ name, bytes }) => ({ name, base64: bytes.toString('base64') }));
    const transfer = await this.page.evaluateHandle((all) => {
      const data = new DataTransfer();
      for (const { name, base64 } of all)
        data.items.add(new File([Uint8Array.from(atob(base64), (char) => char.charCodeAt(0))], name));
      return data;
    }, given);
    await onto.dispatchEvent('dragover', { dataTransfer: transfer });
    await onto.dispatchEvent('drop', { dataTransfer: transfer });
  }

  answer(task: string): Locator {
    return this.panel().getByRole('group', { name: `Answer of ${task}` });
  }

  /** Runs, and waits until the run is on screen. */
  async run(): Promise<void> {
    const before = await this.count();
    await this.page.keyboard.press('F5');
    await expect.poll(() => this.count()).toBe(before + 1);
  }

  status(): Locator {
    return this.panel().locator('.run__status');
  }

  async position(): Promise<[number, number]> {
    const text = (await this.panel().getByTestId('position').textContent()) ?? '';
    const [at = 0, of = 0] = text.split('/').map(Number);
    return [at, of];
  }

  mark(state: string): Locator {
    return this.page.locator(`.canvas-state[data-name="${state}"] > .run-mark`);
  }

  async import(path: string): Promise<void> {
    await this.open();
    await answerFileChooser(
      this.page,
      () => this.panel().getByRole('button', { name: 'Open a history from AWS' }).click(),
      path,
    );
  }

  private async count(): Promise<number> {
    const list = this.panel().getByLabel('Run', { exact: true });
    return (await list.count()) === 0 ? 0 : list.locator('option:not([value=""])').count();
  }
}
