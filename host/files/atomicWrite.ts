import { randomBytes } from 'node:crypto';
import { constants } from 'node:fs';
import { access, chmod, open, realpath, rename, rm, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';

/**
 * Writes a file so that whoever reads it, even after a power cut, finds the old text or the new one, never a part:
 * a temporary file in the same folder, flushed to disk, put in place by rename. The mode of an existing file is kept,
 * and a link stays a link to the file that changes.
 * @throws the system's error, with the old file as it was; also when that file may not be written, which a rename
 *   alone would not notice
 */
export async function writeAtomically(path: string, text: string): Promise<void> {
  const target = await realpath(path).catch(() => path);
  const folder = dirname(target);
  const temporary = join(folder, temporaryName(basename(target)));
  const mode = await modeOf(target);
  if (mode !== null) await access(target, constants.W_OK);
  try {
    const file = await open(temporary, constants.O_CREAT | constants.O_EXCL | constants.O_WRONLY, mode ?? 0o644);
    try {
      await file.writeFile(text, 'utf8');
      await file.sync();
    } finally {
      await file.close();
    }
    // The mode given to open was cut by the umask.
    if (mode !== null) await chmod(temporary, mode);
    await putInPlace(temporary, target);
  } catch (problem) {
    await rm(temporary, { force: true });
    throw problem;
  }
  await syncFolder(folder);
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

/** Hidden, and recognised by {@link isTemporary} when a kill left it behind. */
function temporaryName(name: string): string {
  return `.${name}.${randomBytes(6).toString('hex')}.tmp`;
}

export function isTemporary(name: string): boolean {
  return /^\..*\.[0-9a-f]{12}\.tmp$/.test(name);
}

async function modeOf(path: string): Promise<number | null> {
  try {
    return (await stat(path)).mode & 0o777;
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
