import { type JsonValue, jsonText, numberOf, own } from '../../base/index';
import { expressionText, queryFailure, runtimeFailure } from '../../expressions/index';
import type { StateSource } from '../compiling';
import type { Flow, StateRun } from '../execution';
import { evaluate, expectType, jsonataField, requiredPath } from '../execution/fields';

type SecondsField = 'TimeoutSeconds' | 'HeartbeatSeconds';

/** Reads a number of seconds; undefined where the field is absent. */
export type SecondsByPath = (input: JsonValue, run: StateRun) => number | undefined;
export type SecondsByExpression = (run: StateRun) => number | undefined | Flow<number>;

/** Compiles TimeoutSeconds or HeartbeatSeconds of a JSONPath state, which may give them by path. */
export function compilePathSeconds(source: StateSource, field: SecondsField): SecondsByPath {
  const literal = numberOf(own(source.definition, field));
  const path = own(source.definition, `${field}Path`);
  if (literal !== undefined || path === undefined) return () => literal;
  const read = requiredPath(source, `${field}Path`, path);
  return (input, run) => {
    const value = read(input, run);
    const seconds = numberOf(value);
    if (seconds === undefined || !Number.isInteger(seconds) || seconds <= 0) {
      throw runtimeFailure(
        `The ${field}Path parameter does not reference a positive integer value: ${String(path)} == ${jsonText(value)}`,
      );
    }
    return seconds;
  };
}

/** Compiles TimeoutSeconds or HeartbeatSeconds of a JSONata state, which may give them by expression. */
export function compileExpressionSeconds(source: StateSource, field: SecondsField): SecondsByExpression {
  const literal = numberOf(own(source.definition, field));
  const compiled = literal === undefined ? jsonataField(source, field) : undefined;
  if (compiled === undefined) return () => literal;
  const text = expressionText(String(own(source.definition, field))) ?? '';
  return function* (run): Flow<number> {
    const value = yield* evaluate(compiled, { input: run.input });
    expectType(value, 'number', text, field);
    const seconds = numberOf(value) ?? 0;
    if (!Number.isInteger(seconds) || seconds <= 0) {
      throw queryFailure(`The ${field} field must be a positive integer, but was: ${jsonText(value)}`, field);
    }
    return seconds;
  };
}
