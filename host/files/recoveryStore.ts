import { mkdir, readdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import * as v from 'valibot';
import { type RecoveryEntry, recoveryEntry } from '#shared/protocol/index';
import { writeAtomically } from './atomicWrite';
import { Queues } from './queues';

/** Unsaved work, one file a document, so that a crash or a kill costs at most what was typed in the last moment. */
export class RecoveryStore {
  private readonly folder: string;
  private readonly queues = new Queues();

  constructor(userData: string) {
    this.folder = join(userData, 'recovery');
  }

  /** Replaces what was kept under the same id. Done when it is on disk. */
  put(entry: RecoveryEntry): Promise<void> {
    return this.queues.run(entry.id, async () => {
      await mkdir(this.folder, { recursive: true, mode: 0o700 });
      await writeAtomically(this.fileOf(entry.id), JSON.stringify(entry), { mode: 0o600 });
    });
  }

  remove(id: string): Promise<void> {
    return this.queues.run(id, () => rm(this.fileOf(id), { force: true }));
  }

  /** Oldest first. Files that cannot be read are left where they are for repair by hand, and passed over. */
  async list(): Promise<RecoveryEntry[]> {
    const names = await readdir(this.folder).catch(() => []);
    const entries: RecoveryEntry[] = [];
    for (const name of names) {
      const entry = name.endsWith('.json') ? await read(join(this.folder, name)) : null;
      if (entry) entries.push(entry);
    }
    return entries.sort((a, b) => a.updatedAt - b.updatedAt);
  }

  /** Removes what a kill in the middle of a write left behind. To be called before the first {@link put}. */
  async tidy(): Promise<void> {
    const names = await readdir(this.folder).catch(() => []);
    for (const name of names.filter((each) => /^\..*\.tmp$/.test(each)))
      await rm(join(this.folder, name), { force: true });
  }

  private fileOf(id: string): string {
    return join(this.folder, `${id}.json`);
  }
}

async function read(path: string): Promise<RecoveryEntry | null> {
  try {
    const parsed = v.safeParse(recoveryEntry, JSON.parse(await readFile(path, 'utf8')));
    return parsed.success ? parsed.output : null;
  } catch {
    return null;
  }
}
