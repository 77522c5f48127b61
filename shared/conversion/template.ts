import { type JsonValue, isArray, isObject } from '../base/index';
import { expressionOf, literal, type Root } from './expressionText';

/** An expression as a field of ASL holds it. */
export const braced = (expression: string): string => `{% ${expression} %}`;

/** A payload template of JSONPath as JSON with expressions: `"a.$": "$.x"` is `"a": "{% $states.input.x %}"`. */
export function templateValue(template: JsonValue, root: Root): JsonValue {
  if (isArray(template)) return template.map((item) => templateValue(item, root));
  // Text that looks like an expression would become one.
  if (typeof template === 'string' && template.startsWith('{%')) return braced(literal(template));
  if (!isObject(template)) return template;
  return Object.fromEntries(
    Object.entries(template).map(([key, value]) =>
      key.endsWith('.$') && typeof value === 'string'
        ? [key.slice(0, -2), braced(expressionOf(value, root))]
        : [key, templateValue(value, root)],
    ),
  );
}

/** The same as an expression, to be used inside another one. */
export function templateExpression(template: JsonValue, root: Root): string {
  if (isArray(template)) return `[${template.map((item) => templateExpression(item, root)).join(', ')}]`;
  if (!isObject(template)) return literal(template);
  const members = Object.entries(template).map(([key, value]) =>
    key.endsWith('.$') && typeof value === 'string'
      ? `${JSON.stringify(key.slice(0, -2))}: ${expressionOf(value, root)}`
      : `${JSON.stringify(key)}: ${templateExpression(value, root)}`,
  );
  return `{${members.join(', ')}}`;
}
