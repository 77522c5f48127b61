import type { FileHandle } from '../browser/fileSystemAccess';
import type { BrowserHost } from '../browser/host';
import type { StoreName } from '../browser/database';

/** A file on the disk of a fake browser. */
class FakeFile implements FileHandle {
  bytes: Uint8Array<ArrayBuffer> = new Uint8Array();
  gone = false;
  permission: PermissionState = 'granted';
  private modified = 0;

  constructor(
    readonly name: string,
    text: string,
  ) {
    this.set(text);
  }

  get text(): string {
    return new TextDecoder('utf-8', { ignoreBOM: true }).decode(this.bytes);
  }

  set(content: string | Uint8Array<ArrayBuffer>): void {
    this.bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
    this.modified += 1;
    this.gone = false;
  }

  getFile(): Promise<File> {
    if (this.gone) return Promise.reject(new DOMException('gone', 'NotFoundError'));
    return Promise.resolve(new File([this.bytes], this.name, { lastModified: this.modified }));
  }

  createWritable(): ReturnType<FileHandle['createWritable']> {
    let written = '';
    return Promise.resolve({
      write: async (text: string) => void (written += text),
      close: async () => this.set(written),
    });
  }

  isSameEntry(other: FileHandle): Promise<boolean> {
    return Promise.resolve(other === this);
  }

  requestPermission(): Promise<PermissionState> {
    return Promise.resolve(this.permission);
  }
}

/** A browser with a disk, whose person chooses what the test says. */
export class FakeBrowser implements BrowserHost {
  readonly os = 'linux';
  readonly downloads: { name: string; text: string }[] = [];
  /** What the person chooses in the next picker; nothing means that they close it. */
  chosen: FakeFile[] = [];
  uploads: File[] = [];
  readonly pickers: BrowserHost['pickers'];
  private readonly stores: Record<StoreName, Map<string, object>> = {
    handles: new Map(),
    recovery: new Map(),
    runs: new Map(),
    histories: new Map(),
  };
  private ids = 0;
  private time = 0;
  private readonly looks = new Set<() => void>();

  constructor({ pickers = true } = {}) {
    const cancelled = () => new DOMException('closed', 'AbortError');
    this.pickers = !pickers
      ? {}
      : {
          showOpenFilePicker: async () => {
            if (this.chosen.length === 0) throw cancelled();
            return this.chosen;
          },
          showSaveFilePicker: async () => {
            const [first] = this.chosen;
            if (!first) throw cancelled();
            return first;
          },
        };
  }

  readonly records: BrowserHost['records'] = {
    all: async <Value>(store: StoreName) => [...this.stores[store].values()] as Value[],
    put: async (store, value) => void this.stores[store].set((value as { id: string }).id, value),
    remove: async (store, id) => void this.stores[store].delete(id),
  };

  file(name: string, text: string): FakeFile {
    return new FakeFile(name, text);
  }

  upload(): Promise<readonly File[]> {
    return Promise.resolve(this.uploads);
  }

  download(name: string, text: string): void {
    this.downloads.push({ name, text });
  }

  newId(): string {
    return `id-${(this.ids += 1)}`;
  }

  now(): number {
    return (this.time += 1);
  }

  everyGlance(look: () => void): () => void {
    this.looks.add(look);
    return () => this.looks.delete(look);
  }

  /** The person looks at the page. */
  glance(): void {
    for (const look of this.looks) look();
  }
}
