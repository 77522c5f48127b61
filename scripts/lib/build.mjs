import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './paths.mjs';
import { runTool } from './run.mjs';

const sources = [
  'electron',
  'host',
  'renderer',
  'shared',
  'examples',
  'electron.vite.config.ts',
  'scripts/lib/notices.mjs',
  'package.json',
  'package-lock.json',
  'tsconfig.base.json',
];
const stamp = join(root, 'out/built-from');

/** Builds the app when a source changed since the last build. */
export async function buildWhenNeeded() {
  const now = fingerprint(root);
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === now && existsSync(join(root, 'out/renderer/index.html')))
    return 0;
  console.log('Building…');
  const code = await runTool('electron-vite', ['build', '--logLevel', 'warn']);
  if (code === 0) writeFileSync(stamp, now);
  return code;
}

/**
 * Changes with the size or time of any source of the build; tests are none.
 * @param {string} folder the project's
 */
export function fingerprint(folder) {
  const hash = createHash('sha256');
  /** @param {string} name */
  const add = (name) => {
    const path = join(folder, name);
    const info = statSync(path);
    if (info.isDirectory()) for (const child of readdirSync(path).sort()) add(join(name, child));
    else if (!/\.test\.tsx?$/.test(name)) hash.update(`${name}:${info.size}:${info.mtimeMs}\n`);
  };
  for (const source of sources) if (existsSync(join(folder, source))) add(source);
  return hash.digest('hex');
}
