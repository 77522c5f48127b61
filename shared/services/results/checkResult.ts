import { type JsonObject, type JsonValue, isArray, isObject, numberOf, own } from '../../base/index';
import type { ResultShape } from './resultShape';

/**
 * What AWS's TestState says of a result that is not of the shape of its service, in its words; undefined where it is.
 * Members that the shape does not name pass.
 * @param strict asks for required members too
 */
export function checkResult(shape: ResultShape, result: JsonValue, strict: boolean): string | undefined {
  return check(shape, result, 'result', strict);
}

function check(shape: ResultShape, value: JsonValue, field: string, strict: boolean): string | undefined {
  switch (shape.kind) {
    case 'string':
    case 'blob':
    case 'timestamp':
      return typeof value === 'string' ? undefined : `Field '${field}' must be a string`;
    case 'enum':
      if (typeof value !== 'string') return `Field '${field}' must be a string`;
      return shape.values.includes(value) ? undefined : `Field '${field}' is not an expected value`;
    case 'boolean':
      return typeof value === 'boolean' ? undefined : `Field '${field}' must be a boolean`;
    case 'integer':
    case 'number': {
      const number = numberOf(value);
      if (number === undefined) return `Field '${field}' must be a number`;
      if (number < (shape.min ?? -Infinity)) return `Field '${field}' is less than the minimum value`;
      return number > (shape.max ?? Infinity) ? `Field '${field}' exceeds the maximum value` : undefined;
    }
    case 'list':
      if (!isArray(value)) return `Field '${field}' must be an array`;
      return first(value, (item) => check(shape.items, item, field, strict));
    case 'map':
      if (!isObject(value)) return `Field '${field}' must be an object`;
      return first(Object.values(value), (member) => check(shape.values, member, field, strict));
    case 'json':
      return undefined;
    case 'structure':
      return isObject(value) ? checkMembers(shape, value, strict) : `Field '${field}' must be an object`;
  }
}

function checkMembers(
  { members }: ResultShape & { readonly kind: 'structure' },
  value: JsonObject,
  strict: boolean,
): string | undefined {
  const missing = strict && members.find(({ name, required }) => required && own(value, name) === undefined);
  if (missing) return `Required field '${missing.name}' is missing`;
  // In the order of the mock, as the API reports the first that does not fit.
  return first(Object.entries(value), ([name, member]) => {
    const shape = members.find((each) => each.name === name)?.shape;
    return shape && check(shape, member, name, strict);
  });
}

function first<Item>(items: readonly Item[], problem: (item: Item) => string | undefined): string | undefined {
  for (const item of items) {
    const found = problem(item);
    if (found !== undefined) return found;
  }
  return undefined;
}
