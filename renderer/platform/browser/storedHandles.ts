import type { FileId, RecentFile } from '../platform';
import type { FileHandle } from './fileSystemAccess';
import type { BrowserHost } from './host';

/** A file that the browser lets us come back to. */
interface StoredFile {
  readonly id: FileId;
  readonly name: string;
  readonly openedAt: number;
  readonly handle: FileHandle;
  /** A page cannot put a second file beside the first, so the sidecar stays here. */
  readonly sidecar: string | null;
  /** SHA-256 of the text that we wrote last, so that after a crash right after a save it is not taken for another program's. */
  readonly written?: string;
  /** Whether it is on the list of recent files. */
  readonly listed: boolean;
}

const recentLimit = 30;
/** More than any list shows: files that were forgotten may still be open. */
const keptLimit = 200;

/** File handles by id, kept over restarts of the browser. */
export class StoredHandles {
  constructor(private readonly host: Pick<BrowserHost, 'records' | 'newId' | 'now'>) {}

  async find(id: FileId): Promise<StoredFile | null> {
    return (await this.all()).find((stored) => stored.id === id) ?? null;
  }

  /** Puts a file at the head of the list. The same file has the same id each time, and the sidecar it had. */
  async keep(handle: FileHandle, id?: FileId): Promise<StoredFile> {
    const known = await this.sameAs(handle);
    const stored: StoredFile = {
      id: id ?? known?.id ?? this.host.newId(),
      name: handle.name,
      openedAt: this.host.now(),
      handle,
      sidecar: known?.sidecar ?? null,
      listed: true,
    };
    await this.host.records.put('handles', stored);
    if (known && known.id !== stored.id) await this.host.records.remove('handles', known.id);
    for (const old of (await this.all()).slice(keptLimit)) await this.host.records.remove('handles', old.id);
    return stored;
  }

  async storeSidecar(id: FileId, sidecar: string | null): Promise<void> {
    const stored = await this.find(id);
    if (stored && stored.sidecar !== sidecar) await this.host.records.put('handles', { ...stored, sidecar });
  }

  /** To be called before a text is written. */
  async noteWritten(id: FileId, text: string): Promise<void> {
    const stored = await this.find(id);
    if (stored) await this.host.records.put('handles', { ...stored, written: await hash(text) });
  }

  /** Whether a text is what we wrote last. */
  async wrote({ written }: StoredFile, text: string): Promise<boolean> {
    return written !== undefined && written === (await hash(text));
  }

  /** The last one first. */
  async recent(): Promise<RecentFile[]> {
    const listed = (await this.all()).filter((stored) => stored.listed).slice(0, recentLimit);
    return listed.map(({ id, name, openedAt }) => ({ id, name, folder: null, openedAt }));
  }

  /** Takes a file off the list; a document that is open keeps it. */
  async forget(id: FileId): Promise<void> {
    const stored = await this.find(id);
    if (stored) await this.host.records.put('handles', { ...stored, listed: false });
  }

  private async all(): Promise<StoredFile[]> {
    const stored = await this.host.records.all<StoredFile>('handles');
    return stored.sort((a, b) => b.openedAt - a.openedAt);
  }

  private async sameAs(handle: FileHandle): Promise<StoredFile | null> {
    for (const stored of await this.all()) if (await stored.handle.isSameEntry(handle)) return stored;
    return null;
  }
}

async function hash(text: string): Promise<string> {
  const bytes = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
  return [...new Uint8Array(bytes)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
