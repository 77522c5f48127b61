import { type JsonValue, isArray, isObject, numberOf } from '../../base/index';

/** A value as Java prints a map or list, which is how States.Format prints what is not a string: `{a=1, b=[x, y]}`. */
export function javaText(value: JsonValue): string {
  if (numberOf(value) !== undefined) return String(value);
  if (isArray(value)) return `[${value.map(javaText).join(', ')}]`;
  if (isObject(value)) {
    return `{${Object.entries(value)
      .map(([key, member]) => `${key}=${javaText(member)}`)
      .join(', ')}}`;
  }
  return String(value);
}
