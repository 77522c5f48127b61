import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { bundledPackages, noticesOf, packageFolder } from './notices.mjs';

describe('the notices of what was bundled', () => {
  let root = '';
  beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), 'stepwright-notices-'));
    mkdirSync(join(root, 'out/packages'), { recursive: true });
  });
  afterEach(() => rmSync(root, { recursive: true, force: true }));

  /**
   * @param {string} name
   * @param {Record<string, string>} facts of its package.json
   * @param {Record<string, string>} files
   */
  function install(name, facts, files) {
    const folder = join(root, 'node_modules', name);
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, 'package.json'), JSON.stringify({ name, version: '1.0.0', ...facts }));
    for (const [file, text] of Object.entries(files)) writeFileSync(join(folder, file), text);
    return folder;
  }

  it('name each package once with every text of its licence', () => {
    const b = install('@scope/b', { license: 'Apache-2.0' }, { LICENSE: 'Licence of b', NOTICE: 'Notice of b' });
    const a = install('a', { license: 'OFL-1.1' }, { 'OFL.txt': 'Licence of a', 'README.md': 'no licence' });
    writeFileSync(join(root, 'out/packages/main.json'), JSON.stringify([a]));
    writeFileSync(join(root, 'out/packages/renderer.json'), JSON.stringify([a, b]));
    const packages = bundledPackages(root, ['main', 'renderer']);
    expect(packages).toEqual([
      { name: '@scope/b', version: '1.0.0', license: 'Apache-2.0', texts: ['Licence of b', 'Notice of b'] },
      { name: 'a', version: '1.0.0', license: 'OFL-1.1', texts: ['Licence of a'] },
    ]);
    expect(noticesOf(packages)).toContain('a 1.0.0 (OFL-1.1)\n\nLicence of a\n');
  });

  it('give the text of the Mozilla Public License where a package leaves it out', () => {
    const folder = install('mpl', { license: 'MPL-2.0' }, {});
    writeFileSync(join(root, 'out/packages/main.json'), JSON.stringify([folder]));
    expect(bundledPackages(root, ['main'])[0]?.texts[0]).toMatch(/^Mozilla Public License, version 2\.0/i);
  });

  it('give the text of MIT in the name of the author where a package leaves it out, and refuse other packages', () => {
    const folder = install('mit', { license: 'MIT', author: 'Ada' }, {});
    writeFileSync(join(root, 'out/packages/main.json'), JSON.stringify([folder]));
    expect(bundledPackages(root, ['main'])[0]?.texts[0]).toMatch(/^MIT License\n\nCopyright \(c\) Ada\n/);
    install('mit', { license: 'Custom' }, {});
    expect(() => bundledPackages(root, ['main'])).toThrow('mit 1.0.0 (Custom) comes without the text of its licence.');
  });

  it.each([
    ['/p/node_modules/react/index.js', '/p/node_modules/react'],
    ['\0/p/node_modules/@codemirror/view/dist/index.js?commonjs-es-import', '/p/node_modules/@codemirror/view'],
    ['/p/node_modules/a/node_modules/b/x.css', '/p/node_modules/a/node_modules/b'],
    ['C:\\p\\node_modules\\react\\index.js', 'C:/p/node_modules/react'],
    ['/p/renderer/main.tsx', null],
  ])('find the package of %s', (id, folder) => {
    expect(packageFolder(id)).toBe(folder);
  });
});
