import { join } from 'node:path';

/** The project's folder. */
export const root = join(import.meta.dirname, '../..');
/** Downloads that survive a rebuild; `npm ci` clears them along with node_modules. */
export const cache = join(root, 'node_modules/.cache/stepwright');
