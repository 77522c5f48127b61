import type { BrowserWindow } from 'electron';

/** Asks the page before a window with unsaved work closes. */
export class ClosingWindow {
  private window: BrowserWindow | null = null;
  private edited = false;
  private agreed = false;

  constructor(private readonly ask: () => void) {}

  guard(window: BrowserWindow): void {
    this.window = window;
    this.edited = false;
    this.agreed = false;
    window.on('close', (event) => {
      // A page that does not answer any more cannot be asked; its work is in the recovery store.
      if (this.agreed || !this.edited || window.webContents.isCrashed()) return;
      event.preventDefault();
      this.ask();
    });
  }

  setEdited(edited: boolean): void {
    this.edited = edited;
    if (this.window && !this.window.isDestroyed()) this.window.setDocumentEdited(edited);
  }

  answer(close: boolean): void {
    this.agreed = close;
    if (close) this.window?.close();
  }
}
