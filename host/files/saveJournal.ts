import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as v from 'valibot';
import type { FileId, OnDisk, RecoveryEntry } from '#shared/protocol/index';
import { writeAtomically } from './atomicWrite';
import { Queues } from './queues';

const schema = v.array(v.strictObject({ id: v.string(), text: v.string(), sidecar: v.nullable(v.string()) }));
type Saves = v.InferOutput<typeof schema>;

/** More files than anybody has open at once. */
const limit = 100;

/**
 * What we ourselves wrote last to each file, as hashes, so that after a kill right after a save (or in the midst of one) our
 * own write is not taken for that of another program.
 */
export class SaveJournal {
  private readonly path: string;
  private readonly queues = new Queues();
  private saves: Saves | null = null;

  constructor(userData: string) {
    this.path = join(userData, 'last-saves.json');
  }

  /** To be called before a write. Resolves once it is on disk. */
  note(id: FileId, { text, sidecar }: OnDisk): Promise<void> {
    return this.queues.run('', async () => {
      const others = (await this.read()).filter((save) => save.id !== id);
      this.saves = [{ id, text: hash(text), sidecar: hashOrNull(sidecar) }, ...others].slice(0, limit);
      await writeAtomically(this.path, JSON.stringify(this.saves), { mode: 0o600 });
    });
  }

  /**
   * What was on disk when the document was last loaded or saved, corrected by what is there: where the disk differs from
   * what the entry says by our own save alone, the disk is what was saved.
   */
  async savedOf(entry: RecoveryEntry, found: OnDisk | null): Promise<OnDisk | null> {
    const { saved, fileId } = entry;
    if (!saved || !found || fileId === null) return saved;
    const last = (await this.read()).find((save) => save.id === fileId);
    if (!last) return saved;
    const textIsOurs = found.text === saved.text || hash(found.text) === last.text;
    const sidecarIsOurs = found.sidecar === saved.sidecar || hashOrNull(found.sidecar) === last.sidecar;
    return textIsOurs && sidecarIsOurs ? found : saved;
  }

  /** A journal that was damaged is an empty one: then the app asks once too often. */
  private async read(): Promise<Saves> {
    if (this.saves) return this.saves;
    try {
      const parsed = v.safeParse(schema, JSON.parse(await readFile(this.path, 'utf8')));
      return (this.saves = parsed.success ? parsed.output : []);
    } catch {
      return (this.saves = []);
    }
  }
}

function hash(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

function hashOrNull(text: string | null): string | null {
  return text === null ? null : hash(text);
}
