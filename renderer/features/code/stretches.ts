/** What was typed at once, as the editor tells of it. */
export interface Typing {
  /** The editor's name for it, such as `input.type` or `delete.backward`; undefined for what is no typing, as a replacement. */
  readonly event: string | undefined;
  /** Where the text changed, in the text after it. */
  readonly from: number;
  readonly to: number;
  /** The same place in the text before it. */
  readonly fromBefore: number;
  readonly toBefore: number;
  /** Milliseconds, of any clock. */
  readonly time: number;
}

/** A pause that ends a stretch; the one of CodeMirror's own history. */
const pause = 500;

/** Of all editors: one that comes on screen again must not go on with what was typed before. */
let begun = 0;

/**
 * Cuts typing into stretches, each of which is one entry of the undo history: letters that follow each other at one place,
 * or what a held Backspace takes away. Pasting, cutting, a pause, another place begin a new one.
 */
export class Stretches {
  private number = 0;
  private last: Typing | null = null;

  /** The number of the stretch that what was typed now belongs to. */
  of(typing: Typing): number {
    const { last } = this;
    if (last && goesOn(last, typing)) this.last = joined(last, typing);
    else [this.number, this.last] = [++begun, typing];
    return this.number;
  }
}

function goesOn(last: Typing, now: Typing): boolean {
  if (now.event === 'input.type.compose') return true;
  const kind = kindOf(now.event);
  const near = now.fromBefore <= last.to && now.toBefore >= last.from;
  return kind !== null && kind === kindOf(last.event) && near && now.time - last.time < pause;
}

/** As if both had been typed at once: the place is that of the whole stretch. */
function joined(last: Typing, now: Typing): Typing {
  const grown = now.to - now.from - (now.toBefore - now.fromBefore);
  return { ...now, from: Math.min(last.from, now.from), to: Math.max(last.to + grown, now.to) };
}

function kindOf(event: string | undefined): 'input' | 'delete' | null {
  if (event === undefined) return null;
  if (/^input\.type($|\.)/.test(event)) return 'input';
  return /^delete($|\.(?!cut|line))/.test(event) ? 'delete' : null;
}
