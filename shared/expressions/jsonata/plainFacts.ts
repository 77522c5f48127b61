import { functionNames, missingFunction } from './functionNames';
import type { ExpressionFacts } from './facts';

/** `$states.input.order[0].id`, `$count`, `$order.id`: a variable and the way into it. */
const reference = String.raw`\$[A-Za-z_]\w*(?:\.[A-Za-z_]\w*|\[-?\d+\])*`;
const literal = String.raw`\d+(?:\.\d+)?|'[^'\\]*'|"[^"\\]*"`;
const operand = new RegExp(`(?:${reference}|${literal}|true|false|null)(?![\\w.\\[(])`, 'y');
const operator = /\s*(?:[-&+*]|!=|<=?|>=?|=|(?<=\s)(?:and|or|in)(?=\s))\s*/y;
const words = /\.(?:and|or|in)\b/;

const none: readonly string[] = [];

/**
 * The facts of the forms that most expressions have: references and literals joined by operators. Undefined for any
 * other text: JSONata's parser takes fifty times as long and reads all.
 */
export function plainFacts(text: string): ExpressionFacts | undefined {
  if (words.test(text)) return undefined;
  const states: string[] = [];
  const variables: string[] = [];
  for (let at = 0; ;) {
    operand.lastIndex = at;
    const found = operand.exec(text)?.[0];
    if (found === undefined) return undefined;
    if (found.startsWith('$')) note(found, states, variables);
    at += found.length;
    if (at === text.length) break;
    operator.lastIndex = at;
    const between = operator.exec(text)?.[0];
    if (between === undefined) return undefined;
    at += between.length;
  }
  return { problem: null, topLevel: none, states, variables, asked: none, unknownFunctions: none };
}

function note(found: string, states: string[], variables: string[]): void {
  const [name = '', member] = found.slice(1).split(/[.[]/, 2);
  if (name === 'states') {
    if (member !== undefined && found.startsWith('$states.') && !states.includes(member)) states.push(member);
  } else if (!functionNames.has(name) && name !== missingFunction && !variables.includes(name)) variables.push(name);
}
