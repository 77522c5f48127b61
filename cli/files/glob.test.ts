import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { TestFolder } from '../testing/callCommand';
import { filesMatching, isPattern } from './glob';

let folder: TestFolder;
beforeAll(() => {
  folder = new TestFolder();
  const names = ['a.json', 'b.yaml', 'a+b.json', 'deep/c.json', 'deep/er/d.json', '.hidden/e.json', '.f.json'];
  for (const name of [...names, 'node_modules/g/h.json', 'a.stepwright.json', 'deep/x{y.json']) folder.write(name, '');
});
afterAll(() => folder.remove());

describe('filesMatching', () => {
  it.each([
    ['*.json', ['a+b.json', 'a.json']],
    ['?.json', ['a.json']],
    ['[ab].*', ['a.json', 'b.yaml']],
    ['[!a].*', ['b.yaml']],
    ['{a,b}.{json,yaml}', ['a.json', 'b.yaml']],
    ['a+b.jso?', ['a+b.json']],
    ['**/[cd].json', ['deep/c.json', 'deep/er/d.json']],
    ['deep/**', ['deep/c.json', 'deep/er/d.json', 'deep/x{y.json']],
    ['**/*.json', ['a+b.json', 'a.json', 'deep/c.json', 'deep/er/d.json', 'deep/x{y.json']],
    ['*/*.json', ['deep/c.json', 'deep/x{y.json']],
    ['deep/x{y.*', ['deep/x{y.json']],
    ['[z-a].json', []],
    ['.*/*.json', ['.hidden/e.json']],
    ['node_modules/*/*.json', ['node_modules/g/h.json']],
    ['none/*', []],
    ['*', ['a+b.json', 'a.json', 'b.yaml']],
  ])('%s', async (pattern, names) => {
    const found = await filesMatching(`${folder.path}/${pattern}`);
    expect(found).toEqual(names.map((name) => join(folder.path, name)));
  });
});

it('a plain name is no pattern', () => {
  expect(['a.json', '-', 'a b/c.json'].map(isPattern)).toEqual([false, false, false]);
  expect(['*', 'a?', '[a]', '{a,b}'].map(isPattern)).toEqual([true, true, true, true]);
});
