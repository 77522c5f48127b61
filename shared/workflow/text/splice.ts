/** A piece of text to put in place of another; the places of a list refer to the text before any of them is made. */
export interface Splice {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** In the order in which they are made: at the same place insertions go before replacements. */
export function inOrder(splices: readonly Splice[]): readonly Splice[] {
  return splices
    .map((splice, order) => ({ splice, order }))
    .sort((a, b) => a.splice.start - b.splice.start || a.splice.end - b.splice.end || a.order - b.order)
    .map(({ splice }) => splice);
}

/** Makes all splices. They must not overlap. */
export function applySplices(text: string, splices: readonly Splice[]): string {
  let result = '';
  let at = 0;
  for (const splice of inOrder(splices)) {
    result += text.slice(at, splice.start) + splice.text;
    at = splice.end;
  }
  return result + text.slice(at);
}
