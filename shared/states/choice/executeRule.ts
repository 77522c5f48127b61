import { type JsonObject, type JsonValue, isArray, isObject, own } from '../../base/index';
import { type CompiledPath, PathNotFound, compilePath, runtimeFailure } from '../../expressions/index';
import type { StateSource } from '../compiling';
import type { StateRun } from '../execution';
import { comparisons, kindTests } from './executeComparison';

export type CompiledTest = (input: JsonValue, run: StateRun) => boolean;

const notRules = new Set(['Variable', 'Next', 'Comment', 'Assign', 'Output']);

/** Compiles a choice rule of a JSONPath state: And, Or, Not, or one comparison of Variable. */
export function compileRule(source: StateSource, rule: JsonObject, at: readonly (string | number)[]): CompiledTest {
  const operator = Object.keys(rule).find((key) => !notRules.has(key));
  const operand = operator === undefined ? undefined : own(rule, operator);
  if (operator === 'And' || operator === 'Or') {
    const tests = compileRules(source, operand, [...at, operator]);
    if (operator === 'And') return (input, run) => tests.every((test) => test(input, run));
    return (input, run) => tests.some((test) => test(input, run));
  }
  if (operator === 'Not' && isObject(operand)) {
    const test = compileRule(source, operand, [...at, 'Not']);
    return (input, run) => !test(input, run);
  }
  return compileComparison(source, rule, operator, operand, at);
}

function compileRules(
  source: StateSource,
  rules: JsonValue | undefined,
  at: readonly (string | number)[],
): CompiledTest[] {
  if (!isArray(rules)) return [];
  return rules.filter(isObject).map((rule, i) => compileRule(source, rule, [...at, i]));
}

function compileComparison(
  source: StateSource,
  rule: JsonObject,
  operator: string | undefined,
  operand: JsonValue | undefined,
  at: readonly (string | number)[],
): CompiledTest {
  const variable = choicePath(source, own(rule, 'Variable'), [...at, 'Variable']);
  const wanted = operand ?? null;
  if (operator === 'IsPresent') return (input, run) => isPresent(variable, input, run) === wanted;
  const kindTest = kindTests.get(operator ?? '');
  if (kindTest !== undefined) return (input, run) => kindTest(readVariable(variable, input, run)) === wanted;
  const comparison = comparisons.get(operator ?? '');
  if (comparison !== undefined) return (input, run) => comparison(readVariable(variable, input, run), wanted);
  const byPath = operator?.endsWith('Path') === true ? comparisons.get(operator.slice(0, -4)) : undefined;
  if (operator === undefined || byPath === undefined) {
    source.report('UNKNOWN_COMPARISON', `"${operator ?? ''}" is not a comparison operator`, at);
    return () => false;
  }
  const other = choicePath(source, operand, [...at, operator]);
  return (input, run) => byPath(readVariable(variable, input, run), readVariable(other, input, run));
}

interface ChoicePath {
  readonly text: string;
  readonly read: CompiledPath;
}

function choicePath(source: StateSource, value: JsonValue | undefined, at: readonly (string | number)[]): ChoicePath {
  const text = typeof value === 'string' ? value : '';
  const compiled = compilePath(text);
  if (compiled.ok) return { text, read: compiled.value };
  source.report('INVALID_PATH', `"${text}" is not a JSONPath: ${compiled.problem}`, at);
  return { text, read: (input) => input };
}

function isPresent(path: ChoicePath, input: JsonValue, run: StateRun): boolean {
  try {
    path.read(input, run);
    return true;
  } catch (problem) {
    if (problem instanceof PathNotFound) return false;
    throw problem;
  }
}

function readVariable(path: ChoicePath, input: JsonValue, run: StateRun): JsonValue {
  try {
    return path.read(input, run);
  } catch (problem) {
    if (!(problem instanceof PathNotFound)) throw problem;
    throw runtimeFailure(`Invalid path '${path.text}': The choice state's condition path references an invalid value.`);
  }
}
