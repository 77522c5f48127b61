import { type JsonValue, type Result, fail, isArray, isObject, jsonText, ok } from '../base/index';
import { StateFailure } from './failure';
import { parsePath } from './jsonPath/parse';
import { isReference } from './pathFacts';

/** Puts a result into an input at a place; the input itself is not changed. */
export type CompiledResultPath = (input: JsonValue, result: JsonValue) => JsonValue;

/**
 * Compiles a ResultPath: undefined or `$` gives the result, null the input, a reference path the input with the
 * result put there, making objects on the way. A place inside something that is no object or array is
 * States.ResultPathMatchFailure.
 */
export function compileResultPath(text: string | null | undefined): Result<CompiledResultPath, string> {
  if (text === undefined || text === '$') return ok((_input, result) => result);
  if (text === null) return ok((input) => input);
  const parsed = parsePath(text);
  if (!parsed.ok) return fail(parsed.problem.message);
  const { segments, root } = parsed.value;
  if (!isReference(parsed.value) || root.kind !== 'input')
    return fail('A reference path must lead to one place of the input');
  const steps: (string | number)[] = [];
  for (const segment of segments) {
    if (segment.kind === 'names') steps.push(segment.names[0] ?? '');
    else if (segment.kind === 'indices') steps.push(segment.indices[0] ?? 0);
  }
  const only = steps.length === 1 ? steps[0] : undefined;
  if (typeof only === 'string' && only !== '__proto__') {
    // The common case by far: one key of an object.
    return ok((input, result) => (isObject(input) ? { ...input, [only]: result } : put(input, steps, 0, result, text)));
  }
  return ok((input, result) => put(input, steps, 0, result, text));
}

function put(
  at: JsonValue,
  steps: readonly (string | number)[],
  i: number,
  result: JsonValue,
  text: string,
): JsonValue {
  const step = steps[i];
  if (step === undefined) return result;
  if (typeof step === 'number') {
    if (!isArray(at) || step < 0 || step >= at.length) throw mismatch(text, at);
    return at.map((item, k) => (k === step ? put(item, steps, i + 1, result, text) : item));
  }
  if (!isObject(at)) throw mismatch(text, at);
  const inner = Object.hasOwn(at, step) ? (at[step] ?? null) : {};
  // A value on the way that is not an object is replaced, as an object can be made there; see States.ResultPathMatchFailure.
  const next = put(inner === null ? {} : inner, steps, i + 1, result, text);
  return Object.fromEntries(
    Object.hasOwn(at, step)
      ? Object.entries(at).map(([key, value]) => [key, key === step ? next : value])
      : [...Object.entries(at), [step, next]],
  ) as JsonValue;
}

function mismatch(text: string, at: JsonValue): StateFailure {
  return new StateFailure('States.ResultPathMatchFailure', `Unable to apply step "${text}" to input ${jsonText(at)}`, {
    placed: true,
  });
}
