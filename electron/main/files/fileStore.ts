import { createHash } from 'node:crypto';
import { readFile, rm, stat } from 'node:fs/promises';
import { basename, join, resolve } from 'node:path';
import type { FileId, OnDisk, OpenedFile, OpenOutcome, RecentFile, SaveOutcome } from '#shared/protocol/channels';
import { writeAtomically } from './atomicWrite';
import { folderLabel, formatOf, sidecarPath } from './names';

interface Known {
  readonly path: string;
  readonly openedAt: number;
}

const recentLimit = 30;
/** Larger files are no state machines: AWS takes 1 MB. */
const sizeLimit = 32 * 1024 * 1024;

/** Files that a person chose, by ids that mean nothing outside. Nothing else on disk can be named by the renderer. */
export class FileStore {
  private readonly known = new Map<FileId, Known>();
  private readonly listPath: string;

  constructor(userData: string) {
    this.listPath = join(userData, 'recent-files.json');
  }

  /** Reads the list of recent files; a broken list is an empty one. */
  async load(): Promise<void> {
    try {
      const list = JSON.parse(await readFile(this.listPath, 'utf8')) as unknown;
      if (!Array.isArray(list)) return;
      for (const entry of list as Partial<Known>[]) {
        if (typeof entry.path === 'string' && typeof entry.openedAt === 'number') {
          this.known.set(idOf(entry.path), { path: entry.path, openedAt: entry.openedAt });
        }
      }
    } catch {
      // First start, or a list from a crash before atomic writes: nothing to lose.
    }
  }

  pathOf(id: FileId): string | null {
    return this.known.get(id)?.path ?? null;
  }

  /** Opens a file that a person named. */
  async open(path: string, now: number): Promise<OpenOutcome> {
    const full = resolve(path);
    try {
      if ((await stat(full)).size > sizeLimit) return failed(`"${basename(full)}" is larger than 32 MB.`);
      const file = await this.read(full);
      await this.remember(full, now);
      return { kind: 'opened', file };
    } catch (problem) {
      return failed(reason(problem, full));
    }
  }

  async openKnown(id: FileId, now: number): Promise<OpenOutcome> {
    const path = this.pathOf(id);
    return path === null ? failed('This file is not known any more. Open it again.') : this.open(path, now);
  }

  async recent(): Promise<RecentFile[]> {
    const entries = [...this.known.entries()].sort(([, a], [, b]) => b.openedAt - a.openedAt);
    return entries.map(([id, { path, openedAt }]) => ({
      id,
      name: basename(path),
      folder: folderLabel(path),
      openedAt,
    }));
  }

  async forget(id: FileId): Promise<void> {
    if (this.known.delete(id)) await this.writeList();
  }

  /** Writes the definition and its sidecar. Refused when the disk holds something else than `base`. */
  async save(id: FileId, text: string, sidecar: string | null, base: OnDisk | null): Promise<SaveOutcome> {
    const path = this.pathOf(id);
    if (path === null) return failed('This file is not known any more. Use Save as.');
    try {
      const found = base === null ? null : await this.onDisk(path);
      if (base !== null && found && (found.text !== base.text || found.sidecar !== base.sidecar)) {
        return { kind: 'changedOutside', ...found };
      }
      await this.write(path, text, sidecar);
      return { kind: 'saved' };
    } catch (problem) {
      return failed(reason(problem, path));
    }
  }

  async saveAs(path: string, text: string, sidecar: string | null, now: number): Promise<OpenOutcome> {
    try {
      await this.write(path, text, sidecar);
      await this.remember(path, now);
      return { kind: 'opened', file: await this.read(path) };
    } catch (problem) {
      return failed(reason(problem, path));
    }
  }

  /** What is on disk now; null when the file is gone. */
  async onDisk(path: string): Promise<OnDisk | null> {
    const text = await readOrNull(path);
    return text === null ? null : { text, sidecar: await readOrNull(sidecarPath(path)) };
  }

  private async read(path: string): Promise<OpenedFile> {
    const text = await readFile(path, 'utf8');
    const sidecar = await readOrNull(sidecarPath(path));
    return { id: idOf(path), name: basename(path), folder: folderLabel(path), format: formatOf(path), text, sidecar };
  }

  private async write(path: string, text: string, sidecar: string | null): Promise<void> {
    await writeAtomically(path, text);
    const beside = sidecarPath(path);
    if (sidecar !== null) await writeAtomically(beside, sidecar);
    else await rm(beside, { force: true });
  }

  private async remember(path: string, now: number): Promise<void> {
    this.known.set(idOf(path), { path, openedAt: now });
    const oldest = [...this.known.entries()].sort(([, a], [, b]) => b.openedAt - a.openedAt).slice(recentLimit);
    for (const [id] of oldest) this.known.delete(id);
    await this.writeList();
  }

  private async writeList(): Promise<void> {
    await writeAtomically(this.listPath, `${JSON.stringify([...this.known.values()], null, 2)}\n`);
  }
}

/** The same file has the same id after a restart, so that recovered work finds its file again. */
function idOf(path: string): FileId {
  return createHash('sha256').update(path).digest('hex').slice(0, 32);
}

async function readOrNull(path: string): Promise<string | null> {
  try {
    return await readFile(path, 'utf8');
  } catch (problem) {
    if ((problem as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw problem;
  }
}

function failed(message: string): { kind: 'failed'; message: string } {
  return { kind: 'failed', message };
}

/** The system's error in words that say what to do. */
export function reason(problem: unknown, path: string): string {
  const name = basename(path);
  switch ((problem as NodeJS.ErrnoException | null)?.code) {
    case 'ENOENT':
      return `"${name}" is not there any more.`;
    case 'EACCES':
    case 'EPERM':
      return `"${name}" cannot be opened or written: permission denied.`;
    case 'EROFS':
      return `"${name}" is on a disk that is read-only. Save it elsewhere.`;
    case 'ENOSPC':
      return `The disk is full; "${name}" was not changed.`;
    case 'EISDIR':
      return `"${name}" is a folder.`;
    default:
      return `"${name}": ${problem instanceof Error ? problem.message : String(problem)}`;
  }
}
