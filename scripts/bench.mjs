// npm run bench -- NAME: bundles the benches as the product is bundled and runs them. A loader that transforms file by file
// names every function anew where it is made, which costs our code some 15 % that its users do not pay, and the peers nothing.
import { build } from 'esbuild';
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { root } from './lib/paths.mjs';

const outdir = join(root, 'node_modules/.cache/stepwright-bench');

await build({
  entryPoints: { run: join(root, 'bench/run.ts'), measure: join(root, 'bench/simulator/measure.ts') },
  outdir,
  outExtension: { '.js': '.mjs' },
  absWorkingDir: root,
  bundle: true,
  packages: 'external',
  platform: 'node',
  format: 'esm',
  target: 'node20',
  sourcemap: 'inline',
  logLevel: 'warning',
});

const { status } = spawnSync(process.execPath, [join(outdir, 'run.mjs'), ...process.argv.slice(2)], {
  cwd: root,
  stdio: 'inherit',
});
process.exitCode = status ?? 1;
