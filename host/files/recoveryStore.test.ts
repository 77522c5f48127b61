import { mkdtemp, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { RecoveryEntry } from '#shared/protocol/index';
import { RecoveryStore } from './recoveryStore';

describe('the recovery store', () => {
  let userData: string;
  let store: RecoveryStore;

  beforeEach(async () => {
    userData = await mkdtemp(join(tmpdir(), 'stepwright-recovery-'));
    store = new RecoveryStore(userData);
  });
  afterEach(() => rm(userData, { recursive: true }));

  const entry = (id: string, updatedAt: number, text = '{}'): RecoveryEntry => {
    return { id, name: `${id}.json`, fileId: null, format: 'json', text, sidecar: null, saved: null, updatedAt };
  };

  it('is empty at first', async () => {
    expect(await store.list()).toEqual([]);
    await store.tidy();
  });

  it('gives back what was put, oldest first, also to the next run of the app', async () => {
    const saved = { text: '{"old":1}', sidecar: '{}' };
    const bound = { ...entry('b', 1, '{"a":"é"}'), fileId: 'f'.repeat(32), saved };
    await store.put(entry('a', 2));
    await store.put(bound);
    expect(await new RecoveryStore(userData).list()).toEqual([bound, entry('a', 2)]);
  });

  it.skipIf(process.platform === 'win32')('keeps what others of the machine may not read', async () => {
    await store.put(entry('a', 1));
    expect((await stat(join(userData, 'recovery/a.json'))).mode & 0o777).toBe(0o600);
  });

  it('keeps the last of many puts that do not wait for each other', async () => {
    await Promise.all(Array.from({ length: 20 }, (_, n) => store.put(entry('a', n, `${n}`))));
    expect(await store.list()).toEqual([entry('a', 19, '19')]);
  });

  it('removes after the puts before it', async () => {
    await Promise.all([store.put(entry('a', 1)), store.remove('a')]);
    expect(await store.list()).toEqual([]);
  });

  it('passes over a file that cannot be read, and leaves it where it is', async () => {
    await store.put(entry('a', 1));
    await writeFile(join(userData, 'recovery/torn.json'), '{"id":"torn","te');
    await writeFile(join(userData, 'recovery/other.json'), '{"id":"other"}');
    expect(await store.list()).toEqual([entry('a', 1)]);
    expect(await readdir(join(userData, 'recovery'))).toEqual(['a.json', 'other.json', 'torn.json']);
  });

  it('clears away what a kill in the middle of a write left', async () => {
    await store.put(entry('a', 1));
    await writeFile(join(userData, 'recovery/.a.json.0123456789ab.tmp'), '{"id":');
    await writeFile(join(userData, 'recovery/.stepwright-0-1-2.tmp'), '{"id":');
    await store.tidy();
    expect(await readdir(join(userData, 'recovery'))).toEqual(['a.json']);
  });
});
