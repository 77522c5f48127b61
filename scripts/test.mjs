// npm test: unit tests, then end-to-end tests in Electron and Chromium. Closes with the sum of both.
// Options: --unit-only, --e2e-only, --update-pictures (takes the pictures of e2e/__screenshots__ anew); other arguments go to Playwright, or to Vitest with --unit-only.
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { buildWhenNeeded } from './lib/build.mjs';
import { openDisplays } from './lib/display.mjs';
import { resolveElectron } from './lib/electron.mjs';
import { root } from './lib/paths.mjs';
import { runTool } from './lib/run.mjs';
import { ensureTestNeeds } from './lib/testNeeds.mjs';

const unitOnly = process.argv.includes('--unit-only');
const endToEndOnly = process.argv.includes('--e2e-only');
const updatePictures = process.argv.includes('--update-pictures');
const ours = ['--unit-only', '--e2e-only', '--update-pictures'];
const rest = process.argv.slice(2).filter((argument) => !ours.includes(argument));
const results = join(root, 'test-results');
const unitResults = join(results, 'unit.json');
const endToEndResults = join(results, 'e2e.json');

let passed = 0;
let failed = 0;

if (!endToEndOnly) {
  rmSync(unitResults, { force: true });
  const args = ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${unitResults}`];
  const code = await runTool('vitest', unitOnly ? [...args, ...rest] : args);
  const counts = read(unitResults, (report) => [report.numPassedTests, report.numFailedTests]);
  add(code, counts);
}
if (!unitOnly) add(...(await endToEnd()));

console.log(`${passed} passed, ${failed} failed`);
process.exit(failed === 0 ? 0 : 1);

/** @returns {Promise<[number, [number, number]]>} exit code, and how many passed and failed */
async function endToEnd() {
  const electron = resolveElectron();
  if ('problem' in electron) return complain(electron.problem);
  const needs = await ensureTestNeeds(electron.executable);
  if ('problem' in needs) return complain(needs.problem);
  if ((await buildWhenNeeded()) !== 0) return complain('The build failed.');
  const { displays, stop } = await openDisplays(2);
  mkdirSync(results, { recursive: true });
  rmSync(endToEndResults, { force: true });
  const code = await runTool('playwright', ['test', ...(updatePictures ? ['--update-snapshots=all'] : []), ...rest], {
    // Times on screen do not hang on where the machine stands.
    TZ: 'UTC',
    STEPWRIGHT_ELECTRON: electron.executable,
    STEPWRIGHT_CHROMIUM: needs.chromium,
    PLAYWRIGHT_JSON_OUTPUT_NAME: endToEndResults,
    // One for each worker of Playwright.
    STEPWRIGHT_DISPLAYS: displays.join(','),
  });
  stop();
  const counts = read(endToEndResults, ({ stats }) => [stats.expected, stats.unexpected + stats.flaky + stats.skipped]);
  return [code, counts];
}

/**
 * @param {string} problem
 * @returns {[number, [number, number]]}
 */
function complain(problem) {
  console.error(problem);
  return [1, [0, 1]];
}

/**
 * @param {string} path
 * @param {(report: any) => [number, number]} count reports of two tools, each with a form of its own: hence any
 * @returns {[number, number]}
 */
function read(path, count) {
  try {
    return count(JSON.parse(readFileSync(path, 'utf8')));
  } catch {
    return [0, 1];
  }
}

/**
 * @param {number} code
 * @param {[number, number]} counts
 */
function add(code, [good, bad]) {
  passed += good;
  // A run that fails without a failed test, such as one that finds no tests, is a failure too.
  failed += code !== 0 && bad === 0 ? 1 : bad;
}
