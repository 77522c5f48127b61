import { defineConfig } from '@playwright/test';

// `npm test` finds the browser: Playwright's own where it is installed, else the one of the system.
const chromium = process.env['STEPWRIGHT_CHROMIUM'];

export default defineConfig({
  testDir: 'e2e/specs',
  outputDir: 'test-results/e2e',
  // Windows of one machine share its two cores; more workers only make them wait for each other.
  workers: 2,
  fullyParallel: false,
  timeout: 90_000,
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
