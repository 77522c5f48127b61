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
