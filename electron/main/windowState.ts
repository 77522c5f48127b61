import { screen, type BrowserWindow, type Rectangle } from 'electron';
import { readFileSync } from 'node:fs';
import * as v from 'valibot';
import { writeAtomically } from '#host/files/index';

const integer = v.pipe(v.number(), v.integer());
const windowState = v.object({
  bounds: v.object({ x: integer, y: integer, width: integer, height: integer }),
  maximized: v.boolean(),
});

export type WindowState = v.InferOutput<typeof windowState>;

/** How much of a window has to be on a screen, in pixels, for a person to be able to drag it. */
const grip = 50;

/** Where the window was last time; null on a first start or when that screen is gone. */
export function readWindowState(path: string): WindowState | null {
  try {
    const areas = screen.getAllDisplays().map(({ workArea }) => workArea);
    return restorable(readFileSync(path, 'utf8'), areas);
  } catch {
    return null;
  }
}

/**
 * The kept state, when its title bar would be within reach.
 * @param areas of the screens that are there now
 */
export function restorable(kept: string, areas: readonly Rectangle[]): WindowState | null {
  const parsed = v.safeParse(windowState, parse(kept));
  if (!parsed.success) return null;
  const { x, y, width } = parsed.output.bounds;
  const reachable = areas.some((area) => {
    const across = x < area.x + area.width - grip && x + width > area.x + grip;
    return across && y >= area.y && y < area.y + area.height - grip;
  });
  return reachable ? parsed.output : null;
}

/** Keeps the place of the window for the next start. */
export function storeWindowState(window: BrowserWindow, path: string): void {
  let timer: NodeJS.Timeout | undefined;
  const keep = () => {
    if (window.isDestroyed() || window.isMinimized()) return;
    const state: WindowState = { bounds: window.getNormalBounds(), maximized: window.isMaximized() };
    // The next start can do without.
    writeAtomically(path, JSON.stringify(state)).catch(() => undefined);
  };
  // A drag moves the window many times; only where it ends up counts.
  const storeSoon = () => {
    clearTimeout(timer);
    timer = setTimeout(keep, 400);
  };
  window.on('resize', storeSoon);
  window.on('move', storeSoon);
  window.on('maximize', storeSoon);
  window.on('unmaximize', storeSoon);
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
