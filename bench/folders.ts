import { dirname, resolve } from 'node:path';

/** The folder of the benches' sources: they run as one bundle elsewhere, in the project's folder. */
export const benchFolder = resolve('bench');

/** The folder of the bundles that `scripts/bench.mjs` made. */
export const bundleFolder = dirname(process.argv[1] ?? '');
