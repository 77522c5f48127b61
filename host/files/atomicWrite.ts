import { constants } from 'node:fs';
import { access, chmod, chown, lstat, open, readlink, realpath, rename, rm, stat } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { temporaryName } from './temporary';

interface WriteOptions {
  /** Rights of a file that is not there yet; those of an existing one stay as they are. */
  readonly mode?: number;
}

interface Existing {
  readonly mode: number;
  readonly uid: number;
  readonly gid: number;
  /** How many names the file has. */
  readonly links: number;
  readonly isFile: boolean;
}

/**
 * Writes a file so that whoever reads it, even after a power cut, finds the old text or the new one, never a part:
 * a temporary file in the same folder, flushed to disk, put in place by rename. Rights and owner of an existing file are
 * kept, and a symbolic link stays a link to the file that changes, be it there yet or not.
 *
 * A file that has other names (hard links), or whose owner we may not give to a new one, is written in place instead: a
 * rename would part it from its names or its owner. A power cut in that moment leaves a part; the recovery store still has
 * the whole.
 * @throws the system's error, with the old file as it was; also when that file may not be written, which a rename
 *   alone would not notice
 */
export async function writeAtomically(
  path: string,
  text: string | Uint8Array,
  { mode = 0o644 }: WriteOptions = {},
): Promise<void> {
  const target = await targetOf(path);
  const folder = dirname(target);
  const existing = await existingAt(target);
  if (existing) await access(target, constants.W_OK);
  if (existing && existing.links > 1 && existing.isFile) return writeInPlace(target, text);
  const temporary = join(folder, temporaryName());
  try {
    await writeNew(temporary, text, existing?.mode ?? mode);
    if (existing && !(await givenTo(temporary, existing))) {
      await rm(temporary, { force: true });
      return await writeInPlace(target, text);
    }
    // The rights given to open were cut by the umask.
    if (existing) await chmod(temporary, existing.mode);
    await putInPlace(temporary, target);
  } catch (problem) {
    await rm(temporary, { force: true });
    throw problem;
  }
  await syncFolder(folder);
}

async function writeNew(path: string, text: string | Uint8Array, mode: number): Promise<void> {
  const file = await open(path, constants.O_CREAT | constants.O_EXCL | constants.O_WRONLY, mode);
  try {
    await file.writeFile(text, 'utf8');
    await file.sync();
  } finally {
    await file.close();
  }
}

async function writeInPlace(path: string, text: string | Uint8Array): Promise<void> {
  const file = await open(path, constants.O_WRONLY | constants.O_TRUNC);
  try {
    await file.writeFile(text, 'utf8');
    await file.sync();
  } finally {
    await file.close();
  }
}

/** Where a path leads to, through links that lead to nothing yet, too. */
async function targetOf(path: string, steps = 40): Promise<string> {
  try {
    return await realpath(path);
  } catch {
    const isLink = await lstat(path).then(
      (info) => info.isSymbolicLink(),
      () => false,
    );
    if (!isLink || steps === 0) return path;
    return targetOf(resolve(dirname(path), await readlink(path)), steps - 1);
  }
}

/** Gives a file of ours to the owner of another; false when the system does not let us. */
async function givenTo(path: string, { uid, gid }: Existing): Promise<boolean> {
  const ours = await stat(path);
  if (ours.uid === uid && ours.gid === gid) return true;
  return chown(path, uid, gid).then(
    () => true,
    () => false,
  );
}

/** On Windows a scanner or an indexer that looks at the old file holds it for a moment, which is no reason to fail. */
async function putInPlace(temporary: string, target: string): Promise<void> {
  const pauses = process.platform === 'win32' ? [20, 80, 320] : [];
  for (const pause of pauses) {
    try {
      return await rename(temporary, target);
    } catch (problem) {
      if (!['EPERM', 'EACCES', 'EBUSY'].includes((problem as NodeJS.ErrnoException).code ?? '')) throw problem;
      await wait(pause);
    }
  }
  await rename(temporary, target);
}

async function existingAt(path: string): Promise<Existing | null> {
  try {
    const info = await stat(path);
    return { mode: info.mode & 0o777, uid: info.uid, gid: info.gid, links: info.nlink, isFile: info.isFile() };
  } catch (problem) {
    if ((problem as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw problem;
  }
}

/** Makes the rename itself durable; Windows cannot open folders and does not need to. */
async function syncFolder(folder: string): Promise<void> {
  try {
    const handle = await open(folder, constants.O_RDONLY);
    await handle.sync().finally(() => handle.close());
  } catch {
    // The file is in place either way.
  }
}
