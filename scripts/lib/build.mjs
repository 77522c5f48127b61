import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './paths.mjs';
import { runTool } from './run.mjs';

const sources = ['electron', 'renderer', 'shared', 'examples', 'electron.vite.config.ts', 'package.json', 'package-lock.json', 'tsconfig.base.json'];
const stamp = join(root, 'out/built-from');

/** Builds the app when a source changed since the last build. */
export async function buildWhenNeeded() {
  const now = fingerprint();
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === now && existsSync(join(root, 'out/renderer/index.html'))) return 0;
  console.log('Building…');
  const code = await runTool('electron-vite', ['build', '--logLevel', 'warn']);
  if (code === 0) writeFileSync(stamp, now);
  return code;
}

/** Changes with the size or time of any source. */
function fingerprint() {
  const hash = createHash('sha256');
  /** @param {string} path */
  const add = (path) => {
    const info = statSync(path);
    if (info.isDirectory()) for (const name of readdirSync(path).sort()) add(join(path, name));
    else hash.update(`${path}:${info.size}:${info.mtimeMs}\n`);
  };
  for (const source of sources) if (existsSync(join(root, source))) add(join(root, source));
  return hash.digest('hex');
}
