import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

/**
 * @typedef {{ version?: string; integrity?: string; resolved?: string; inBundle?: boolean; engines?: { node?: string };
 *   dependencies?: Record<string, string>; optionalDependencies?: Record<string, string> }} Locked
 */

/** @type {{ packages: Record<string, Locked> }} */
const { packages } = JSON.parse(readFileSync(join(import.meta.dirname, '../package-lock.json'), 'utf8'));
const locked = Object.entries(packages).filter(([path]) => path !== '');

/**
 * Where Node would find a package for the one at `from`: in its own folder or in one above it.
 * @param {string} from
 * @param {string} name
 */
function find(from, name) {
  for (let folder = from; ; folder = folder.slice(0, Math.max(0, folder.lastIndexOf('/node_modules/')))) {
    const path = folder === '' ? `node_modules/${name}` : `${folder}/node_modules/${name}`;
    if (packages[path] !== undefined) return path;
    if (folder === '') return null;
  }
}

describe('the lock file', () => {
  it('names integrity and no download addresses, so that any registry will do', () => {
    expect(locked.length).toBeGreaterThan(100);
    expect(locked.filter(([, { resolved }]) => resolved !== undefined).map(([path]) => path)).toEqual([]);
    // What a package bundles comes inside it, under its integrity.
    const loaded = locked.filter(([, { inBundle }]) => inBundle !== true);
    expect(loaded.filter(([, { integrity }]) => integrity === undefined).map(([path]) => path)).toEqual([]);
  });

  // npm leaves out an optional package that the registry did not have on the day, and then "npm ci" refuses the file.
  it('holds every package that another one asks for, those of other systems too', () => {
    const missing = locked.flatMap(([path, { dependencies, optionalDependencies }]) =>
      Object.keys({ ...dependencies, ...optionalDependencies })
        .filter((name) => find(path, name) === null)
        .map((name) => `${name} for ${path}`),
    );
    expect(missing).toEqual([]);
  });
});
