import { type JsonObject, type JsonValue, isArray, isObject, numberOf, own } from '../../base/index';
import { resultShapes, type ResultShape } from '../resultShapes';

/**
 * Checks a mocked result against the shape of the service's answer, as far as the shape is known here. STRICT wants
 * the required fields too, PRESENT looks at what is there, NONE at nothing. Fields the shape does not name pass.
 */
export function checkMockResult(
  state: JsonObject,
  result: JsonValue,
  mode: 'STRICT' | 'PRESENT' | 'NONE',
): string | undefined {
  if (mode === 'NONE' || own(state, 'Type') !== 'Task') return undefined;
  const shape = resultShapes.get(String(own(state, 'Resource')).replace(/^arn:[^:]*:states:[^:]*:[^:]*:/, ''));
  return shape === undefined ? undefined : checkShape(shape, result, 'result', mode === 'STRICT');
}

function checkShape(shape: ResultShape, value: JsonValue, field: string, strict: boolean): string | undefined {
  switch (shape.kind) {
    case 'string':
      if (typeof value !== 'string') return `Field '${field}' must be a string`;
      return shape.oneOf === undefined || shape.oneOf.includes(value)
        ? undefined
        : `Field '${field}' is not an expected value`;
    case 'boolean':
      return typeof value === 'boolean' ? undefined : `Field '${field}' must be a boolean`;
    case 'number': {
      const number = numberOf(value);
      if (number === undefined) return `Field '${field}' must be a number`;
      if (number < (shape.min ?? -Infinity)) return `Field '${field}' is less than the minimum value`;
      return number > (shape.max ?? Infinity) ? `Field '${field}' exceeds the maximum value` : undefined;
    }
    case 'list':
      if (!isArray(value)) return `Field '${field}' must be an array`;
      return first(value.map((item) => checkShape(shape.item, item, field, strict)));
    case 'map':
      if (!isObject(value)) return `Field '${field}' must be an object`;
      return first(Object.values(value).map((member) => checkShape(shape.value, member, field, strict)));
    case 'any':
      return undefined;
    case 'object':
      return isObject(value) ? checkFields(shape, value, strict) : `Field '${field}' must be an object`;
  }
}

function checkFields(
  shape: ResultShape & { readonly kind: 'object' },
  value: JsonObject,
  strict: boolean,
): string | undefined {
  const missing = strict ? shape.required.find((name) => own(value, name) === undefined) : undefined;
  if (missing !== undefined) return `Required field '${missing}' is missing`;
  // In the order of the mock, as the API reports the first that does not fit.
  return first(
    Object.entries(value).map(([name, member]) => {
      const field = Object.hasOwn(shape.fields, name) ? shape.fields[name] : undefined;
      return field === undefined ? undefined : checkShape(field, member, name, strict);
    }),
  );
}

function first(problems: readonly (string | undefined)[]): string | undefined {
  return problems.find((problem) => problem !== undefined);
}
