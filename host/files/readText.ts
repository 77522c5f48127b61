import { readFile, stat } from 'node:fs/promises';

/** Larger files are no state machines: AWS takes 1 MB. */
const sizeLimit = 32 * 1024 * 1024;

/** The file cannot be worked on, for a reason of ours and not of the system. */
export class UnreadableFile extends Error {}

/**
 * The text of a file, a byte order mark included, so that it can be written back as it was.
 * @throws UnreadableFile when it is too large or not UTF-8: writing it back would damage it
 */
export async function readText(path: string): Promise<string> {
  const info = await stat(path);
  // Reading a pipe or a device might never end.
  if (!info.isFile() && !info.isDirectory()) throw new UnreadableFile('it is not a plain file.');
  if (info.size > sizeLimit) throw new UnreadableFile('it is larger than 32 MB.');
  const bytes = await readFile(path);
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    throw new UnreadableFile('it is not UTF-8 text.');
  }
}

/** Null when there is no such file. */
export async function readTextOrNull(path: string): Promise<string | null> {
  try {
    return await readText(path);
  } catch (problem) {
    if ((problem as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw problem;
  }
}
