import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const renderer = join(import.meta.dirname, '../renderer');
const sheets = readdirSync(renderer, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.css') && !name.includes('public'))
  .map((name) => name.replaceAll('\\', '/'));

/** @param {string} name */
const read = (name) => readFileSync(join(renderer, name), 'utf8').replace(/\/\*[^]*?\*\//g, '');

/** @param {string} css the classes that its selectors name */
const classesOf = (css) =>
  [...css.replace(/\{[^{}]*\}/g, '{}').matchAll(/\.([a-zA-Z][\w-]*)/g)].map(([, name]) => name ?? '');

/** What begins the classes of a feature: its own name; runs are called by the singular. */
const prefixes = /** @type {Record<string, string>} */ ({ runs: 'run' });
/** Classes of the libraries that a feature draws with. */
const libraries = /^(react-flow|cm-|selected$)/;
/** Classes of all: a state that any element can be in, and those of ui/. */
const shared = new Set(sheets.filter((name) => name.startsWith('ui/')).flatMap((name) => classesOf(read(name))));
const states = /^is-/;

describe('style sheets', () => {
  it.each(sheets.filter((name) => name.startsWith('features/')))('%s styles classes of its feature alone', (name) => {
    const feature = name.split('/')[1] ?? '';
    const prefix = prefixes[feature] ?? feature;
    const foreign = classesOf(read(name)).filter(
      (each) =>
        !(each === prefix || each.startsWith(`${prefix}-`) || each.startsWith(`${prefix}_`)) &&
        !libraries.test(each) &&
        !states.test(each) &&
        !shared.has(each),
    );
    expect(foreign).toEqual([]);
  });

  it.each(sheets.filter((name) => name !== 'ui/tokens.css'))('%s names no colour that is not a token', (name) => {
    expect(read(name).match(/#[0-9a-f]{3,8}\b|\b(rgba?|hsla?)\((?!var)/gi) ?? []).toEqual([]);
  });

  it('and components name a class with each of its variants', () => {
    const styled = new Set(sheets.flatMap((name) => classesOf(read(name))));
    const lonely = readdirSync(renderer, { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.tsx'))
      .flatMap((name) => {
        const text = readFileSync(join(renderer, name), 'utf8');
        const bases = [...text.matchAll(/[\s'"`]([a-z]+(?:-[a-z]+)*(?:__[a-z-]+)?)--(?=[a-z$])/g)].map(
          ([, base]) => base ?? '',
        );
        return [...new Set(bases)]
          .filter((base) => styled.has(base) && !new RegExp(`${base}(?![\\w-])`).test(text))
          .map((base) => `${name}: ${base}`);
      });
    expect(lonely).toEqual([]);
  });

  it('and components use no class of another feature', () => {
    const owners = new Map(
      sheets
        .filter((name) => name.startsWith('features/'))
        .flatMap((name) => classesOf(read(name)).map((each) => /** @type {const} */ ([each, name.split('/')[1]])))
        .filter(([each]) => !shared.has(each) && !states.test(each)),
    );
    const borrowed = readdirSync(renderer, { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.tsx'))
      .flatMap((name) => {
        const [floor, folder] = name.replaceAll('\\', '/').split('/');
        const own = floor === 'features' ? folder : floor;
        // Only words with the marks of a class, so that plain words are not taken for one.
        const used = readFileSync(join(renderer, name), 'utf8').match(/\b[a-z]+(?:-[a-z]+)*(?:__|--)[\w-]+/g) ?? [];
        return used
          .filter((each) => owners.has(each) && owners.get(each) !== own)
          .map((each) => `${name}: ${each} of ${owners.get(each)}`);
      });
    expect(borrowed).toEqual([]);
  });
});

describe('parts that are loaded on their own', () => {
  const features = join(renderer, 'features');
  const contributions = readFileSync(join(renderer, 'app/contributions.ts'), 'utf8');
  const app = ['App.tsx', 'SidePanel.tsx'].map((name) => readFileSync(join(renderer, 'app', name), 'utf8')).join('\n');
  const parts = [...`${contributions}\n${app}`.matchAll(/'\.\.\/features\/([\w/]+)'/g)].map(([, name]) => name ?? '');

  /** @param {string} file @param {Set<string>} seen what a file and those that it imports by a relative path are */
  const reached = (file, seen = new Set()) => {
    if (seen.has(file)) return seen;
    seen.add(file);
    if (file.endsWith('.css')) return seen;
    for (const [, to = ''] of readFileSync(file, 'utf8').matchAll(/(?:from|import) '(\.[^']+)'/g)) {
      const base = join(file, '..', to);
      const found = [base, `${base}.tsx`, `${base}.ts`].find((path) => existsSync(path) && statSync(path).isFile());
      if (found !== undefined) reached(found, seen);
    }
    return seen;
  };

  it.each(parts)('%s brings the sheets of the classes that it uses', (part) => {
    const feature = part.split('/')[0] ?? '';
    const files = [...reached(existsSync(join(features, `${part}.tsx`)) ? join(features, `${part}.tsx`) : '')];
    const own = sheets.filter((name) => name.startsWith(`features/${feature}/`)).map((name) => join(renderer, name));
    const defined = new Set(own.flatMap((name) => classesOf(readFileSync(name, 'utf8'))));
    const brought = new Set(
      files.filter((name) => name.endsWith('.css')).flatMap((name) => classesOf(readFileSync(name, 'utf8'))),
    );
    const used = files
      .filter((name) => name.endsWith('.tsx') && name.startsWith(join(features, feature)))
      .flatMap((name) => [...readFileSync(name, 'utf8').matchAll(/[\w-]+/g)].map(([word]) => word));
    // A word alone, such as the name of the feature, is not sure to be a class.
    expect(
      [...new Set(used)]
        .filter((name) => name.includes('_') || name.includes('-'))
        .filter((name) => defined.has(name) && !brought.has(name)),
    ).toEqual([]);
  });
});
