import { type JsonValue, isArray, isObject } from '../base/index';
import { memberOf } from './expressionText';
import { call, withHelpers } from './helpers';
import { literal, type Root } from './written';

/** An expression as a field of ASL holds it. */
export const braced = (expression: string): string => `{% ${withHelpers(expression)} %}`;

/** A payload template of JSONPath as JSON with expressions: `"a.$": "$.x"` is `"a": "{% $states.input.x %}"`. */
export function templateValue(template: JsonValue, root: Root): JsonValue {
  if (isArray(template)) return template.map((item) => templateValue(item, root));
  if (typeof template === 'string') return literalText(template);
  if (!isObject(template)) return template;
  return Object.fromEntries(
    Object.entries(template).map(([key, value]) =>
      key.endsWith('.$') && typeof value === 'string'
        ? [key.slice(0, -2), braced(memberOf(value, root))]
        : [key, templateValue(value, root)],
    ),
  );
}

/** A fixed value in a field that JSONata evaluates: text with marks of an expression would become one. */
export function literalValue(value: JsonValue): JsonValue {
  if (isArray(value)) return value.map(literalValue);
  if (typeof value === 'string') return literalText(value);
  return isObject(value)
    ? Object.fromEntries(Object.entries(value).map(([key, each]) => [key, literalValue(each)]))
    : value;
}

const literalText = (text: string): string =>
  text.startsWith('{%') || text.endsWith('%}') ? braced(literal(text)) : text;

/** A template as an expression, to be used inside another one. What leads nowhere fails, as it does by itself. */
export function templateExpression(template: JsonValue, root: Root): string {
  if (isArray(template)) return listText(template.map((item) => templateExpression(item, root)));
  if (!isObject(template)) return literal(template);
  const members = Object.entries(template).map(([key, value]) =>
    key.endsWith('.$') && typeof value === 'string'
      ? `${JSON.stringify(key.slice(0, -2))}: ${call('given', memberOf(value, root))}`
      : `${JSON.stringify(key)}: ${templateExpression(value, root)}`,
  );
  return `{${members.join(', ')}}`;
}

/** Items of a template are literals, objects or lists: none of them is opened inside a list. */
const listText = (items: readonly string[]): string => `[${items.join(', ')}]`;
