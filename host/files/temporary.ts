import { createHash, randomBytes } from 'node:crypto';
import { readdir, rm, stat } from 'node:fs/promises';
import { hostname } from 'node:os';
import { join } from 'node:path';

/** Programs of another machine cannot be asked whether they still run; after this many milliseconds they do not write any more. */
const oneHour = 60 * 60 * 1000;
const machine = createHash('sha256').update(hostname()).digest('hex').slice(0, 8);
const form = /^\.stepwright-([0-9a-f]{8})-(\d+)-[0-9a-f]{12}\.tmp$/;

/**
 * A name for a file that is being written. Hidden; it says who writes, so that what a kill left behind is known for ours and
 * for left behind. Short, so that a file with the longest name a system allows can be written.
 */
export function temporaryName(pid = process.pid): string {
  return `.stepwright-${machine}-${pid}-${randomBytes(6).toString('hex')}.tmp`;
}

/**
 * Removes the temporary files of ours in a folder whose writer is gone. Nothing else is touched, and a folder that cannot be
 * read costs nothing.
 * @param now milliseconds since 1970
 */
export async function tidyFolder(folder: string, now: number): Promise<void> {
  for (const name of await readdir(folder).catch(() => [])) {
    const [, where, pid] = form.exec(name) ?? [];
    if (where === undefined || pid === undefined) continue;
    const path = join(folder, name);
    const left = where === machine ? !isRunning(Number(pid)) : now - (await changedAt(path)) > oneHour;
    if (left) await rm(path, { force: true }).catch(() => undefined);
  }
}

/** Whether a process of this machine runs. One that we may not signal does. */
export function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (problem) {
    return (problem as NodeJS.ErrnoException).code === 'EPERM';
  }
}

async function changedAt(path: string): Promise<number> {
  return stat(path).then(
    ({ mtimeMs }) => mtimeMs,
    () => Infinity,
  );
}
