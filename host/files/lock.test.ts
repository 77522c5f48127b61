import { createHash } from 'node:crypto';
import { mkdir, mkdtemp, readFile, realpath, rm, writeFile } from 'node:fs/promises';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { withLock } from './lock';

describe('the lock of a file', () => {
  let folder: string;
  let path: string;
  let lock: string;

  beforeEach(async () => {
    folder = await realpath(await mkdtemp(join(tmpdir(), 'stepwright-lock-')));
    path = join(folder, 'orders.asl.json');
    const locks = join(tmpdir(), `stepwright-locks-${userInfo().username.replace(/\W/g, '_')}`);
    await mkdir(locks, { recursive: true });
    lock = join(locks, createHash('sha256').update(path).digest('hex').slice(0, 32));
  });
  afterEach(() => rm(folder, { recursive: true }));

  it('lets one task at a time do what it does', async () => {
    const steps: string[] = [];
    const task = (name: string) => () =>
      new Promise<void>((resolve) => {
        steps.push(`${name} begins`);
        setTimeout(() => resolve(void steps.push(`${name} ends`)), 30);
      });
    await Promise.all([withLock(path, task('a')), withLock(path, task('b'))]);
    expect(steps.map((step) => step.split(' ')[1])).toEqual(['begins', 'ends', 'begins', 'ends']);
  });

  it('is let go of by a task that fails', async () => {
    await expect(withLock(path, () => Promise.reject(new Error('no')))).rejects.toThrow('no');
    expect(await withLock(path, () => Promise.resolve(1))).toBe(1);
  });

  it('of an instance that was killed is taken over', async () => {
    await writeFile(lock, String(2 ** 30));
    expect(await withLock(path, () => readFile(lock, 'utf8'))).toBe(String(process.pid));
  });
});
