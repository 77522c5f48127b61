import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/**
 * A package whose code is in the bundle.
 * @typedef {{ name: string; version: string; license: string; texts: string[] }} Bundled
 */

/** The lists that the build leaves: one a bundle, each an array of folders of packages. */
const listFolder = 'out/packages';
/** The text of the Mozilla Public License, which names nobody. */
const mozillaLicence = join(import.meta.dirname, '../../build/licences/MPL-2.0.txt');
/** Names of files that hold licences or what has to be told with them. */
const licenceFile = /^(licen[cs]e|copying|notice|ofl)/i;

/**
 * The folder of the package that a module of the bundle belongs to; null for a module of our own.
 * @param {string} id path of the module, perhaps with a query and the mark of a virtual module
 * @returns {string | null}
 */
export function packageFolder(id) {
  const path = id.replace(/^\0/, '').replace(/\?.*$/s, '').replaceAll('\\', '/');
  const at = path.lastIndexOf('/node_modules/');
  if (at < 0) return null;
  const [scope = '', name = ''] = path.slice(at + '/node_modules/'.length).split('/');
  return `${path.slice(0, at)}/node_modules/${scope.startsWith('@') ? `${scope}/${name}` : scope}`;
}

/**
 * A plugin of the build that writes down which packages are in a bundle, workers included.
 * @param {string} bundle name of the list
 * @returns {() => import('vite').Plugin} one for the bundle and, as workers are bundled by plugins of their own, one for those
 */
export function listPackages(bundle) {
  /** @type {Set<string>} */
  const folders = new Set();
  return () => ({
    name: 'list-packages',
    apply: 'build',
    generateBundle() {
      // Not those of the chunks: style sheets and what is inlined are in none.
      for (const id of this.getModuleIds()) {
        const folder = packageFolder(id);
        if (folder !== null && existsSync(join(folder, 'package.json'))) folders.add(folder);
      }
      mkdirSync(listFolder, { recursive: true });
      writeFileSync(join(listFolder, `${bundle}.json`), JSON.stringify([...folders].sort(), null, 2));
    },
  });
}

/**
 * Every package of the bundles of the app with the texts of its licence, by name. A package is in it once a version.
 * @param {string} root folder of the project, which was built
 * @param {readonly string[]} bundles
 * @returns {Bundled[]}
 * @throws when a package comes without any text of a licence, MIT and MPL aside: it may not be passed on before somebody looked at it
 */
export function bundledPackages(root, bundles = ['main', 'preload', 'renderer']) {
  return packagesIn(
    bundles.flatMap((bundle) => {
      return /** @type {string[]} */ (JSON.parse(readFileSync(join(root, listFolder, `${bundle}.json`), 'utf8')));
    }),
  );
}

/**
 * The packages of folders with the texts of their licences, by name.
 * @param {readonly string[]} folders
 * @returns {Bundled[]}
 * @throws as {@link bundledPackages} does
 */
export function packagesIn(folders) {
  /** @type {Map<string, Bundled>} */
  const packages = new Map();
  for (const folder of folders) {
    const { name, version, license, author } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
    const texts = licenceTexts(folder);
    // Some packages say which licence they have and leave its text out.
    if (texts.length === 0 && license === 'MIT') texts.push(mit(author?.name ?? author ?? `the authors of ${name}`));
    if (texts.length === 0 && license === 'MPL-2.0') texts.push(readFileSync(mozillaLicence, 'utf8').trim());
    if (texts.length === 0) throw new Error(`${name} ${version} (${license}) comes without the text of its licence.`);
    packages.set(`${name} ${version}`, { name, version, license: String(license), texts });
  }
  return [...packages.values()].sort((a, b) => (a.name < b.name ? -1 : 1));
}

/**
 * The MIT licence (SPDX identifier MIT) in the name of somebody.
 * @param {string} holder
 */
function mit(holder) {
  return `MIT License

Copyright (c) ${holder}

Permission is hereby granted, free of charge, to any person obtaining a copy of this software and associated documentation files (the "Software"), to deal in the Software without restriction, including without limitation the rights to use, copy, modify, merge, publish, distribute, sublicense, and/or sell copies of the Software, and to permit persons to whom the Software is furnished to do so, subject to the following conditions:

The above copyright notice and this permission notice shall be included in all copies or substantial portions of the Software.

THE SOFTWARE IS PROVIDED "AS IS", WITHOUT WARRANTY OF ANY KIND, EXPRESS OR IMPLIED, INCLUDING BUT NOT LIMITED TO THE WARRANTIES OF MERCHANTABILITY, FITNESS FOR A PARTICULAR PURPOSE AND NONINFRINGEMENT. IN NO EVENT SHALL THE AUTHORS OR COPYRIGHT HOLDERS BE LIABLE FOR ANY CLAIM, DAMAGES OR OTHER LIABILITY, WHETHER IN AN ACTION OF CONTRACT, TORT OR OTHERWISE, ARISING FROM, OUT OF OR IN CONNECTION WITH THE SOFTWARE OR THE USE OR OTHER DEALINGS IN THE SOFTWARE.`;
}

/** @param {string} folder of a package */
function licenceTexts(folder) {
  const names = readdirSync(folder).filter((name) => licenceFile.test(name));
  return names.map((name) => readFileSync(join(folder, name), 'utf8').trim());
}

/**
 * The notices that have to go with a copy of what was bundled.
 * @param {readonly Bundled[]} packages
 * @param {string} more what else it contains, as sentences
 */
export function noticesOf(packages, more = '') {
  const rule = '-'.repeat(80);
  const parts = packages.map(
    ({ name, version, license, texts }) => `${rule}\n${name} ${version} (${license})\n\n${texts.join('\n\n')}\n`,
  );
  return `Stepwright contains code of the packages below, under their own licences.\n${more}\n${parts.join('\n')}`;
}

const electronNotices = 'Electron and Chromium have theirs in LICENSE.electron.txt and LICENSES.chromium.html.\n';

/**
 * Writes the notices for the package that is made of a build.
 * @param {string} root
 */
export function writeNotices(root) {
  const path = join(root, 'out/THIRD-PARTY-NOTICES.txt');
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, noticesOf(bundledPackages(root), electronNotices));
}
