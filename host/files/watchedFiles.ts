import type { EventOf, FileId, OnDisk, OpenOutcome, SaveOutcome } from '#shared/protocol/index';
import type { FileStore } from './fileStore';
import { FileWatcher } from './watcher';

/** The open files: tells when one of them changes on disk, and knows our own writes from those of others. */
export class WatchedFiles {
  /** What the page knows to be on disk; null for a file that it knows is gone. */
  private readonly known = new Map<FileId, OnDisk | null>();
  private readonly watcher: FileWatcher;

  /** @param settle milliseconds; see {@link FileWatcher} */
  constructor(
    private readonly files: FileStore,
    private readonly changed: (change: EventOf<'fileChanged'>) => void,
    settle?: number,
  ) {
    this.watcher = new FileWatcher((id) => void this.check(id), settle);
  }

  /** Takes note of what was opened, and watches it from now on. */
  noticed(outcome: OpenOutcome): OpenOutcome {
    if (outcome.kind === 'opened') {
      const { id, text, sidecar } = outcome.file;
      this.watch(id, { text, sidecar });
    }
    return outcome;
  }

  async save(id: FileId, onDisk: OnDisk, base: OnDisk | null, setAside = false): Promise<SaveOutcome> {
    const outcome = await this.files.save(id, onDisk, base, setAside);
    if (outcome.kind === 'saved') this.watch(id, onDisk);
    // The page learns of it by the answer.
    if (outcome.kind === 'changedOutside') this.watch(id, { text: outcome.text, sidecar: outcome.sidecar });
    return outcome;
  }

  close(): void {
    this.watcher.close();
  }

  private watch(id: FileId, onDisk: OnDisk): void {
    this.known.set(id, onDisk);
    const path = this.files.pathOf(id);
    if (path !== null) this.watcher.add(id, path);
  }

  private async check(id: FileId): Promise<void> {
    let found: OnDisk | null;
    try {
      found = await this.files.onDisk(id);
    } catch {
      // Unreadable for the moment, as while it is being replaced on Windows: the next change tells.
      return;
    }
    const known = this.known.get(id) ?? null;
    if (known?.text === found?.text && known?.sidecar === found?.sidecar) return;
    this.known.set(id, found);
    this.changed({ id, text: found?.text ?? null, sidecar: found?.sidecar ?? null });
  }
}
