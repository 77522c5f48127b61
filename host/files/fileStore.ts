import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readdir, readFile, realpath } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import {
  type FileId,
  type OnDisk,
  type OpenOutcome,
  type RecentFile,
  type RecoveryEntry,
  type SaveOutcome,
  isWorkflowName,
  lineOfLoneSurrogate,
} from '#shared/protocol/index';
import { writeAtomically } from './atomicWrite';
import { bothOf, readSidecar, writeBoth } from './definitionAndSidecar';
import { withLock } from './lock';
import { dropProblem, folderLabel, formatOf, sidecarPath } from './names';
import { Queues } from './queues';
import { readText } from './readText';
import { reason, SidecarNotWritten, UnwritableText } from './reason';
import { SaveJournal } from './saveJournal';
import { tidyFolder } from './temporary';

interface Recent {
  readonly path: string;
  /** Milliseconds since 1970. */
  readonly openedAt: number;
}

const recentLimit = 30;

/** Files that a person chose, by ids that mean nothing outside. Nothing else on disk can be named by the renderer. */
export class FileStore {
  /** Every file chosen in this run or in the list of recent files. An open document keeps its file until the end. */
  private readonly paths = new Map<FileId, string>();
  /** The last one first. */
  private recents: readonly Recent[] = [];
  private readonly listPath: string;
  private readonly queues = new Queues();
  private readonly journal: SaveJournal;
  /** What a save was to write whose definition is on disk and whose sidecar is not. */
  private readonly half = new Map<FileId, OnDisk>();

  constructor(userData: string) {
    this.journal = new SaveJournal(userData);
    this.listPath = join(userData, 'recent-files.json');
  }

  /** Reads the list of recent files; a broken list is an empty one. */
  async load(): Promise<void> {
    try {
      const list: unknown = JSON.parse(await readFile(this.listPath, 'utf8'));
      if (!Array.isArray(list)) return;
      this.recents = list.filter(isRecent).slice(0, recentLimit);
      for (const { path } of this.recents) this.paths.set(idOf(path), path);
    } catch {
      // A first start, or a list damaged by another program: nothing to lose.
    }
  }

  pathOf(id: FileId): string | null {
    return this.paths.get(id) ?? null;
  }

  /**
   * Opens a file that a person named.
   * @param now milliseconds since 1970
   */
  async open(path: string, now: number): Promise<OpenOutcome> {
    const full = resolve(path);
    try {
      await tidyFolder(dirname(full), now);
      const text = await readText(full);
      const { text: sidecar, problem } = await readSidecar(full);
      return await this.opened(full, { text, sidecar }, now, problem);
    } catch (problem) {
      return failed(reason(problem, full));
    }
  }

  /** Opens a file that was dropped on the page, if it may be opened by the word of the page alone. */
  async openDropped(path: string, now: number): Promise<OpenOutcome> {
    const full = resolve(path);
    // A link is judged by what would be opened.
    const target = await realpath(full).catch(() => full);
    const problem = dropProblem(full) ?? dropProblem(target);
    return problem === null ? this.open(full, now) : failed(problem);
  }

  async openKnown(id: FileId, now: number): Promise<OpenOutcome> {
    const path = this.pathOf(id);
    return path === null ? failed('This file is not known any more. Open it again.') : this.open(path, now);
  }

  recent(): RecentFile[] {
    return this.recents.map(({ path, openedAt }) => {
      return { id: idOf(path), name: basename(path), folder: folderLabel(path), openedAt };
    });
  }

  /** Takes a file off the list; a document that is open keeps it. */
  async forget(id: FileId): Promise<void> {
    await this.keepList(this.recents.filter(({ path }) => idOf(path) !== id));
  }

  /**
   * Writes the definition and its sidecar. Refused when the disk holds something else than `base`; null overwrites.
   * @param setAside whether a sidecar that is on disk is kept under another name
   */
  async save(id: FileId, { text, sidecar }: OnDisk, base: OnDisk | null, setAside = false): Promise<SaveOutcome> {
    const path = this.pathOf(id);
    if (path === null) return failed('This file is not known any more. Use Save as.');
    return this.alone(path, async () => {
      const found = base === null ? null : await bothOf(path);
      // Half of a save that failed may be there already; that is no one else's change.
      const half = this.half.get(id);
      const foreign = (part: keyof OnDisk, next: string | null) =>
        base !== null && found !== null && ![base[part], next, half?.[part]].includes(found[part]);
      if (found && (foreign('text', text) || foreign('sidecar', sidecar))) return { kind: 'changedOutside', ...found };
      const aside = await this.write(id, path, { text, sidecar }, setAside);
      return aside === null ? { kind: 'saved' } : { kind: 'saved', setAside: aside };
    });
  }

