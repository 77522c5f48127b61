import type { DocumentIndex } from './documentIndex';
import { expressionAt } from './expressionTexts';
import { signaturesFor, type Signature } from './signatures';

export interface SignatureHelp {
  readonly signature: Signature;
  /** The number of the argument at the offset, from 0; the last parameter where it takes any number. */
  readonly parameter: number;
}

/** The function whose arguments are being written at an offset; null outside of the brackets of a known one. */
export function signatureHelpAt(index: DocumentIndex, offset: number): SignatureHelp | null {
  const expression = expressionAt(index, offset);
  if (!expression) return null;
  const { kind, scalar, from } = expression;
  const call = openCall(scalar.text.slice(from, scalar.indexOf(offset)));
  const signature = call && signaturesFor(kind).get(call.name);
  if (!signature) return null;
  return { signature, parameter: Math.min(call.argument, Math.max(0, signature.parameters.length - 1)) };
}

const quotedText = /"(?:[^"\\]|\\[^])*"?|'(?:[^'\\]|\\[^])*'?|`[^`]*`?/g;

/** The innermost call whose bracket is open at the end of a text. */
function openCall(text: string): { readonly name: string; readonly argument: number } | null {
  const open: { name: string; argument: number }[] = [];
  const plain = text.replace(quotedText, (found) => ' '.repeat(found.length));
  for (let at = 0; at < plain.length; at++) {
    const char = plain[at] ?? '';
    if ('([{'.includes(char)) {
      const name =
        char === '(' ? (/(?:\$\w+|States\.\w+)\s*$/.exec(plain.slice(Math.max(0, at - 200), at))?.[0] ?? '') : '';
      open.push({ name: name.trim(), argument: 0 });
    } else if (')]}'.includes(char)) open.pop();
    else if (char === ',') {
      const last = open.at(-1);
      if (last) last.argument++;
    }
  }
  return open.findLast(({ name }) => name !== '') ?? null;
}
