import { watch, type FSWatcher } from 'node:fs';
import { basename, dirname } from 'node:path';
import type { FileId } from '#shared/protocol/channels';
import { sidecarPath } from './names';

/**
 * Tells when an open file changes on disk. The folder is watched, not the file: editors replace files by rename, and a
 * watch on the file itself would go deaf. Whether anything really differs is for the listener to find out.
 */
export class FileWatcher {
  private readonly folders = new Map<string, { watcher: FSWatcher; files: Map<string, FileId> }>();
  private readonly timers = new Map<FileId, NodeJS.Timeout>();

  constructor(
    private readonly changed: (id: FileId) => void,
    /** Changes that follow each other within this time are one, in milliseconds. */
    private readonly settle = 150,
  ) {}

  add(id: FileId, path: string): void {
    const folder = dirname(path);
    const known = this.folders.get(folder);
    if (known) {
      known.files.set(basename(path), id).set(basename(sidecarPath(path)), id);
      return;
    }
    const files = new Map([
      [basename(path), id],
      [basename(sidecarPath(path)), id],
    ]);
    try {
      const watcher = watch(folder, { persistent: false }, (_event, name) => this.notice(files, name));
      watcher.on('error', () => this.folders.delete(folder));
      this.folders.set(folder, { watcher, files });
    } catch {
      // A file system without notifications: saving still compares with what is on disk.
    }
  }

  close(): void {
    for (const { watcher } of this.folders.values()) watcher.close();
    this.folders.clear();
    for (const timer of this.timers.values()) clearTimeout(timer);
  }

  private notice(files: ReadonlyMap<string, FileId>, name: string | null): void {
    const ids = name === null ? new Set(files.values()) : new Set([files.get(name)]);
    for (const id of ids) {
      if (id === undefined) continue;
      clearTimeout(this.timers.get(id));
      this.timers.set(
        id,
        setTimeout(() => this.changed(id), this.settle),
      );
    }
  }
}
