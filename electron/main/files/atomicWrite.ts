import { constants } from 'node:fs';
import { chmod, open, rename, rm, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { randomBytes } from 'node:crypto';

/**
 * Writes a file so that whoever reads it, even after a power cut, finds the old text or the new one, never a part:
 * a temporary file in the same folder, flushed to disk, put in place by rename. The mode of an existing file is kept.
 */
export async function writeAtomically(path: string, text: string): Promise<void> {
  const folder = dirname(path);
  const temporary = join(folder, `.${basename(path)}.${randomBytes(6).toString('hex')}.tmp`);
  const mode = await stat(path).then(
    (found) => found.mode & 0o777,
    () => null,
  );
  try {
    const file = await open(temporary, constants.O_CREAT | constants.O_EXCL | constants.O_WRONLY, mode ?? 0o644);
    try {
      await file.writeFile(text, 'utf8');
      await file.sync();
    } finally {
      await file.close();
    }
    if (mode !== null) await chmod(temporary, mode);
    await rename(temporary, path);
    await syncFolder(folder);
  } catch (problem) {
    await rm(temporary, { force: true });
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
