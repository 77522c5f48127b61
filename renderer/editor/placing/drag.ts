import { create } from 'zustand';
import type { PaletteItem } from './items';

interface Drag {
  readonly item: PaletteItem;
  /** Of the pointer, in the window. */
  readonly client: { readonly x: number; readonly y: number };
}

/** The palette item that is being dragged, if any. */
export const useDrag = create<{ drag: Drag | null }>(() => ({ drag: null }));

let drop: ((drag: Drag) => void) | null = null;

/** The canvas takes what is dropped; returns how to stop that. */
export function onDrop(handler: (drag: Drag) => void): () => void {
  drop = handler;
  return () => {
    if (drop === handler) drop = null;
  };
}

/**
 * Follows the pointer from a press on a palette item until it is let go. Escape cancels.
 * Pointer events instead of HTML drag and drop: the card under the pointer is ours, and the canvas can answer while it moves.
 */
export function startDrag(item: PaletteItem, from: { x: number; y: number }): void {
  let moved = false;
  const move = (event: PointerEvent) => {
    if (!moved && Math.hypot(event.clientX - from.x, event.clientY - from.y) < 4) return;
    moved = true;
    useDrag.setState({ drag: { item, client: { x: event.clientX, y: event.clientY } } });
  };
  const stop = () => {
    window.removeEventListener('pointermove', move);
    window.removeEventListener('pointerup', up);
    window.removeEventListener('pointercancel', stop);
    window.removeEventListener('keydown', cancel, true);
    useDrag.setState({ drag: null });
  };
  const up = (event: PointerEvent) => {
    if (moved) drop?.({ item, client: { x: event.clientX, y: event.clientY } });
    stop();
  };
  const cancel = (event: KeyboardEvent) => {
    if (event.key !== 'Escape') return;
    event.stopPropagation();
    stop();
  };
  window.addEventListener('pointermove', move);
  window.addEventListener('pointerup', up);
  window.addEventListener('pointercancel', stop);
  window.addEventListener('keydown', cancel, true);
}
