// npm run dist: installers for this system; with --dir the unpacked app alone.
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildWhenNeeded } from './lib/build.mjs';
import { resolveElectron } from './lib/electron.mjs';
import { writeNotices } from './lib/notices.mjs';
import { root } from './lib/paths.mjs';
import { runTool } from './lib/run.mjs';

const args = process.argv.slice(2);
const unpackedOnly = args.includes('--dir');
const electron = resolveElectron();
if ('problem' in electron) {
  console.error(electron.problem);
  process.exit(1);
}
if (electron.kind === 'registry' && !unpackedOnly) {
  console.error(
    'Installers are made of Electron itself, never of the runtime for tests. Use a network that Electron can be downloaded from, or --dir for a trial.',
  );
  process.exit(1);
}
const built = await buildWhenNeeded();
if (built !== 0) process.exit(built);

writeNotices(root);

const copy = mkdtempSync(join(tmpdir(), 'stepwright-dist-'));
try {
  // Without the launcher that stands in the place of the app in the runtime for tests.
  const launcher = join(electron.folder, 'resources/app');
  cpSync(electron.folder, copy, { recursive: true, filter: (path) => path !== launcher });
  process.exitCode = await runTool(
    'electron-builder',
    [
      ...args,
      ...['--config', 'build/electron-builder.cjs', '--publish', 'never', `-c.electronDist=${copy}`],
      // The runtime for tests is older than this fuse. The app reads no file: address.
      ...(electron.kind === 'registry' ? [] : ['-c.electronFuses.grantFileProtocolExtraPrivileges=false']),
    ],
    { CSC_IDENTITY_AUTO_DISCOVERY: process.env['CSC_LINK'] ? 'true' : 'false' },
  );
} finally {
  rmSync(copy, { recursive: true, force: true });
}
