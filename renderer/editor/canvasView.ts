/** The canvas on screen as commands and other panels may move it. */
export interface CanvasView {
  /** Shows the whole workflow. */
  fit(): void;
  /** Shows the workflow as one that was opened just now. */
  open(): void;
  zoom(to: 'in' | 'out' | 'reset'): void;
  /** Brings states into view, by their paths. */
  show(states: readonly string[]): void;
  /** Puts the keyboard on it. */
  focus(): void;
}

let mounted: CanvasView | null = null;

/** Announces the canvas on screen; returns how to take it away. */
export function mountCanvas(view: CanvasView): () => void {
  mounted = view;
  return () => {
    if (mounted === view) mounted = null;
  };
}

/** The canvas on screen; null on the start screen and where only code is shown. */
export function canvasView(): CanvasView | null {
  return mounted;
}
