import { existsSync, watch, type FSWatcher } from 'node:fs';
import { basename, dirname } from 'node:path';
import type { FileId } from '#shared/protocol/index';
import { sidecarPath } from './names';

interface Folder {
  readonly watcher: FSWatcher;
  /** By name; a sidecar can belong to two files, as of one workflow in JSON and in YAML. */
  readonly files: Map<string, Set<FileId>>;
}

/**
 * Tells when an open file changes on disk. The folder is watched, not the file: editors replace files by rename, and a
 * watch on the file itself would go deaf. Whether anything really differs is for the listener to find out.
 */
export class FileWatcher {
  private readonly folders = new Map<string, Folder>();
  private readonly timers = new Map<FileId, NodeJS.Timeout>();

  /**
   * @param changed is called once for changes that follow each other closely
   * @param settle how closely, in milliseconds
   */
  constructor(
    private readonly changed: (id: FileId) => void,
    private readonly settle = 150,
  ) {}

  /** May be called again for the same file. */
  add(id: FileId, path: string): void {
    const files = this.filesOf(dirname(path));
    for (const name of [basename(path), basename(sidecarPath(path))]) {
      const ids = files?.get(name) ?? new Set();
      files?.set(name, ids.add(id));
    }
  }

  close(): void {
    for (const { watcher } of this.folders.values()) watcher.close();
    this.folders.clear();
    for (const timer of this.timers.values()) clearTimeout(timer);
    this.timers.clear();
  }

  /** Null for a file system without notifications: saving still compares with what is on disk. */
  private filesOf(path: string): Folder['files'] | null {
    const known = this.folders.get(path);
    if (known) return known.files;
    try {
      const watcher = watch(path, { persistent: false }, (_event, name) => this.notice(path, name));
      watcher.on('error', () => this.drop(path));
      const files: Folder['files'] = new Map();
      this.folders.set(path, { watcher, files });
      return files;
    } catch {
      return null;
    }
  }

  private notice(path: string, name: string | null): void {
    const files = this.folders.get(path)?.files;
    if (!files) return;
    const ids = name === null ? undefined : files.get(name);
    if (ids) ids.forEach((id) => this.tell(id));
    else if (name === null || !existsSync(path)) this.drop(path);
  }

  /** A watch on a folder that went away is deaf for good, even when the folder comes back. */
  private drop(path: string): void {
    const folder = this.folders.get(path);
    if (!folder) return;
    for (const ids of folder.files.values()) ids.forEach((id) => this.tell(id));
    if (existsSync(path)) return;
    folder.watcher.close();
    this.folders.delete(path);
  }

  private tell(id: FileId): void {
    clearTimeout(this.timers.get(id));
    const timer = setTimeout(() => {
      this.timers.delete(id);
      this.changed(id);
    }, this.settle);
    this.timers.set(id, timer);
  }
}
