/** Writes docs/services.md from the registry of services: `npm run docs`. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { servicesPage } from './servicesPage';

writeFileSync(join(import.meta.dirname, '../../docs/services.md'), servicesPage());
