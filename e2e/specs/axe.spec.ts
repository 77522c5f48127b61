import AxeBuilder from '@axe-core/playwright';
import { expect, test, type App } from '../harness/app';
import { Designer } from '../pages/designer';

/** What axe finds that hinders people seriously, as rule and element. */
async function found({ page }: App): Promise<string[]> {
  // Electron has no second page, which axe would open otherwise.
  const { violations } = await new AxeBuilder({ page })
    .setLegacyMode(true)
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa'])
    .options({ resultTypes: ['violations'] })
    .analyze();
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id}: ${target.join(' ')}`));
}

for (const theme of ['Light theme', 'Dark theme']) {
  test(`no main screen hinders anybody seriously (${theme})`, async ({ app }) => {
    test.setTimeout(300_000);
    const { page } = app;
    const designer = Designer.of(app);
    await designer.command(theme);
    const wrong: Record<string, string[]> = {};
    const look = async (screen: string) => {
      const list = await found(app);
      if (list.length > 0) wrong[screen] = [...new Set(list)];
    };
    await look('canvas');
    await designer.select('Drop columns');
    await look('a state');
    for (const tab of ['Input', 'Output', 'Errors', 'Run']) {
      await page.getByRole('tab', { name: tab, exact: true }).click();
      await look(`a state: ${tab}`);
    }
    await page.keyboard.press('Control+Shift+E');
    await look('outline');
    await page.keyboard.press('Control+2');
    await look('code');
    await page.keyboard.press('Control+1');
    await page.keyboard.press('F5');
    await expect(page.getByTestId('position')).toBeVisible();
    for (const tab of ['Setup', 'Timeline', 'Events', 'Table', 'Cost', 'Compare', 'Tests', 'Chances', 'Runs']) {
      await page.getByRole('radio', { name: tab, exact: true }).click();
      await look(`run: ${tab}`);
    }
    await designer.command('Access (IAM)');
    await look('access');
    await designer.command('Problems');
    await look('problems');
    await designer.command('Compare with…');
    await page.getByRole('dialog').getByRole('button', { name: 'A file…' }).waitFor();
    await look('compare: what with');
    await page.keyboard.press('Escape');
    for (const key of ['Control+k', 'Control+,', 'Control+e', 'Control+f']) {
      await page.keyboard.press(key);
      await page.getByRole('dialog').waitFor();
      await look(`dialog ${key}`);
      await page.keyboard.press('Escape');
    }
    await designer.command('Examples and recent files');
    await look('start');
    expect(wrong).toEqual({});
  });
}
