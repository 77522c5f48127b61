import type { JsonPath } from '../../base/index';
import { memberOf, type SyntaxNode, type SyntaxTree } from './syntax';

/** A value where it stands in a text. */
export interface PlacedNode {
  readonly node: SyntaxNode;
  readonly start: number;
  /** Where its key stands; null for items of lists and for the whole. */
  readonly key: { readonly start: number; readonly end: number } | null;
}

/** The value at a path below a tree, or a part of one; null where the text has none. */
export function nodeAt(tree: Pick<SyntaxTree, 'at' | 'root'>, path: JsonPath): PlacedNode | null {
  let placed: PlacedNode = { node: tree.root, start: tree.at, key: null };
  for (const step of path) {
    const { node, start } = placed;
    if (node.kind === 'object') {
      const member = memberOf(node, String(step));
      if (!member) return null;
      const keyStart = start + member.keyAt;
      placed = {
        node: member.value,
        start: start + member.at,
        key: { start: keyStart, end: keyStart + member.keyLength },
      };
    } else if (node.kind === 'array' && typeof step === 'number') {
      const item = node.items[step];
      if (!item) return null;
      placed = { node: item.value, start: start + item.at, key: null };
    } else return null;
  }
  return placed;
}
