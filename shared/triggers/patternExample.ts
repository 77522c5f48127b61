import { type JsonArray, type JsonObject, type JsonValue, isArray, isObject, own } from '../base/index';
import { takes } from './patternOperators';
import { wildcardExample } from './wildcardPattern';

/** Fields with values that a pattern takes, by the first alternative of each choice. */
export function exampleFor(pattern: JsonObject): JsonObject {
  let fields: JsonObject = {};
  for (const [key, wanted] of Object.entries(pattern)) {
    if (key === '$or' && isArray(wanted)) {
      const [first] = wanted;
      if (isObject(first)) fields = merged(fields, exampleFor(first));
    } else if (isObject(wanted)) fields = merged(fields, { [key]: exampleFor(wanted) });
    else if (isArray(wanted)) {
      const value = valueFor(wanted);
      if (value !== undefined) fields = merged(fields, { [key]: value });
    }
  }
  return fields;
}

/** An alternative of `$or` may have fields below one that stands beside it. */
function merged(one: JsonObject, other: JsonObject): JsonObject {
  const both = Object.entries(other).map(([key, value]): [string, JsonValue] => {
    const before = own(one, key);
    return [key, isObject(before) && isObject(value) ? merged(before, value) : value];
  });
  return { ...one, ...Object.fromEntries(both) };
}

/** A value that one of the wanted takes; undefined when the field must be absent. */
function valueFor(wanted: JsonArray): JsonValue | undefined {
  const candidates = wanted.flatMap((matcher) => (isObject(matcher) ? candidatesFor(matcher) : [matcher]));
  return candidates.find((value) => wanted.some((matcher) => takes(matcher, value)));
}

function candidatesFor(matcher: JsonObject): readonly JsonValue[] {
  const [entry] = Object.entries(matcher);
  if (!entry) return [];
  const [operator, operand] = entry;
  const ignoring = isObject(operand) ? (own(operand, 'equals-ignore-case') ?? '') : operand;
  const text = typeof ignoring === 'string' ? ignoring : '';
  switch (operator) {
    case 'prefix':
      return [`${text}sample`];
    case 'suffix':
      return [`sample${text}`];
    case 'wildcard':
      return [wildcardExample(text, 'sample')];
    case 'equals-ignore-case':
      return [text];
    case 'numeric':
      return numbersFor(operand);
    case 'cidr':
      return [text.split('/')[0] ?? ''];
    case 'exists':
      return operand === true ? ['sample'] : [];
    default:
      // What anything-but leaves over: of a few texts that share no letter, and of numbers, one is free.
      return ['sample', 'other', '', 'q', '0', 0];
  }
}

/** The bounds, numbers beside them, and the middle between two. */
function numbersFor(operand: JsonValue): readonly number[] {
  const bounds = (isArray(operand) ? operand : []).filter((each) => typeof each === 'number');
  const middle = bounds.reduce((sum, each) => sum + each, 0) / Math.max(1, bounds.length);
  return [...bounds.flatMap((each) => [each, each + 1, each - 1]), middle];
}
