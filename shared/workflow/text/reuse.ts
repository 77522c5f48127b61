import { inOrder, type Splice } from './splice';
import type { SyntaxNode, SyntaxTree } from './syntax';

/** A piece of the old text that stands in the new one as it was. */
interface Piece {
  readonly from: number;
  readonly to: number;
  /** Where it stands now. */
  readonly now: number;
}

/**
 * What a parser of the new text can take over from the tree of the old one: objects and arrays that no splice touches.
 * The parser asks at every value in the order of the text; between what is taken over it reads, and so checks, all.
 */
export class Reusable {
  private readonly pieces: readonly Piece[];
  private piece = 0;
  /** Objects and arrays that may be asked for, by where they began in the old text. */
  private readonly known = new Map<number, SyntaxNode>();

  constructor(tree: SyntaxTree, splices: readonly Splice[]) {
    this.pieces = piecesBetween(inOrder(splices));
    this.known.set(tree.at, tree.root);
  }

  /** The node at an offset of the new text; undefined when the text there is new or has changed. */
  at(offset: number): SyntaxNode | undefined {
    for (let next = this.pieces[this.piece + 1]; next && next.now <= offset; next = this.pieces[this.piece + 1]) {
      this.piece += 1;
    }
    const piece = this.pieces[this.piece];
    if (!piece || offset < piece.now) return undefined;
    const start = offset - piece.now + piece.from;
    const node = start < piece.to ? this.known.get(start) : undefined;
    if (!node) return undefined;
    if (start + node.length <= piece.to) return node;
    this.open(node, start);
    return undefined;
  }

  private open(node: SyntaxNode, start: number): void {
    const inner = node.kind === 'object' ? node.members : node.kind === 'array' ? node.items : [];
    for (const { at, value } of inner) if (value.kind !== 'scalar') this.known.set(start + at, value);
  }
}

function piecesBetween(splices: readonly Splice[]): readonly Piece[] {
  const pieces: Piece[] = [];
  let [from, now] = [0, 0];
  for (const { start, end, text } of splices) {
    if (start > from) pieces.push({ from, to: start, now });
    now += start - from + text.length;
    from = end;
  }
  return [...pieces, { from, to: Infinity, now }];
}
