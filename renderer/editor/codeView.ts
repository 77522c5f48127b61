/** The code on screen as other panels may move it. */
export interface CodeView {
  /** Puts the cursor and the keyboard at an offset of the text. */
  show(offset: number): void;
}

let mounted: CodeView | null = null;
let waiting: number | null = null;

/** Announces the code on screen; returns how to take it away. */
export function mountCode(view: CodeView): () => void {
  mounted = view;
  if (waiting !== null) view.show(waiting);
  waiting = null;
  return () => {
    if (mounted === view) mounted = null;
  };
}

/** Shows a place of the text; where no code is on screen, as soon as it is. */
export function showInCode(offset: number): void {
  if (mounted) mounted.show(offset);
  else waiting = offset;
}
