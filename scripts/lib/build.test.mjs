import { mkdtempSync, mkdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { fingerprint } from './build.mjs';

describe('what a build was made from', () => {
  let folder = '';
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'stepwright-build-'));
    mkdirSync(join(folder, 'shared/base'), { recursive: true });
    writeFileSync(join(folder, 'shared/base/json.ts'), 'one');
    writeFileSync(join(folder, 'package.json'), '{}');
  });
  afterEach(() => {
    rmSync(folder, { recursive: true, force: true });
  });

  it('stays the same while nothing changes', () => {
    expect(fingerprint(folder)).toBe(fingerprint(folder));
  });

  /** @type {[string, () => void][]} */
  const changes = [
    ['a source that is written anew', () => writeFileSync(join(folder, 'shared/base/json.ts'), 'other text')],
    // An editor may keep the size: the time tells.
    ['a source of the same size at another time', () => utimesSync(join(folder, 'shared/base/json.ts'), 1, 1)],
    ['a new source', () => writeFileSync(join(folder, 'shared/base/new.ts'), '')],
    ['a source that went away', () => rmSync(join(folder, 'shared/base/json.ts'))],
    ['the list of packages', () => writeFileSync(join(folder, 'package.json'), '{"a":1}')],
  ];
  it.each(changes)('changes with %s', (_title, change) => {
    const before = fingerprint(folder);
    change();
    expect(fingerprint(folder)).not.toBe(before);
  });

  it('does not change with a test, which is in no build', () => {
    const before = fingerprint(folder);
    writeFileSync(join(folder, 'shared/base/json.test.ts'), 'a test');
    expect(fingerprint(folder)).toBe(before);
  });
});
