import { isArray, isObject, own, type JsonObject, type JsonValue } from '../base/index';
import { ApiError, invalid } from './apiError';
import type { Shape } from './model';
import { operations, shapes } from './table';
import type { OperationName, Request } from './types';

/**
 * Checks what was sent by the bounds of the model, as AWS does in the service, and says what is wrong in its sentences.
 * @throws ApiError
 */
export function checkRequest<Name extends OperationName>(name: Name, sent: JsonValue): Request<Name> {
  const problems: string[] = [];
  const value = checked(sent, operations[name].input, '', problems);
  if (problems.length > 0) {
    const count = problems.length === 1 ? '1 validation error' : `${problems.length} validation errors`;
    throw invalid(`${count} detected: ${problems.join('; ')}`);
  }
  return value as unknown as Request<Name>;
}

const shapeOf = (name: string): Shape => (shapes as Readonly<Record<string, Shape>>)[name] ?? { type: 'string' };

/** The value with the members that the model knows: AWS passes over others, and over nulls. */
function checked(value: JsonValue, name: string, at: string, problems: string[]): JsonValue {
  const shape = shapeOf(name);
  switch (shape.type) {
    case 'structure':
      return checkedStructure(value, shape, at, problems);
    case 'list': {
      if (!isArray(value)) throw notA(value, 'List');
      checkLength(value, value.length, shape, at, problems);
      // Counted from 1: `routingConfiguration.1.member.weight`.
      return value.map((item, index) => checked(item, shape.member, `${at}.${index + 1}.member`, problems));
    }
    case 'string':
      if (typeof value !== 'string') throw notA(value, 'String');
      checkText(value, shape, at, problems, name);
      return value;
    case 'boolean':
      if (typeof value !== 'boolean') throw notA(value, 'Boolean');
      return value;
    case 'integer':
    case 'long':
    case 'float': {
      const number = value === null || typeof value === 'object' ? NaN : Number(value);
      if (typeof value !== 'number' || Number.isNaN(number))
        throw notA(value, shape.type === 'float' ? 'Float' : 'Integer');
      const whole = shape.type === 'float' ? number : Math.trunc(number);
      checkRange(whole, shape, at, problems);
      return whole;
    }
    case 'map':
    case 'timestamp':
      return value;
  }
}

function checkedStructure(
  value: JsonValue,
  { members, required = [] }: Extract<Shape, { readonly type: 'structure' }>,
  at: string,
  problems: string[],
): JsonValue {
  if (!isObject(value)) throw notA(value, 'Structure');
  const kept: Record<string, JsonValue> = {};
  for (const [name, shape] of Object.entries(members)) {
    const member = own(value, name);
    const place = at === '' ? name : `${at}.${name}`;
    if (member !== undefined && member !== null) kept[name] = checked(member, shape, place, problems);
    else if (required.includes(name)) problems.push(problem('null', place, 'Member must not be null'));
  }
  return kept satisfies JsonObject;
}

function checkText(text: string, shape: Shape, at: string, problems: string[], name: string): void {
  checkLength(text, [...text].length, shape, at, problems);
  const shown = shape.sensitive ? undefined : text;
  const { pattern } = shape;
  if (pattern !== undefined && !matches(pattern, text))
    problems.push(problem(quoted(shown), at, `Member must satisfy regular expression pattern: ${pattern}`));
  if (shape.enum !== undefined && !shape.enum.includes(text)) {
    const set = (enumOrders[name] ?? shape.enum).join(', ');
    problems.push(problem(quoted(shown), at, `Member must satisfy enum value set: [${set}]`));
  }
}

/** The order in which AWS tells a set of choices, where one was recorded; the model's otherwise. */
const enumOrders: Readonly<Record<string, readonly string[]>> = {
  ExecutionStatus: ['SUCCEEDED', 'TIMED_OUT', 'PENDING_REDRIVE', 'ABORTED', 'FAILED', 'RUNNING'],
};

function checkLength(value: JsonValue, length: number, shape: Shape, at: string, problems: string[]): void {
  const shown = quoted(shape.sensitive ? undefined : typeof value === 'string' ? value : javaText(value));
  const { min, max } = shape;
  if (max !== undefined && length > max)
    problems.push(problem(shown, at, `Member must have length less than or equal to ${max}`));
  if (min !== undefined && length < min)
    problems.push(problem(shown, at, `Member must have length greater than or equal to ${min}`));
}

function checkRange(number: number, { min, max, sensitive }: Shape, at: string, problems: string[]): void {
  const shown = quoted(sensitive ? undefined : String(number));
  if (max !== undefined && number > max)
    problems.push(problem(shown, at, `Member must have value less than or equal to ${max}`));
  if (min !== undefined && number < min)
    problems.push(problem(shown, at, `Member must have value greater than or equal to ${min}`));
}

const quoted = (text: string | undefined): string | undefined => (text === undefined ? undefined : `'${text}'`);

/** AWS leaves out values that are sensitive. */
function problem(value: string | undefined, at: string, constraint: string): string {
  return `Value ${value === undefined ? '' : `${value} `}at '${at}' failed to satisfy constraint: ${constraint}`;
}

/** A list as Java prints it. */
function javaText(value: JsonValue): string {
  if (isArray(value)) return `[${value.map(javaText).join(', ')}]`;
  if (isObject(value))
    return `{${Object.entries(value)
      .map(([key, member]) => `${key}=${javaText(member)}`)
      .join(', ')}}`;
  return String(value);
}

/** Patterns of the model are Java's and match the whole text. */
function matches(pattern: string, text: string): boolean {
  return new RegExp(`^(?:${pattern.replaceAll('\\p{ASCII}', '[\\x00-\\x7f]')})$`).test(text);
}

function notA(value: JsonValue, wanted: string): ApiError {
  const kind = isArray(value)
    ? 'START_ARRAY'
    : isObject(value)
      ? 'START_OBJECT'
      : typeof value === 'boolean'
        ? `${String(value).toUpperCase()}_VALUE`
        : typeof value === 'string'
          ? 'STRING_VALUE'
          : value === null
            ? 'NULL_VALUE'
            : 'NUMBER_VALUE';
  return new ApiError('SerializationException', `${kind} can not be converted to a ${wanted}`);
}
