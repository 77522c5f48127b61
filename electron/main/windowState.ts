import { screen, type BrowserWindow, type Rectangle } from 'electron';
import { readFileSync } from 'node:fs';
import { writeAtomically } from './files/atomicWrite';

interface WindowState {
  readonly bounds: Rectangle;
  readonly maximized: boolean;
}

/** Where the window was last time; null on a first start or when that screen is gone. */
export function readWindowState(path: string): WindowState | null {
  try {
    const state = JSON.parse(readFileSync(path, 'utf8')) as WindowState;
    const { x, y, width, height } = state.bounds;
    if (![x, y, width, height].every(Number.isFinite)) return null;
    const visible = screen.getAllDisplays().some(({ workArea }) => {
      return (
        x < workArea.x + workArea.width - 50 &&
        x + width > workArea.x + 50 &&
        y >= workArea.y &&
        y < workArea.y + workArea.height - 50
      );
    });
    return visible ? state : null;
  } catch {
    return null;
  }
}

/** Keeps the place of the window for the next start. */
export function keepWindowState(window: BrowserWindow, path: string): void {
  let timer: NodeJS.Timeout | undefined;
  const keep = () => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      if (window.isDestroyed() || window.isMinimized()) return;
      const state: WindowState = { bounds: window.getNormalBounds(), maximized: window.isMaximized() };
      writeAtomically(path, JSON.stringify(state)).catch(() => undefined);
    }, 400);
  };
  window.on('resize', keep);
  window.on('move', keep);
}
