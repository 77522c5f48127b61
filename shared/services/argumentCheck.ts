import { type JsonObject, type JsonPath, type JsonValue, isArray, isObject, nearest, own } from '../base/index';
import { type QueryLanguage, isExpression, isPlaceholder } from '../asl/index';
import { checkArn } from './arns/arn';
import type { ArgumentField, ValueType } from './contract';

/** What is wrong with one argument, at its place below the arguments. */
export interface ArgumentProblem {
  readonly at: JsonPath;
  readonly message: string;
  /** The right name of an argument that is misspelt: the last step of `at`, corrected. */
  readonly rename?: string;
}

/**
 * What is wrong with literal arguments against the fields of an action, at any depth. Values that a run decides and
 * placeholders are taken as right. Names that the action does not have are reported with the nearest right one; one that
 * is right but for its capitals is told, and its value is checked.
 */
export function checkArguments(
  fields: readonly ArgumentField[],
  values: JsonObject,
  language: QueryLanguage,
  at: JsonPath = [],
): ArgumentProblem[] {
  const problems: ArgumentProblem[] = [];
  const given = new Set<string>();
  const keyOf = (name: string) => name.toLowerCase();
  const byName = new Map(fields.map((field) => [keyOf(field.name), field]));
  for (const [key, value] of Object.entries(values)) {
    const dynamic = language === 'JSONPath' && key.endsWith('.$');
    const name = dynamic ? key.slice(0, -2) : key;
    given.add(keyOf(name));
    const field = byName.get(keyOf(name));
    if (!field) {
      problems.push(unknownName(name, dynamic, fields, [...at, key]));
      continue;
    }
    if (field.name !== name) problems.push(otherCapitals(name, field.name, dynamic, [...at, key]));
    if (!dynamic) problems.push(...checkValue(field.name, field.type, value, language, [...at, key]));
  }
  for (const field of fields) {
    if (field.required && !given.has(keyOf(field.name))) {
      problems.push({ at, message: `${field.name} is required.` });
    }
  }
  return problems;
}

/** Step Functions refuses a name whose capitals are others. Source: AWS developer guide, "AWS SDK service integrations". */
function otherCapitals(name: string, right: string, dynamic: boolean, at: JsonPath): ArgumentProblem {
  return { at, message: `“${name}” is written ${right} here.`, rename: dynamic ? `${right}.$` : right };
}

function unknownName(name: string, dynamic: boolean, fields: readonly ArgumentField[], at: JsonPath): ArgumentProblem {
  const right = nearest(
    fields.map((field) => field.name),
    name,
  );
  const message = `“${name}” is not an argument of this call`;
  return right === null
    ? { at, message: `${message}.` }
    : { at, message: `${message}: did you mean ${right}?`, rename: dynamic ? `${right}.$` : right };
}

function checkValue(
  name: string,
  type: ValueType,
  value: JsonValue,
  language: QueryLanguage,
  at: JsonPath,
): ArgumentProblem[] {
  if (isPlaceholder(value) || (language === 'JSONata' && isExpression(value))) return [];
  const problem = checkLeaf(name, type, value);
  if (problem !== null) return [{ at, message: problem }];
  if (type.kind === 'object' && type.fields && isObject(value)) {
    return checkArguments(type.fields, value, language, at);
  }
  if (type.kind === 'list' && isArray(value)) {
    const { items } = type;
    if (!items) return [];
    return value.flatMap((item, index) => checkValue(`${name}[${index}]`, items, item, language, [...at, index]));
  }
  if (type.kind === 'map' && isObject(value)) {
    const { values } = type;
    if (!values) return [];
    return Object.entries(value).flatMap(([key, each]) =>
      language === 'JSONPath' && key.endsWith('.$')
        ? []
        : checkValue(`${name}.${key}`, values, each, language, [...at, key]),
    );
  }
  return [];
}

/** What is wrong with the literal value of an argument itself, as one sentence; null when nothing is. Placeholders are taken. */
export function checkArgument({ name, type }: ArgumentField, value: JsonValue): string | null {
  return isPlaceholder(value) ? null : checkLeaf(name, type, value);
}

function checkLeaf(name: string, type: ValueType, value: JsonValue): string | null {
  switch (type.kind) {
    case 'string':
      return checkText(name, type, value);
    case 'enum':
      return typeof value === 'string' && type.values.includes(value) ? null : notOneOf(name, type.values, value);
    case 'integer':
    case 'number':
      return checkNumber(name, type, value);
    case 'boolean':
      return typeof value === 'boolean' ? null : `${name} must be true or false.`;
    case 'list': {
      if (!isArray(value)) return `${name} must be a list.`;
      if (type.min !== undefined && value.length < type.min) return `${name} has at least ${type.min} entries.`;
      return type.max !== undefined && value.length > type.max ? `${name} has at most ${type.max} entries.` : null;
    }
    case 'map':
    case 'object':
      return isObject(value) ? null : `${name} must be an object.`;
    case 'json':
      return null;
  }
}

function checkText(name: string, type: Extract<ValueType, { kind: 'string' }>, value: JsonValue): string | null {
  if (typeof value !== 'string') return `${name} must be text.`;
  if (type.min !== undefined && value.length < type.min)
    return value === '' ? `${name} is empty.` : `${name} has at least ${type.min} characters.`;
  if (type.max !== undefined && value.length > type.max) return `${name} has at most ${type.max} characters.`;
  if (type.arn !== undefined) {
    const problem = checkArn(value, type.arn, type.nameToo);
    if (problem !== null) return `${name}: ${problem}`;
  }
  return type.pattern === undefined || new RegExp(`^(?:${type.pattern})$`, 'u').test(value)
    ? null
    : `${name} does not have the form AWS asks for.`;
}

function checkNumber(
  name: string,
  type: { readonly kind: 'integer' | 'number'; readonly min?: number; readonly max?: number },
  value: JsonValue,
): string | null {
  if (typeof value !== 'number' || (type.kind === 'integer' && !Number.isInteger(value))) {
    return `${name} must be a ${type.kind === 'integer' ? 'whole number' : 'number'}.`;
  }
  if (type.min !== undefined && value < type.min) return `${name} must be at least ${type.min}.`;
  return type.max !== undefined && value > type.max ? `${name} must be at most ${type.max}.` : null;
}

function notOneOf(name: string, values: readonly string[], value: JsonValue): string {
  const right = typeof value === 'string' ? nearest(values, value) : null;
  if (right !== null) return `${name}: “${value as string}” is not known; did you mean ${right}?`;
  return values.length > 12
    ? `${name} must be one of its ${values.length} values, such as ${values.slice(0, 4).join(', ')}.`
    : `${name} must be one of ${values.join(', ')}.`;
}

/** Whether an argument is given: as it is, or in JSONPath by a key ending in `.$`. */
export function isGiven(values: JsonObject, name: string): boolean {
  return own(values, name) !== undefined || own(values, `${name}.$`) !== undefined;
}
