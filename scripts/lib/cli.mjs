import { build } from 'esbuild';
import { join } from 'node:path';
import { root } from './paths.mjs';

/**
 * Bundles the command line into one file that needs nothing but Node.
 * @param {string} outfile
 */
export async function buildCli(outfile) {
  await build({
    entryPoints: [join(root, 'cli/main.ts')],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'cjs',
    target: 'node18',
    banner: { js: '#!/usr/bin/env node' },
    logLevel: 'warning',
  });
}
