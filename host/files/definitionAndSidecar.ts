import { rename, rm, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import type { OnDisk } from '#shared/protocol/index';
import { writeAtomically } from './atomicWrite';
import { sidecarPath } from './names';
import { readText, readTextOrNull } from './readText';
import { reason, SidecarNotWritten } from './reason';

interface ReadSidecar {
  /** Null when there is none, or none that is a text. */
  readonly text: string | null;
  /** Why the one that is there is no text; null when it is one, or there is none. */
  readonly problem: string | null;
}

/** Reads the sidecar of a definition. One that cannot be read keeps nobody from the definition. */
export async function readSidecar(path: string): Promise<ReadSidecar> {
  const beside = sidecarPath(path);
  try {
    return { text: await readText(beside), problem: null };
  } catch (problem) {
    if ((problem as NodeJS.ErrnoException).code === 'ENOENT') return { text: null, problem: null };
    return { text: null, problem: reason(problem, beside) };
  }
}

/** What is on disk at the place of a definition; null when the definition is gone. */
export async function bothOf(path: string): Promise<OnDisk | null> {
  const text = await readTextOrNull(path);
  return text === null ? null : { text, sidecar: (await readSidecar(path)).text };
}

/**
 * Writes a definition and its sidecar; null takes the sidecar away. A new sidecar has the rights of its definition. A sidecar
 * on disk that is no text is never written over nor taken away, but put aside where its place is needed.
 * @param setAside whether that is done with one that is a text, too
 * @returns the name under which a sidecar was put aside
 * @throws SidecarNotWritten when the definition is on disk and the sidecar is not
 */
export async function writeBoth(path: string, { text, sidecar }: OnDisk, setAside: boolean): Promise<string | null> {
  await writeAtomically(path, text);
  const beside = sidecarPath(path);
  try {
    const there = await readSidecar(path);
    if (sidecar === null) {
      if (there.problem === null) await rm(beside, { force: true });
      return null;
    }
    const isInTheWay = there.problem !== null || (setAside && there.text !== null && there.text !== sidecar);
    const aside = isInTheWay ? await putAside(beside) : null;
    await writeAtomically(beside, sidecar, { mode: (await stat(path)).mode & 0o777 });
    return aside;
  } catch (problem) {
    throw new SidecarNotWritten(problem, beside);
  }
}

/** Renames what is at the place of a sidecar to `orders.unreadable.stepwright`, or the first such name with a number that is free. */
async function putAside(path: string): Promise<string> {
  const folder = dirname(path);
  const stem = basename(path).replace(/\.stepwright\.json$/, '');
  for (let count = 1; ; count++) {
    const name = `${stem}.unreadable${count === 1 ? '' : `-${count}`}.stepwright`;
    const isTaken = await stat(join(folder, name)).then(
      () => true,
      () => false,
    );
    if (isTaken) continue;
    await rename(path, join(folder, name));
    return name;
  }
}
