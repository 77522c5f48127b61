import { expect, type Page } from '@playwright/test';

/** The day and time of all pictures. Timers go on. */
const moment = new Date('2026-11-24T09:30:00Z');

/** Stops the clock that the page shows, so that a picture is the same from run to run. */
export async function stopClock(page: Page): Promise<void> {
  await page.clock.setFixedTime(moment);
}

/**
 * Holds what is on screen against its picture in `__screenshots__`. With `--update-pictures` the picture is taken anew
 * instead. Text is drawn a little differently from machine to machine, hence the slack.
 */
export async function expectPicture(page: Page, name: string): Promise<void> {
  await expect(page).toHaveScreenshot(`${name}.png`, { animations: 'disabled', maxDiffPixelRatio: 0.01 });
}

/** The same in both themes. */
export async function expectPictures(page: Page, name: string): Promise<void> {
  for (const theme of ['dark', 'light']) {
    await page.evaluate((wanted) => (document.documentElement.dataset['theme'] = wanted), theme);
    await expectPicture(page, `${name}-${theme}`);
  }
}
