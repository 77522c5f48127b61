/** The functions that may close a path. AWS lists them with the paths it accepts; Jayway gives them their meaning. */
import { type JsonValue, isArray, isObject, numberOf } from '../../base/index';

/** Applies `name` to the value that the path before it leads to. An unknown name leaves the value as it is. */
export function applyFunction(name: string, value: JsonValue): JsonValue {
  if (name === 'length') return length(value);
  if (name === 'keys') return isObject(value) ? Object.keys(value) : [];
  const numbers = isArray(value) ? value.map(numberOf).filter((item) => item !== undefined) : [];
  if (numbers.length === 0) return value;
  switch (name) {
    case 'min':
      return Math.min(...numbers);
    case 'max':
      return Math.max(...numbers);
    case 'sum':
      return total(numbers);
    case 'avg':
      return total(numbers) / numbers.length;
    case 'stddev': {
      const mean = total(numbers) / numbers.length;
      return Math.sqrt(total(numbers.map((item) => (item - mean) ** 2)) / numbers.length);
    }
    case 'first':
      return numbers[0] ?? null;
    case 'last':
      return numbers[numbers.length - 1] ?? null;
    default:
      return value;
  }
}

function length(value: JsonValue): JsonValue {
  if (isArray(value) || typeof value === 'string') return value.length;
  return isObject(value) ? Object.keys(value).length : null;
}

function total(numbers: readonly number[]): number {
  return numbers.reduce((sum, item) => sum + item, 0);
}
