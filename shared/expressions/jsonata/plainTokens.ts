import { endOfGroup } from './plainCalls';

/** `$states.input.order[0].id`, `$count`, `$order.id`: a variable and the way into it. */
const reference = String.raw`\$[A-Za-z_]\w*(?:\.[A-Za-z_]\w*|\[-?\d+\])*`;
const literal = String.raw`\d+(?:\.\d+)?|'[^'\\]*'|"[^"\\]*"`;
const operand = new RegExp(`(?:${reference}|${literal}|true|false|null)(?![\\w.\\[(])`, 'y');
const operator = /\s*(?:[-&+*]|!=|<=?|>=?|=|(?<=\s)(?:and|or|in)(?=\s))\s*/y;
const call = /\$[A-Za-z_]\w*(?=\()/y;
const words = /\.(?:and|or|in)\b/;

/** Operands with an operator between each two of them. */
export interface PlainTokens {
  readonly operands: readonly string[];
  readonly operators: readonly string[];
}

/**
 * Reads the form that most expressions have: references and literals joined by operators. Undefined for any other
 * text: JSONata's parser takes fifty times as long and reads all.
 * @param withCalls calls of functions are operands too, with what stands in their brackets
 */
export function plainTokens(text: string, withCalls = false): PlainTokens | undefined {
  if (words.test(text)) return undefined;
  const operands: string[] = [];
  const operators: string[] = [];
  for (let at = 0; ;) {
    operand.lastIndex = at;
    const found = operand.exec(text)?.[0] ?? (withCalls ? callAt(text, at) : undefined);
    if (found === undefined) return undefined;
    operands.push(found);
    at += found.length;
    if (at === text.length) return { operands, operators };
    operator.lastIndex = at;
    const between = operator.exec(text)?.[0];
    if (between === undefined) return undefined;
    operators.push(between.trim());
    at += between.length;
  }
}

/** The call of a function at a place, up to the bracket that closes it, where nothing is taken out of what it gives. */
function callAt(text: string, at: number): string | undefined {
  call.lastIndex = at;
  const name = call.exec(text)?.[0];
  const end = name === undefined ? undefined : endOfGroup(text, at + name.length);
  return end === undefined || /[\w.[(]/.test(text.charAt(end + 1)) ? undefined : text.slice(at, end + 1);
}
