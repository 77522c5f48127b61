/** Writes docs/rules.md from the rules of validation: `npm run docs`. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { rulesPage } from './rulesPage';

writeFileSync(join(import.meta.dirname, '../../docs/rules.md'), await rulesPage());
