import { EventEmitter } from 'node:events';
import { beforeEach, describe, expect, it } from 'vitest';
import { ClosingWindow, type ClosableWindow } from './closing';

/** Closes like a BrowserWindow: unless a listener of `close` prevents it. */
class Window extends EventEmitter implements ClosableWindow {
  open = true;
  crashed = false;
  edited = false;
  readonly webContents = { isCrashed: () => this.crashed };
  close(): void {
    let prevented = false;
    this.emit('close', { preventDefault: () => (prevented = true) });
    this.open = prevented;
  }
  isDestroyed(): boolean {
    return !this.open;
  }
  setDocumentEdited(edited: boolean): void {
    this.edited = edited;
  }
}

describe('closing the window', () => {
  let window: Window;
  let asked: number;
  let quits: number;
  let closing: ClosingWindow;

  beforeEach(() => {
    window = new Window();
    asked = 0;
    quits = 0;
    closing = new ClosingWindow(
      () => (asked += 1),
      () => (quits += 1),
    );
    closing.guard(window);
  });

  it('does not ask when nothing is unsaved', () => {
    window.close();
    expect({ open: window.open, asked }).toEqual({ open: false, asked: 0 });
  });

  it('stays open until the page agrees', () => {
    closing.setEdited(true);
    window.close();
    expect({ open: window.open, asked, edited: window.edited }).toEqual({ open: true, asked: 1, edited: true });
    closing.answer(true);
    expect({ open: window.open, quits }).toEqual({ open: false, quits: 0 });
  });

  it('asks again after the page said no', () => {
    closing.setEdited(true);
    window.close();
    closing.answer(false);
    window.close();
    expect({ open: window.open, asked }).toEqual({ open: true, asked: 2 });
  });

  it.each<[string, (window: Window) => void]>([
    ['crashed', (page) => (page.crashed = true)],
    ['hangs', (page) => page.emit('unresponsive')],
  ])('does not wait for a page that %s', (_how, breakPage) => {
    closing.setEdited(true);
    breakPage(window);
    window.close();
    expect({ open: window.open, asked }).toEqual({ open: false, asked: 0 });
  });

  it('carries a quit through once the page agrees, and forgets it when the page does not', () => {
    closing.setEdited(true);
    closing.quitRequested();
    window.close();
    closing.answer(false);
    window.close();
    closing.answer(true);
    expect(quits).toBe(0);

    const again = new Window();
    closing.guard(again);
    closing.setEdited(true);
    closing.quitRequested();
    again.close();
    closing.answer(true);
    expect({ open: again.open, quits }).toEqual({ open: false, quits: 1 });
  });
});
