import { app, dialog, type BrowserWindow, type FileFilter, type OpenDialogOptions } from 'electron';
import { existsSync } from 'node:fs';
import { basename, dirname, extname, join, resolve } from 'node:path';
import { isSidecarName, type DocumentFormat, type FileType } from '#shared/protocol/index';
import { withExtension } from '#host/files/index';

const everything: FileFilter = { name: 'All files', extensions: ['*'] };
const workflows: FileFilter = {
  name: 'State machines and templates',
  extensions: ['json', 'yaml', 'yml', 'asl', 'template', 'tf'],
};
const saved: Record<DocumentFormat, FileFilter> = {
  json: { name: 'Amazon States Language (JSON)', extensions: ['asl.json', 'json'] },
  yaml: { name: 'Amazon States Language (YAML)', extensions: ['asl.yaml', 'yaml', 'yml'] },
};

/** The system's dialogs for files. They start where the last file was. */
export class FileDialogs {
  private folder: string | null = null;

  constructor(private readonly windowOf: () => BrowserWindow | null) {}

  visited(path: string): void {
    this.folder = dirname(path);
  }

  /** Empty when the person changes their mind. */
  async open(): Promise<string[]> {
    const options: OpenDialogOptions = {
      ...(this.folder === null ? {} : { defaultPath: this.folder }),
      properties: ['openFile', 'multiSelections'],
      filters: [workflows, everything],
    };
    const window = this.windowOf();
    const answer = await (window ? dialog.showOpenDialog(window, options) : dialog.showOpenDialog(options));
    return answer.canceled ? [] : answer.filePaths;
  }

  /**
   * Null when the person changes their mind. A name without an extension gets the one of the format; the system's dialog has
   * not asked about a file of that longer name, so it is asked here.
   */
  save(suggestedName: string, format: DocumentFormat): Promise<string | null> {
    return this.saveAs(suggestedName, saved[format], (path) => withExtension(path, format));
  }

  /** The same for an export, whose kind of file the page names. */
  exportTo(suggestedName: string, { label, extension }: FileType): Promise<string | null> {
    const filter = { name: label, extensions: [extension] };
    return this.saveAs(suggestedName, filter, (path) => (extname(path) === '' ? `${path}.${extension}` : path));
  }

  private async saveAs(
    suggestedName: string,
    filter: FileFilter,
    withEnding: (path: string) => string,
  ): Promise<string | null> {
    const options = {
      // The name comes from the page: only its last part counts.
      defaultPath: join(this.folder ?? app.getPath('documents'), basename(suggestedName)),
      filters: [filter, everything],
    };
    const window = this.windowOf();
    const answer = await (window ? dialog.showSaveDialog(window, options) : dialog.showSaveDialog(options));
    if (answer.canceled || !answer.filePath) return null;
    const path = resolve(withEnding(answer.filePath));
    if (path !== resolve(answer.filePath) && existsSync(path) && !(await this.mayReplace(basename(path)))) return null;
    return path;
  }

  /** Asks before a file is replaced that the person did not name; true when they agree. */
  async mayReplace(name: string): Promise<boolean> {
    const isSidecar = isSidecarName(name);
    const options = {
      type: 'warning' as const,
      message: `"${name}" already exists. Do you want to replace it?`,
      detail: isSidecar
        ? 'It holds the notes, positions, tests and triggers of another workflow of that name. They would be lost.'
        : 'What it holds now would be lost.',
      buttons: ['Replace', 'Cancel'],
      defaultId: 1,
      cancelId: 1,
    };
    const window = this.windowOf();
    const { response } = await (window ? dialog.showMessageBox(window, options) : dialog.showMessageBox(options));
    return response === 0;
  }
}
