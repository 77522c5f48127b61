/** `$states.input.order[0].id`, `$count`, `$order.id`: a variable and the way into it. */
const reference = String.raw`\$[A-Za-z_]\w*(?:\.[A-Za-z_]\w*|\[-?\d+\])*`;
const literal = String.raw`\d+(?:\.\d+)?|'[^'\\]*'|"[^"\\]*"`;
const operand = new RegExp(`(?:${reference}|${literal}|true|false|null)(?![\\w.\\[(])`, 'y');
const operator = /\s*(?:[-&+*]|!=|<=?|>=?|=|(?<=\s)(?:and|or|in)(?=\s))\s*/y;
const words = /\.(?:and|or|in)\b/;

/** Operands with an operator between each two of them. */
export interface PlainTokens {
  readonly operands: readonly string[];
  readonly operators: readonly string[];
}

/**
 * Reads the form that most expressions have: references and literals joined by operators. Undefined for any other
 * text: JSONata's parser takes fifty times as long and reads all.
 */
export function plainTokens(text: string): PlainTokens | undefined {
  if (words.test(text)) return undefined;
  const operands: string[] = [];
  const operators: string[] = [];
  for (let at = 0; ;) {
    operand.lastIndex = at;
    const found = operand.exec(text)?.[0];
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
