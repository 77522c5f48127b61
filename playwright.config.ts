import { defineConfig } from '@playwright/test';

// `npm test` finds the browser: Playwright's own where it is installed, else the one of the system.
const chromium = process.env['STEPWRIGHT_CHROMIUM'];
// Windows of one display share its clipboard, so apps side by side need a display each; `npm test` opens them.
const displays = (process.env['STEPWRIGHT_DISPLAYS'] ?? '').split(',');

export default defineConfig({
  testDir: 'e2e/specs',
  outputDir: 'test-results/e2e',
  workers: displays.length,
  fullyParallel: false,
  // Pictures are compared, and written only when `npm test -- --update-pictures` asks for it. Those in the repository were taken
  // on Linux; other systems draw text in their own way.
  snapshotPathTemplate: 'e2e/__screenshots__/{arg}{ext}',
  updateSnapshots: 'none',
  ignoreSnapshots: process.platform !== 'linux',
  timeout: 120_000,
  expect: { timeout: 10_000 },
  reporter: [['list'], ['json']],
  forbidOnly: process.env['CI'] !== undefined,
  use: { trace: 'retain-on-failure' },
  projects: [
    { name: 'electron', testIgnore: '**/*.browser.spec.ts' },
    {
      name: 'browser',
      testMatch: '**/*.browser.spec.ts',
      use: {
        browserName: 'chromium',
        viewport: { width: 1440, height: 900 },
        launchOptions: chromium === undefined ? {} : { executablePath: chromium },
      },
    },
  ],
});
