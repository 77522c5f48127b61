import { type JsonObject, type JsonPath, type JsonValue, isArray, isObject } from '../base/index';
import { isPlaceholder } from '../asl/index';
import { checkPath } from './checkPath';

/**
 * What is wrong with one member of a payload template; null when nothing is. The value of a key that ends in `.$` is a
 * JSONPath or a call of an intrinsic function, and no other key may give the same field.
 * Source: ASL specification, "Payload Template".
 */
export function memberProblem(object: JsonObject, key: string, value: JsonValue): string | null {
  if (!key.endsWith('.$')) return null;
  const field = key.slice(0, -2);
  if (Object.hasOwn(object, field)) return `"${field}" and "${key}" give the same field. Keep one of them.`;
  if (typeof value !== 'string')
    return `The value for the field '${key}' must be a valid JSONPath or a valid intrinsic function call, as text.`;
  const problem = checkPath(value, 'pathOrCall');
  return problem === null ? null : `The value for the field '${key}' ${problem}`;
}

/** Calls `visit` for every member of a payload template whose key ends in `.$`, with the place of the object that holds it. */
export function visitTemplate(
  template: JsonValue,
  at: JsonPath,
  visit: (object: JsonObject, key: string, value: JsonValue, at: JsonPath) => void,
): void {
  if (isArray(template)) {
    for (const [index, item] of template.entries())
      if (typeof item === 'object') visitTemplate(item, [...at, index], visit);
  } else if (isObject(template)) {
    for (const key of Object.keys(template)) {
      const value = template[key] ?? null;
      if (key.endsWith('.$')) visit(template, key, value, at);
      else if (typeof value === 'object') visitTemplate(value, [...at, key], visit);
    }
  }
}

/** Reports what is wrong with a payload template. What deployment fills in is not judged. */
export function checkTemplate(
  template: JsonValue,
  at: JsonPath,
  report: (at: JsonPath, message: string) => void,
): void {
  visitTemplate(template, at, (object, key, value, holder) => {
    const problem = isPlaceholder(value) ? null : memberProblem(object, key, value);
    if (problem !== null) report([...holder, key], problem);
  });
}

const evaluatedText = /^(?:\$\$?[.[]|States\.[A-Z]\w*\()/;

/** Whether a text that is not evaluated looks as if it should be: a path or a call of an intrinsic function. */
export function looksEvaluated(text: string): boolean {
  return evaluatedText.test(text);
}
