/**
 * Whether a value is a JSONata expression in AWS's form: text between `{%` and `%}`, with nothing around them.
 * Source: AWS developer guide, "Transforming data with JSONata".
 */
export function isExpression(value: unknown): value is string {
  return typeof value === 'string' && value.length >= 4 && value.startsWith('{%') && value.endsWith('%}');
}

/** What stands between the marks of an expression. */
export function expressionSource(expression: string): string {
  return expression.slice(2, -2).trim();
}

/**
 * What is wrong with the marks of a text that was most likely meant as an expression; null where nothing is. Spaces
 * around the marks and marks without their counterpart are refused when a machine is created.
 * Source: AWS developer guide, "Transforming data with JSONata": "Improperly opening or closing the expression will
 * result in a validation error".
 */
export function expressionProblem(text: string): 'unclosed' | 'unopened' | 'spaced' | null {
  if (!text.includes('{%') && !text.includes('%}')) return null;
  const trimmed = text.trim();
  const [opens, closes] = [trimmed.startsWith('{%'), trimmed.endsWith('%}')];
  if (opens && closes && trimmed === text) return null;
  if (opens && closes) return 'spaced';
  if (opens) return 'unclosed';
  return closes ? 'unopened' : null;
}
