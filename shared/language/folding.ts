import type { SyntaxNode } from '../workflow/index';
import type { Range } from './contract';
import type { DocumentIndex } from './documentIndex';

/** What can be folded: objects and lists of several lines, from the end of their first line to the end of their last. */
export function foldingRanges({ text, tree, lines }: DocumentIndex): readonly Range[] {
  const found: Range[] = [];
  const visit = (node: SyntaxNode, start: number, head: number): void => {
    if (node.kind === 'scalar') return;
    const end = node.block ? start + node.length : start + node.length - 1;
    const headLine = lines.at(head).line;
    // All of a YAML text has no line to fold it into.
    if (lines.at(end).line > headLine && !(node.block && node === tree.root)) {
      const lineEnd = text.indexOf('\n', head);
      // Brackets stay in sight around what is folded.
      const from = node.block ? lineEnd : start + 1;
      if (from >= 0 && from < end) found.push({ start: from, end });
    }
    if (node.kind === 'object')
      for (const { at, keyAt, value } of node.members) visit(value, start + at, start + keyAt);
    else for (const { at, value } of node.items) visit(value, start + at, start + at);
  };
  visit(tree.root, tree.at, tree.at);
  return found;
}