  /**
   * Writes a document at a place that a person chose.
   * @param mayReplace asked with the name of a sidecar that would be replaced although another workflow of the same stem
   *   may own it. Without its consent nothing is written.
   * @param setAside whether a sidecar that is there is kept under another name
   */
  async saveAs(
    path: string,
    { text, sidecar }: OnDisk,
    now: number,
    mayReplace: (name: string) => Promise<boolean>,
    setAside = false,
  ): Promise<OpenOutcome | { kind: 'cancelled' }> {
    const full = resolve(path);
    // Asked before the file is held for ourselves: a person may take their time.
    const stranger = await sidecarOfAnother(full);
    if (stranger !== null && !(await mayReplace(stranger))) return { kind: 'cancelled' };
    return this.alone(full, async () => {
      await tidyFolder(dirname(full), now);
      await this.write(idOf(full), full, { text, sidecar }, setAside);
      return this.opened(full, { text, sidecar }, now);
    });
  }

  /**
   * The unsaved work of an earlier run as it is to be opened again. When that run ended right after a save, or in the midst
   * of one, what is on disk is what it wrote itself. Null when all of it is on disk.
   */
  async recovered(entry: RecoveryEntry, now: number): Promise<RecoveryEntry | null> {
    const path = entry.fileId === null ? null : this.pathOf(entry.fileId);
    if (path === null) return entry;
    await tidyFolder(dirname(path), now);
    const found = await bothOf(path).catch(() => null);
    if (found?.text === entry.text && found.sidecar === entry.sidecar) return null;
    return { ...entry, saved: await this.journal.savedOf(entry, found) };
  }

  /** What is on disk once the writes under way are done; null when the file is gone. */
  onDisk(id: FileId): Promise<OnDisk | null> {
    const path = this.pathOf(id);
    return path === null ? Promise.resolve(null) : this.queues.run(path, () => bothOf(path));
  }

  /** Carries out what reads and writes a file as one step, for this instance of the app and for others. */
  private alone<Outcome>(path: string, task: () => Promise<Outcome>): Promise<Outcome | Failed> {
    return this.queues.run(path, () => withLock(path, task).catch((problem: unknown) => failed(reason(problem, path))));
  }

  private async write(id: FileId, path: string, onDisk: OnDisk, setAside: boolean): Promise<string | null> {
    for (const text of [onDisk.text, onDisk.sidecar ?? '']) {
      const line = lineOfLoneSurrogate(text);
      if (line !== null) throw new UnwritableText(line);
    }
    // Without it a kill costs one question too many, which is no reason not to save.
    await this.journal.note(id, onDisk).catch(() => undefined);
    try {
      const aside = await writeBoth(path, onDisk, setAside);
      this.half.delete(id);
      return aside;
    } catch (problem) {
      if (problem instanceof SidecarNotWritten) this.half.set(id, onDisk);
      throw problem;
    }
  }

  private async opened(
    path: string,
    { text, sidecar }: OnDisk,
    now: number,
    sidecarProblem: string | null = null,
  ): Promise<OpenOutcome> {
    const id = idOf(path);
    this.paths.set(id, path);
    const others = this.recents.filter((recent) => recent.path !== path);
    // A list that cannot be written must not keep anybody from the file.
    await this.keepList([{ path, openedAt: now }, ...others]).catch(() => undefined);
    const file = { id, name: basename(path), folder: folderLabel(path), format: formatOf(path), text, sidecar };
    return { kind: 'opened', file: sidecarProblem === null ? file : { ...file, sidecarProblem } };
  }

  private async keepList(recents: readonly Recent[]): Promise<void> {
    this.recents = recents.slice(0, recentLimit);
    const text = `${JSON.stringify(this.recents, null, 2)}\n`;
    await this.queues.run(this.listPath, () => writeAtomically(this.listPath, text));
  }
}

/** The same file has the same id after a restart, so that recovered work finds its file again. */
function idOf(path: string): FileId {
  return createHash('sha256').update(path).digest('hex').slice(0, 32);
}

function isRecent(entry: unknown): entry is Recent {
  const { path, openedAt } = (entry ?? {}) as Partial<Recent>;
  return typeof path === 'string' && typeof openedAt === 'number';
}

/**
 * The name of the sidecar at a place where it is not (or not alone) that of the workflow that stands there: `orders.asl.json`,
 * `orders.json` and `orders.asl.yaml` share `orders.stepwright.json`. Null when there is none, or when it goes with the file
 * that a person chose to replace.
 */
async function sidecarOfAnother(path: string): Promise<string | null> {
  const beside = sidecarPath(path);
  if (!existsSync(beside)) return null;
  const folder = dirname(path);
  const owners = (await readdir(folder).catch(() => [])).filter(
    (name) => isWorkflowName(name) && sidecarPath(join(folder, name)) === beside,
  );
  return owners.length === 1 && owners[0] === basename(path) ? null : basename(beside);
}

interface Failed {
  readonly kind: 'failed';
  readonly message: string;
}

function failed(message: string): Failed {
  return { kind: 'failed', message };
}
