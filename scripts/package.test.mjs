import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const root = join(import.meta.dirname, '..');
/** @type {import('electron-builder').Configuration} */
const configuration = createRequire(import.meta.url)('../build/electron-builder.cjs');

describe('the package', () => {
  it('takes an extension on Windows that Windows can match: what follows the last dot, and not everybody else’s', () => {
    const extensions = [configuration.win?.fileAssociations ?? []].flat().flatMap(({ ext }) => ext);
    expect(extensions).toEqual(['asl']);
    const script = readFileSync(join(root, 'build/installer.nsh'), 'utf8');
    const offered = [
      ...script.matchAll(/(\w+) SHELL_CONTEXT "Software\\Classes\\(\.\w+)\\OpenWithProgids" "([\w.]+)"/g),
    ];
    expect(offered.map(([, act, ext, name]) => [act, ext, name])).toEqual(
      ['WriteRegStr', 'DeleteRegValue'].flatMap((act) =>
        ['.json', '.yaml', '.yml'].map((ext) => [act, ext, 'Stepwright.asl']),
      ),
    );
    expect([configuration.win?.fileAssociations ?? []].flat().map(({ name }) => name)).toEqual(['Stepwright.asl']);
  });

  it('closes every way to run other code under the name of the app', () => {
    expect(configuration.electronFuses).toEqual({
      runAsNode: false,
      enableNodeOptionsEnvironmentVariable: false,
      enableNodeCliInspectArguments: false,
      enableEmbeddedAsarIntegrityValidation: true,
      onlyLoadAppFromAsar: true,
    });
  });
});
