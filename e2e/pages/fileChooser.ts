import type { Page } from '@playwright/test';

/** Does something that opens a file chooser, and chooses a file in it. */
export async function answerFileChooser(page: Page, open: () => Promise<void>, path: string): Promise<void> {
  const [chooser] = await Promise.all([page.waitForEvent('filechooser'), open()]);
  await chooser.setFiles(path);
}
