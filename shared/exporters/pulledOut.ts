import { type JsonObject, type JsonValue, NumberText, isArray, isObject } from '../base/index';
import { placeholderNames, placeholdersOf, withTexts, type WorkflowDocument } from '../workflow/index';
import { logicalName, unusedName } from './stack/names';

/** Fields whose numbers differ from one deployment to the next. */
const numberFields = new Set(['TimeoutSeconds', 'HeartbeatSeconds', 'Seconds', 'MaxConcurrency']);

/** Names of resources: ARNs, but for those of integrations, which are the same everywhere, and addresses of queues. */
const resource = /^(?:arn:[\w-]+:(?!states:::)[^\s{}]+:[^\s{}]+|https:\/\/sqs\.[^\s{}]+)$/;

/**
 * The definition with resources and numbers as placeholders, numbers without quotes, and what each stands for. Equal resources
 * have one placeholder; a number has one of its own, named after its state. Placeholders that were there stay.
 */
export function pulledOut(document: WorkflowDocument): {
  readonly definition: JsonObject;
  readonly values: JsonObject;
} {
  const taken = new Set(placeholdersOf(document).map(({ name }) => name));
  const values: Record<string, JsonValue> = {};
  const names = new Map<string, string>();
  const written = withTexts(document, (text, isValue) => {
    if (isValue) return new NumberText(text, 0);
    if (!resource.test(text) || placeholderNames(text).length > 0) return text;
    const name = names.get(text) ?? unusedName(nameOf(text), taken);
    names.set(text, name);
    values[name] = text;
    return `\${${name}}`;
  });
  const inside = (value: JsonValue, around: string): JsonValue => {
    if (isArray(value)) return value.map((item) => inside(item, around));
    if (!isObject(value)) return value;
    return Object.fromEntries(
      Object.entries(value).map(([key, item]): [string, JsonValue] => {
        if (key === 'States' && isObject(item))
          return [key, Object.fromEntries(Object.entries(item).map(([name, state]) => [name, inside(state, name)]))];
        const number = item instanceof NumberText ? item.value : item;
        if (!numberFields.has(key) || typeof number !== 'number' || isPlaceholder(item))
          return [key, inside(item, around)];
        const name = unusedName(logicalName(`${around} ${key}`), taken);
        values[name] = item;
        return [key, new NumberText(`\${${name}}`, 0)];
      }),
    );
  };
  return { definition: inside(written, '') as JsonObject, values };
}

const isPlaceholder = (value: JsonValue): boolean => value instanceof NumberText && value.text.startsWith('${');

/** `arn:aws:lambda:us-east-1:123456789012:function:resize` is `LambdaResizeArn`. */
function nameOf(text: string): string {
  const isArn = text.startsWith('arn:');
  const service = isArn ? (text.split(':')[2] ?? '') : 'queue';
  const [last = ''] = text
    .split(/[:/]/)
    .filter((part) => part !== '' && part !== '*' && part !== '$LATEST')
    .slice(-1);
  return logicalName(`${service} ${last} ${isArn ? 'arn' : 'url'}`);
}
