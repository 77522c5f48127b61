// npm run cli [file]: bundles the command line into one file that needs nothing but Node, out/cli/main.cjs where none is
// given. `node out/cli/main.cjs help` lists its commands.
import { build } from 'esbuild';
import { join } from 'node:path';
import { root } from './lib/paths.mjs';

await build({
  entryPoints: [join(root, 'cli/main.ts')],
  outfile: process.argv[2] ?? join(root, 'out/cli/main.cjs'),
  bundle: true,
  platform: 'node',
  format: 'cjs',
  target: 'node18',
  banner: { js: '#!/usr/bin/env node' },
  logLevel: 'warning',
});
