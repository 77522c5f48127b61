// npm run cli [file]: bundles the command line into one file that needs nothing but Node (and libsql for `serve`),
// out/cli/main.cjs where none is given, with the catalogue of SDK actions and what pictures are drawn with in folders beside
// it. `node out/cli/main.cjs help` lists its commands.
import { build } from 'esbuild';
import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { noticesOf, packageFolder, packagesIn } from './lib/notices.mjs';
import { root } from './lib/paths.mjs';

const outfile = resolve(process.argv[2] ?? join(root, 'out/cli/main.cjs'));
const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));

const { metafile } = await build({
  entryPoints: [join(root, 'cli/main.ts')],
  outfile,
  absWorkingDir: root,
  bundle: true,
  platform: 'node',
  format: 'cjs',
  target: 'node18',
  // Node reads the whole text at each start.
  minify: true,
  define: { 'process.env.STEPWRIGHT_VERSION': JSON.stringify(version) },
  banner: { js: '#!/usr/bin/env node' },
  legalComments: 'none',
  metafile: true,
  logLevel: 'warning',
  // Loaded by `serve` alone; its binary is of the machine that it is installed on.
  external: ['libsql'],
});

const folder = dirname(outfile);
mkdirSync(folder, { recursive: true });
cpSync(join(root, 'renderer/public/sdk'), join(folder, 'sdk'), { recursive: true });
const picture = join(folder, 'picture');
cpSync(join(root, 'renderer/public/fonts'), picture, { recursive: true });
cpSync(join(root, 'node_modules/@resvg/resvg-wasm/index_bg.wasm'), join(picture, 'index_bg.wasm'));
const packages = Object.keys(metafile.inputs).flatMap((path) => packageFolder(join(root, path)) ?? []);
writeFileSync(join(folder, 'THIRD-PARTY-NOTICES.txt'), noticesOf(packagesIn([...new Set(packages)])));
