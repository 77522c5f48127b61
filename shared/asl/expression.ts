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

/** Whether a value is an expression, or a text whose marks are refused as those of one: either way it is judged as one. */
export function isMeantAsExpression(value: unknown): boolean {
  if (typeof value !== 'string') return false;
  const problem = expressionProblem(value);
  return isExpression(value) || problem === 'unclosed' || problem === 'unopened';
}

/**
 * What is wrong with the marks of a text that was most likely meant as an expression; null where nothing is. AWS refuses
 * marks without their counterpart at the other end of the text; with something around both it takes a text (`text`), and
 * so it most likely does with the line break that a block scalar of YAML leaves at the end.
 * Source: AWS developer guide, "Transforming data with JSONata": "Improperly opening or closing the expression will
 * result in a validation error"; recorded definitions with spaces on both sides.
 */
export function expressionProblem(text: string): 'unclosed' | 'unopened' | 'text' | null {
  const [opens, closes] = [text.startsWith('{%'), text.endsWith('%}')];
  if (opens && closes) return null;
  if (opens) return /%\}\n+$/.test(text) ? 'text' : 'unclosed';
  if (closes) return 'unopened';
  const trimmed = text.trim();
  return trimmed !== text && trimmed.startsWith('{%') && trimmed.endsWith('%}') ? 'text' : null;
}
