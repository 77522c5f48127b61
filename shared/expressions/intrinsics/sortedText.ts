import { type JsonValue, isArray, isObject, jsonText, numberOf } from '../../base/index';

/** JSON text with object keys in order, so that equal values have equal text. */
export function sortedText(value: JsonValue): string {
  const number = numberOf(value);
  if (number !== undefined) return String(number);
  if (isArray(value)) return `[${value.map(sortedText).join(',')}]`;
  if (!isObject(value)) return jsonText(value);
  const members = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${members.map(([key, member]) => `${JSON.stringify(key)}:${sortedText(member)}`).join(',')}}`;
}
