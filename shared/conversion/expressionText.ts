import { callExpression, parsedCall } from './callText';
import { parsed, pathExpression } from './pathText';
import type { Root } from './written';

/** A path or an intrinsic function of JSONPath as a JSONata expression, without its braces and helpers. */
export function expressionOf(text: string, root: Root): string {
  return text.startsWith('$') ? pathExpression(parsed(text), root).text : callExpression(parsedCall(text), root).text;
}

/** The same as the value of a key of a template: there an index past the end of a list gives null. Measured on AWS. */
export function memberOf(text: string, root: Root): string {
  const expression = expressionOf(text, root);
  if (!text.startsWith('$')) return expression;
  const { definite, segments } = parsed(text);
  return definite && segments.at(-1)?.kind === 'indices'
    ? `($exists(${expression}) ? ${expression} : null)`
    : expression;
}
