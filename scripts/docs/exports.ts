/** Writes docs/export.md from the formats of exports: `npm run docs`. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { exportPage } from './exportPage';

writeFileSync(join(import.meta.dirname, '../../docs/export.md'), await exportPage());
