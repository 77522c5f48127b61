/** The part of a BrowserWindow that closing is about. */
export interface ClosableWindow {
  on(event: 'close', listener: (event: { preventDefault(): void }) => void): unknown;
  on(event: 'unresponsive' | 'responsive', listener: () => void): unknown;
  close(): void;
  isDestroyed(): boolean;
  setDocumentEdited(edited: boolean): void;
  readonly webContents: { isCrashed(): boolean };
}

/** Asks the page before a window with unsaved work closes, and carries a quit through once the page agrees. */
export class ClosingWindow {
  private window: ClosableWindow | null = null;
  private edited = false;
  private agreed = false;
  private hangs = false;
  private quitting = false;

  /**
   * @param ask tells the page; it answers by {@link answer}
   * @param quit ends the app
   */
  constructor(
    private readonly ask: () => void,
    private readonly quit: () => void,
  ) {}

  guard(window: ClosableWindow): void {
    this.window = window;
    this.edited = false;
    this.agreed = false;
    this.hangs = false;
    window.on('unresponsive', () => (this.hangs = true));
    window.on('responsive', () => (this.hangs = false));
    window.on('close', (event) => {
      // A page that does not answer any more cannot be asked; its work is in the recovery store.
      if (this.agreed || !this.edited || this.hangs || window.webContents.isCrashed()) return;
      event.preventDefault();
      this.ask();
    });
  }

  /** The app wants to end: a window that was asked for and agreed takes the app along. */
  quitRequested(): void {
    this.quitting = true;
  }

  setEdited(edited: boolean): void {
    this.edited = edited;
    if (this.window && !this.window.isDestroyed()) this.window.setDocumentEdited(edited);
  }

  answer(close: boolean): void {
    this.agreed = close;
    const { quitting } = this;
    this.quitting = false;
    if (!close) return;
    if (this.window && !this.window.isDestroyed()) this.window.close();
    if (quitting) this.quit();
  }
}
