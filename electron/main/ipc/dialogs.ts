import { app, dialog, type BrowserWindow, type FileFilter, type OpenDialogOptions } from 'electron';
import { basename, dirname, join, resolve } from 'node:path';
import type { DocumentFormat } from '#shared/protocol/channels';
import { withExtension } from '../files/names';

const everything: FileFilter = { name: 'All files', extensions: ['*'] };
const workflows: FileFilter = { name: 'Amazon States Language', extensions: ['json', 'yaml', 'yml', 'asl'] };
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

  /** Null when the person changes their mind. A name without an extension gets the one of the format. */
  async save(suggestedName: string, format: DocumentFormat): Promise<string | null> {
    const options = {
      // The name comes from the page: only its last part counts.
      defaultPath: join(this.folder ?? app.getPath('documents'), basename(suggestedName)),
      filters: [saved[format], everything],
    };
    const window = this.windowOf();
    const answer = await (window ? dialog.showSaveDialog(window, options) : dialog.showSaveDialog(options));
    return answer.canceled || !answer.filePath ? null : resolve(withExtension(answer.filePath, format));
  }
}
