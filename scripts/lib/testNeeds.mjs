import { existsSync } from 'node:fs';
import { missingLibraries } from './libraries.mjs';
import { onPath, quiet } from './run.mjs';

const aptPackages = [
  'chromium',
  'xvfb',
  'xauth',
  'libgtk-3-0',
  'libnss3',
  'libasound2',
  'libgbm1',
  'libxss1',
  'libatk-bridge2.0-0',
  'libdrm2',
  'fonts-liberation',
];

/** Names under which systems install Chromium. */
const chromiumNames = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];

/**
 * Finds, and where it can installs, what the end-to-end tests need.
 * @param {string} electron path of its executable
 * @returns {Promise<{ chromium: string } | { problem: string }>}
 */
export async function ensureTestNeeds(electron) {
  const missing = await whatIsMissing(electron);
  if (missing.length === 0) return found();
  console.log(`Missing for the end-to-end tests: ${missing.join(', ')}. Installing…`);
  if (missing.includes('Chromium'))
    quiet('npx', ['--no-install', 'playwright', 'install', 'chromium'], { timeout: 180_000 });
  const still = await whatIsMissing(electron);
  if (still.length > 0 && process.platform === 'linux' && process.getuid?.() === 0 && onPath('apt-get')) {
    const env = { DEBIAN_FRONTEND: 'noninteractive' };
    quiet('apt-get', ['update'], { env });
    const installed = quiet('apt-get', ['install', '-y', '--no-install-recommends', ...aptPackages], { env });
    if (!installed.ok) console.log(installed.output.split('\n').slice(-15).join('\n'));
  }
  const left = await whatIsMissing(electron);
  if (left.length === 0) return found();
  return {
    problem: `${left.join(', ')} missing, and could not be installed. Run: npx playwright install --with-deps chromium${process.platform === 'linux' ? `; sudo apt-get install ${aptPackages.join(' ')}` : ''}`,
  };
}

/** @param {string} electron */
async function whatIsMissing(electron) {
  const missing = [];
  if ((await chromiumPath()) === null) missing.push('Chromium');
  if (process.platform === 'linux') {
    if (!process.env['DISPLAY'] && !onPath('Xvfb')) missing.push('Xvfb');
    if (missingLibraries(electron).length > 0) missing.push("Electron's shared libraries");
  }
  return missing;
}

/** @returns {Promise<{ chromium: string } | { problem: string }>} */
async function found() {
  const chromium = await chromiumPath();
  return chromium === null ? { problem: 'Chromium is missing.' } : { chromium };
}

/** Playwright's own browser where it is installed, else the one of the system. */
async function chromiumPath() {
  const { chromium } = await import('@playwright/test');
  if (existsSync(chromium.executablePath())) return chromium.executablePath();
  for (const name of chromiumNames) {
    const { ok, output } = quiet('which', [name]);
    if (ok) return output.trim();
  }
  return null;
}
