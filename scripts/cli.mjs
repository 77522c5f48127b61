// npm run cli: builds the command line as out/cli/main.cjs. `node out/cli/main.cjs help` lists its commands.
import { join } from 'node:path';
import { buildCli } from './lib/cli.mjs';
import { root } from './lib/paths.mjs';

await buildCli(join(root, 'out/cli/main.cjs'));
