import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, renameSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { cache } from './paths.mjs';
import { quiet } from './run.mjs';

/**
 * A Python with packages of its own, made once and kept under node_modules/.cache.
 * @param {string} name of the environment, such as `judges`
 * @param {readonly string[]} requirements with their versions: `cfn-lint==1.58.0`
 * @returns {string} path of its interpreter; programs of packages are called by `-m`
 * @throws with the commands to run, where Python or the registry of packages is missing
 */
export function pythonEnvironment(name, requirements) {
  const key = createHash('sha256')
    .update([...requirements].sort().join('\n'))
    .digest('hex')
    .slice(0, 12);
  const folder = join(cache, 'python', `${name}-${key}`);
  if (!existsSync(folder)) make(folder, requirements);
  return interpreterIn(folder);
}

/**
 * Made aside and moved to its place when it is whole, so that two tests at once, or one that is stopped, leave no half.
 * @param {string} folder
 * @param {readonly string[]} requirements
 */
function make(folder, requirements) {
  mkdirSync(dirname(folder), { recursive: true });
  const aside = mkdtempSync(`${folder}-`);
  const steps = /** @type {const} */ ([
    [process.platform === 'win32' ? 'python' : 'python3', ['-m', 'venv', aside]],
    [interpreterIn(aside), ['-m', 'pip', 'install', '--quiet', '--disable-pip-version-check', ...requirements]],
  ]);
  for (const [command, args] of steps) {
    const { ok, output } = quiet(command, args);
    if (ok) continue;
    rmSync(aside, { recursive: true, force: true });
    const byHand = `python3 -m venv ${folder} && ${interpreterIn(folder)} -m pip install ${requirements.join(' ')}`;
    throw new Error(`The Python packages of this test cannot be installed. Run: ${byHand}\n${output}`);
  }
  try {
    renameSync(aside, folder);
  } catch (thrown) {
    // Another test was faster.
    rmSync(aside, { recursive: true, force: true });
    if (!existsSync(folder)) throw thrown;
  }
}

/** @param {string} folder */
function interpreterIn(folder) {
  return process.platform === 'win32' ? join(folder, 'Scripts', 'python.exe') : join(folder, 'bin', 'python');
}
