import type { FileChange, FileId } from '../platform';
import { isGone, textOf, type FileHandle } from './fileSystemAccess';

interface Watched {
  readonly handle: FileHandle;
  /** What the page knows to be in the file; null when it knows that the file is gone. */
  text: string | null;
  sidecar: string | null;
  lastModified: number;
}

/** Finds changes of open files by looking: browsers do not tell of them. */
export class OutsideChanges {
  private readonly files = new Map<FileId, Watched>();
  private readonly listeners = new Set<(change: FileChange) => void>();

  /** Takes note of what the page knows from now on. */
  know(id: FileId, handle: FileHandle, text: string, sidecar: string | null): void {
    this.files.set(id, { handle, text, sidecar, lastModified: NaN });
  }

  listen(listener: (change: FileChange) => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  async look(): Promise<void> {
    for (const [id, watched] of this.files) {
      const text = await this.read(watched);
      // Saved or opened again in the meantime: what was read is out of date.
      if (this.files.get(id) !== watched || text === watched.text) continue;
      watched.text = text;
      for (const listener of this.listeners) listener({ id, text, sidecar: watched.sidecar });
    }
  }

  private async read(watched: Watched): Promise<string | null> {
    try {
      const file = await watched.handle.getFile();
      if (file.lastModified === watched.lastModified) return watched.text;
      const text = await textOf(file);
      watched.lastModified = file.lastModified;
      return text;
    } catch (problem) {
      // Rights that the browser forgot say nothing about the file.
      if (!isGone(problem)) return watched.text;
      watched.lastModified = NaN;
      return null;
    }
  }
}
