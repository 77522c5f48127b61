/** The numbers of a Map: literal, by path (`XPath`) or by expression, with AWS's checks. */
import { type JsonValue, jsonText, numberOf, own } from '../../base/index';
import { expressionText, queryFailure, runtimeFailure } from '../../expressions/index';
import type { StateSource } from '../compiling';
import type { Flow, StateRun } from '../execution';
import { evaluate, expectType, jsonataField, requiredPath } from '../execution/fields';

export type CompiledNumber = (input: JsonValue, run: StateRun) => Flow<number | undefined>;

export interface NumberRule {
  readonly integer: boolean;
  /** What AWS says when the number is outside its bounds; undefined when it is inside. */
  check(value: number): string | undefined;
}

export const notNegative = (field: string): NumberRule => ({
  integer: true,
  check: (value) => (value < 0 ? `${field} cannot be negative.` : undefined),
});

/** Bounds that the reader of the number checks itself. */
export const anyInteger: NumberRule = { integer: true, check: () => undefined };

/** AWS reads MaxConcurrency before anything else of a Map. */
export const concurrencyRule: NumberRule = {
  integer: true,
  check: (value) =>
    value < 0 ? `Expected non-negative integer for MaxConcurrency, got '${String(value)}' instead.` : undefined,
};

export const percentage: NumberRule = {
  integer: false,
  check: (value) => (value < 0 || value > 100 ? 'ToleratedFailurePercentage must be between 0 and 100.' : undefined),
};

/** Compiles a number at `at` (the field's own place in the state when not given). */
export function compileNumber(
  source: StateSource,
  holder: JsonValue | undefined,
  field: string,
  at: readonly (string | number)[],
  rule: NumberRule,
): CompiledNumber {
  const object = (holder ?? {}) as Readonly<Record<string, JsonValue>>;
  const value = own(object, field);
  const literal = numberOf(value);
  if (literal !== undefined) return fixed(literal);
  if (source.language === 'JSONata')
    return value === undefined ? fixed(undefined) : byExpression(source, field, at, rule, value);
  const path = own(object, `${field}Path`);
  return path === undefined ? fixed(undefined) : byPath(source, field, path, rule);
}

function fixed(value: number | undefined): CompiledNumber {
  return function* (): Flow<number | undefined> {
    return value;
  };
}

function byPath(source: StateSource, field: string, path: JsonValue, rule: NumberRule): CompiledNumber {
  const read = requiredPath(source, `${field}Path`, path);

  return function* (input, run): Flow<number | undefined> {
    const value = read(input, run);
    const number = numberOf(value) ?? (typeof value === 'string' && value.trim() !== '' ? Number(value) : NaN);
    if (Number.isNaN(number) || (rule.integer && !Number.isInteger(number))) {
      const shown = typeof value === 'string' ? value : jsonText(value);
      throw runtimeFailure(
        `The ${field}Path field refers to value "${shown}" which is not a valid ${rule.integer ? 'integer' : 'float'}: ${String(path)}`,
      );
    }
    const problem = rule.check(number);
    if (problem !== undefined) throw runtimeFailure(problem);
    return number;
  };
}

function byExpression(
  source: StateSource,
  field: string,
  at: readonly (string | number)[],
  rule: NumberRule,
  value: JsonValue,
): CompiledNumber {
  const place = at.join('/');
  const compiled = jsonataField(source, place, at);
  const text = expressionText(String(value)) ?? '';
  return function* (_input, run): Flow<number | undefined> {
    if (compiled === undefined) return undefined;
    const result = yield* evaluate(compiled, { input: run.input });
    expectType(result, 'number', text, place);
    const number = numberOf(result) ?? NaN;
    const problem = rule.integer && !Number.isInteger(number) ? `${field} must be an integer.` : rule.check(number);
    if (problem !== undefined) throw queryFailure(problem, place);
    return number;
  };
}
