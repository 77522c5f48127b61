import { skipBlank, skipBrackets, skipToken } from './skip';

/** A block of a Terraform file, such as `resource "aws_sfn_state_machine" "orders" { … }`. */
export interface Block {
  readonly type: string;
  readonly labels: readonly string[];
  /** Where its body begins and ends, without the braces. */
  readonly from: number;
  readonly to: number;
}

/** The blocks at the top of a file. */
export function topBlocks(text: string): readonly Block[] {
  const blocks: Block[] = [];
  const head = /([A-Za-z_][\w-]*)((?:[ \t]+"[^"\n]*")*)[ \t]*\{/y;
  for (let at = skipBlank(text, 0); at < text.length; at = skipBlank(text, at)) {
    head.lastIndex = at;
    const found = head.exec(text);
    if (!found) {
      at = /[([{]/.test(text[at] ?? '') ? skipBrackets(text, at) : skipToken(text, at);
      continue;
    }
    const brace = head.lastIndex - 1;
    const end = skipBrackets(text, brace);
    const labels = [...(found[2] ?? '').matchAll(/"([^"]*)"/g)].map(([, label]) => label ?? '');
    blocks.push({ type: found[1] ?? '', labels, from: brace + 1, to: end - 1 });
    at = end;
  }
  return blocks;
}

/** Where the value of an argument of a block begins; null when it has none of that name. */
export function argumentOf(text: string, { from, to }: Block, name: string): number | null {
  const argument = new RegExp(String.raw`${name}[ \t]*=(?!=)\s*`, 'y');
  for (let at = skipBlank(text, from); at < to; at = skipBlank(text, at)) {
    argument.lastIndex = at;
    if (argument.test(text)) return argument.lastIndex;
    const word = /[\w-]+/y;
    word.lastIndex = at;
    if (word.test(text)) at = word.lastIndex;
    else at = /[([{]/.test(text[at] ?? '') ? skipBrackets(text, at) : skipToken(text, at);
  }
  return null;
}
