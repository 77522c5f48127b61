import { type JsonValue, jsonText, numberOf, own } from '../../base/index';
import { expressionText, queryFailure, runtimeFailure } from '../../expressions/index';
import type { StateSource } from '../compiling';
import type { Flow, StateRun } from '../execution';
import { evaluate, expectType, jsonataField, requiredPath } from '../execution/fields';

/** Reads a number of seconds; undefined where the field is absent. */
export type CompiledSeconds = (input: JsonValue, run: StateRun) => Flow<number | undefined>;

/** Compiles TimeoutSeconds or HeartbeatSeconds, which JSONPath may give by path and JSONata by expression. */
export function compileSeconds(source: StateSource, field: 'TimeoutSeconds' | 'HeartbeatSeconds'): CompiledSeconds {
  const literal = numberOf(own(source.definition, field));
  if (literal !== undefined) return fixed(literal);
  if (source.language === 'JSONata') return compileExpressionSeconds(source, field);
  const path = own(source.definition, `${field}Path`);
  if (path === undefined) return fixed(undefined);
  const read = requiredPath(source, `${field}Path`, path);
  // A generator like the others, so that all times have one shape.

  return function* (input, run): Flow<number | undefined> {
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

function fixed(seconds: number | undefined): CompiledSeconds {
  return function* (): Flow<number | undefined> {
    return seconds;
  };
}

function compileExpressionSeconds(source: StateSource, field: string): CompiledSeconds {
  const compiled = jsonataField(source, field);
  if (compiled === undefined) return fixed(undefined);
  const text = expressionText(String(own(source.definition, field))) ?? '';
  return function* (_input, run): Flow<number | undefined> {
    const value = yield* evaluate(compiled, { input: run.input });
    expectType(value, 'number', text, field);
    const seconds = numberOf(value) ?? 0;
    if (!Number.isInteger(seconds) || seconds <= 0) {
      throw queryFailure(`The ${field} field must be a positive integer, but was: ${jsonText(value)}`, field);
    }
    return seconds;
  };
}
