/**
 * The wildcards of event patterns: `*` is any text, `\*` and `\\` are the characters themselves.
 * Source: EventBridge user guide, "Matching using wildcards".
 */
type Piece = { readonly kind: 'any' } | { readonly kind: 'text'; readonly text: string };

function piecesOf(pattern: string): readonly Piece[] {
  return (pattern.match(/\\[\s\S]|[\s\S]/g) ?? []).map((piece) =>
    piece === '*'
      ? { kind: 'any' }
      : { kind: 'text', text: piece.length > 1 && piece.startsWith('\\') ? piece.slice(1) : piece },
  );
}

/** What EventBridge refuses in a pattern with wildcards; null when nothing. */
export function wildcardProblem(pattern: string): string | null {
  const rest = pattern.replace(/\\[*\\]/g, '.');
  if (rest.includes('\\')) return 'takes a backslash only before * and before another backslash';
  return rest.includes('**') ? 'takes no two * beside each other' : null;
}

/** Does a text match? One pass that goes back to the last `*` alone, so that no pattern takes long. */
export function matchesWildcard(pattern: string, value: string): boolean {
  const pieces = piecesOf(pattern);
  const letters = [...(value.match(/[\s\S]/g) ?? [])];
  let [piece, letter, star, resume] = [0, 0, -1, 0];
  while (letter < letters.length) {
    const here = pieces[piece];
    if (here?.kind === 'any') [star, resume, piece] = [piece, letter, piece + 1];
    else if (here?.text === letters[letter]) [piece, letter] = [piece + 1, letter + 1];
    else if (star >= 0) [piece, letter, resume] = [star + 1, resume + 1, resume + 1];
    else return false;
  }
  return pieces.slice(piece).every(({ kind }) => kind === 'any');
}

/** A text as it stands, for a place inside a pattern with wildcards. */
export function wildcardLiteral(text: string): string {
  return text.replace(/[*\\]/g, '\\$&');
}

/** A text that a pattern matches, with `filling` for each wildcard. */
export function wildcardExample(pattern: string, filling: string): string {
  return piecesOf(pattern)
    .map((piece) => (piece.kind === 'any' ? filling : piece.text))
    .join('');
}
