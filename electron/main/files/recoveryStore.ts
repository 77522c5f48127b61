import { mkdir, readdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import * as v from 'valibot';
import { recoveryEntry, type RecoveryEntry } from '#shared/protocol/channels';
import { writeAtomically } from './atomicWrite';

/** Unsaved work, one file a document, so that a crash or a kill costs at most what was typed in the last moment. */
export class RecoveryStore {
  private readonly folder: string;

  constructor(userData: string) {
    this.folder = join(userData, 'recovery');
  }

  async put(entry: RecoveryEntry): Promise<void> {
    await mkdir(this.folder, { recursive: true });
    await writeAtomically(this.fileOf(entry.id), JSON.stringify(entry));
  }

  async remove(id: string): Promise<void> {
    await rm(this.fileOf(id), { force: true });
  }

  /** Oldest first. Files that cannot be read are left where they are for repair by hand, and passed over. */
  async list(): Promise<RecoveryEntry[]> {
    const names = await readdir(this.folder).catch(() => []);
    const entries: RecoveryEntry[] = [];
    for (const name of names.filter((each) => each.endsWith('.json'))) {
      try {
        const parsed = v.safeParse(recoveryEntry, JSON.parse(await readFile(join(this.folder, name), 'utf8')));
        if (parsed.success) entries.push(parsed.output);
      } catch {
        continue;
      }
    }
    return entries.sort((a, b) => a.updatedAt - b.updatedAt);
  }

  private fileOf(id: string): string {
    return join(this.folder, `${id}.json`);
  }
}
