import type { OpenOutcome } from '#shared/protocol/index';

/** Files that come from outside the window: the command line, another instance, the system. They wait for a page. */
export class OpenRequests {
  private waiting: string[] = [];
  private listening = false;

  /**
   * @param open reads a file
   * @param deliver gives files to the page that listens
   */
  constructor(
    private readonly open: (path: string) => Promise<OpenOutcome>,
    private readonly deliver: (files: OpenOutcome[]) => void,
  ) {}

  async add(paths: readonly string[]): Promise<void> {
    if (paths.length === 0) return;
    if (this.listening) this.deliver(await Promise.all(paths.map(this.open)));
    else this.waiting.push(...paths);
  }

  /** A page is there; it gets what waited. */
  take(): Promise<OpenOutcome[]> {
    this.listening = true;
    const paths = this.waiting;
    this.waiting = [];
    return Promise.all(paths.map(this.open));
  }

  /** The page went away: what comes now waits for the next one. */
  pause(): void {
    this.listening = false;
  }
}
