import { createHash, randomBytes } from 'node:crypto';
import { mkdir, readFile, realpath, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { isRunning } from './temporary';

/** Milliseconds to wait for another instance; a save takes a few. */
const patience = 10_000;

/**
 * Carries out a task while no other instance of the app, whatever its profile, does one of the same file. To compare a file
 * and to write it are one step then. The locks lie in the system's folder for temporary files, not in those of people.
 * @throws when another instance does not let go of the file
 */
export async function withLock<Value>(path: string, task: () => Promise<Value>): Promise<Value> {
  const lock = await taken(await realpath(path).catch(() => path));
  try {
    return await task();
  } finally {
    await rm(lock, { force: true }).catch(() => undefined);
  }
}

async function taken(path: string): Promise<string> {
  const folder = join(tmpdir(), `stepwright-locks-${userInfo().username.replace(/\W/g, '_')}`);
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const lock = join(folder, createHash('sha256').update(path).digest('hex').slice(0, 32));
  for (let waited = 0; ; waited += 20) {
    try {
      await writeFile(lock, String(process.pid), { flag: 'wx' });
      return lock;
    } catch (problem) {
      if ((problem as NodeJS.ErrnoException).code !== 'EEXIST') throw problem;
      if (waited > patience) throw new Error('another Stepwright is writing it. Try again in a moment.');
      if (!(await broken(lock))) await wait(20);
    }
  }
}

/** Takes away a lock whose holder was killed; false when its holder runs. */
async function broken(lock: string): Promise<boolean> {
  const holder = await readFile(lock, 'utf8').catch(() => null);
  // It was let go of, or is just being written.
  if (holder === null || holder === '') return false;
  if (isRunning(Number(holder))) return false;
  const aside = `${lock}-${randomBytes(6).toString('hex')}`;
  // One of several that see it takes it away. Whoever took it anew in between is seen here, and gets it back.
  await rename(lock, aside).catch(() => undefined);
  const moved = await readFile(aside, 'utf8').catch(() => null);
  if (moved !== null && moved !== holder) await rename(aside, lock).catch(() => undefined);
  else await rm(aside, { force: true });
  return true;
}
