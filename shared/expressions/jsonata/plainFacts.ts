import { functionNames, missingFunction } from './functionNames';
import type { ExpressionFacts } from './facts';
import { plainTokens } from './plainTokens';

const none: readonly string[] = [];

/** The facts of an expression of a plain form; undefined for any other text. */
export function plainFacts(text: string): ExpressionFacts | undefined {
  const tokens = plainTokens(text);
  if (tokens === undefined) return undefined;
  const states: string[] = [];
  const variables: string[] = [];
  for (const operand of tokens.operands) if (operand.startsWith('$')) note(operand, states, variables);
  return { problem: null, topLevel: none, states, variables, asked: none, unknownFunctions: none };
}

function note(found: string, states: string[], variables: string[]): void {
  const [name = '', member] = found.slice(1).split(/[.[]/, 2);
  if (name === 'states') {
    if (member !== undefined && found.startsWith('$states.') && !states.includes(member)) states.push(member);
  } else if (!functionNames.has(name) && name !== missingFunction && !variables.includes(name)) variables.push(name);
}
