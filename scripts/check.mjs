// npm run check: everything that can be said about the code without running it.
import { runTool } from './lib/run.mjs';

/** @type {readonly [string, string, readonly string[]][]} */
const steps = [
  ['types', 'tsc', ['-b']],
  ['lint', 'eslint', ['.', '--max-warnings', '0']],
  [
    'layer rules',
    'depcruise',
    [
      '--config',
      '.dependency-cruiser.cjs',
      '--output-type',
      'err',
      'shared',
      'host',
      'cli',
      'electron',
      'renderer',
      'e2e',
    ],
  ],
  ['formatting', 'prettier', ['--check', '--log-level', 'warn', '.']],
  ['unused code', 'knip', ['--no-progress']],
];

const failures = [];
for (const [title, tool, args] of steps) {
  const started = Date.now();
  const code = await runTool(tool, args);
  console.log(`${code === 0 ? 'ok  ' : 'FAIL'} ${title} (${((Date.now() - started) / 1000).toFixed(1)} s)`);
  if (code !== 0) failures.push(title);
}
if (failures.length > 0) console.error(`Not in order: ${failures.join(', ')}`);
process.exit(failures.length === 0 ? 0 : 1);
