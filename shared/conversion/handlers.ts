import { type JsonObject, isArray, own } from '../base/index';
import { placedAt } from './resultPlace';
import { braced, templateValue } from './template';

/**
 * Failures of JSONPath that a handler takes by their names; in JSONata all of them have one name. A path that leads
 * nowhere is not among them: it is States.Runtime, which no handler takes.
 */
const failuresByName = ['States.IntrinsicFailure', 'States.ResultPathMatchFailure'];
const queryError = 'States.QueryEvaluationError';

/** A retrier or catcher that takes the failures of expressions where it took those of paths and functions. */
export function handlerOf(handler: JsonObject): JsonObject {
  const names = own(handler, 'ErrorEquals');
  if (!isArray(names) || names.includes(queryError)) return handler;
  return names.some((name) => failuresByName.includes(String(name)))
    ? { ...handler, ErrorEquals: [...names, queryError] }
    : handler;
}

/** A catcher of JSONPath as one of JSONata. */
export function catcherOf(catcher: JsonObject): JsonObject {
  const { ResultPath, Assign, ...rest } = catcher;
  const output = placedAt(ResultPath, '$states.errorOutput');
  const { Next, ...head } = handlerOf(rest);
  return {
    ...head,
    ...(Assign === undefined ? {} : { Assign: templateValue(Assign, '$states.errorOutput') }),
    ...(output === '$states.errorOutput' ? {} : { Output: braced(output) }),
    ...(Next === undefined ? {} : { Next }),
  };
}
