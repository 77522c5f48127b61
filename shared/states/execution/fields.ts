/** The fields that states share, compiled: paths, templates and JSONata values, with the wording of their failures. */
import { type JsonValue, isArray, isObject, jsonText, numberOf, own } from '../../base/index';
import {
  type CompiledPath,
  type CompiledResultPath,
  type CompiledTemplate,
  PathNotFound,
  type StatesValue,
  compileDynamic,
  compileJsonataTemplate,
  compilePath,
  compileResultPath,
  compileTemplate,
  queryFailure,
  readField,
  runtimeFailure,
} from '../../expressions/index';
import type { JsonataField, StateSource } from '../compiling';
import type { Flow, MapItem } from '../execution';

const identity: CompiledTemplate = (input) => input;
const empty: JsonValue = Object.freeze({});

/** InputPath, OutputPath: `$` when absent, an empty object for null. Undefined when the value passes unchanged. */
export function pathField(source: StateSource, field: string): CompiledTemplate | undefined {
  const value = own(source.definition, field);
  if (value === undefined || value === '$') return undefined;
  if (value === null) return () => empty;
  return requiredPath(source, field, value);
}

/** A field that holds a path to read, as SecondsPath. Its failure says "Invalid path". */
export function requiredPath(source: StateSource, field: string, value: JsonValue | undefined): CompiledTemplate {
  if (typeof value !== 'string') {
    source.report('INVALID_PATH', `${field} must be a JSONPath`, [field]);
    return identity;
  }
  const compiled = compilePath(value);
  if (!compiled.ok) {
    source.report('INVALID_PATH', `${field} is not a JSONPath: ${compiled.problem}`, [field]);
    return identity;
  }
  return readPath(compiled.value, value);
}

export function readPath(compiled: CompiledPath, text: string): CompiledTemplate {
  return (input, environment) => {
    try {
      return compiled(input, environment);
    } catch (problem) {
      if (problem instanceof PathNotFound) throw runtimeFailure(`Invalid path '${text}' : ${problem.message}`);
      throw problem;
    }
  };
}

/** A path or an intrinsic function, as ErrorPath and CausePath take. */
export function dynamicField(source: StateSource, field: string, value: JsonValue | undefined): CompiledTemplate {
  if (typeof value !== 'string') return () => value ?? null;
  const compiled = compileDynamic(value);
  if (compiled.ok) return readField(compiled.value, value, field);
  source.report('INVALID_PATH', `${field} is not a JSONPath or an intrinsic function: ${compiled.problem}`, [field]);
  return identity;
}

/** Parameters, ResultSelector, ItemSelector, Assign in JSONPath. Undefined when the field is absent. */
export function templateField(
  source: StateSource,
  field: string,
  at: readonly (string | number)[] = [field],
): CompiledTemplate | undefined {
  const value = valueIn(source, at);
  if (value === undefined) return undefined;
  const compiled = compileTemplate(value);
  if (compiled.ok) return compiled.value;
  source.report('INVALID_TEMPLATE', compiled.problem.message, [...at, ...compiled.problem.path]);
  return identity;
}

export function resultPathField(
  source: StateSource,
  at: readonly (string | number)[] = ['ResultPath'],
): CompiledResultPath {
  const value = valueIn(source, at);
  if (value !== undefined && value !== null && typeof value !== 'string') {
    source.report('INVALID_PATH', 'ResultPath must be a reference path or null', at);
    return (_input, result) => result;
  }
  const compiled = compileResultPath(value);
  if (compiled.ok) return compiled.value;
  source.report('INVALID_PATH', compiled.problem, at);
  return (_input, result) => result;
}

/** A field of a JSONata state; `field` is how causes name it, the last key of its place when not given. */
export function jsonataField(
  source: StateSource,
  field: string,
  at: readonly (string | number)[] = [field],
): JsonataField | undefined {
  const value = valueIn(source, at);
  if (value === undefined) return undefined;
  const compiled = compileJsonataTemplate(value, field);
  if (compiled.ok) {
    if (compiled.value === undefined) return { literal: value };
    return { expression: source.addExpression(compiled.value) };
  }
  source.report('INVALID_EXPRESSION', compiled.problem.message, [...at, ...compiled.problem.path]);
  return { literal: value };
}

/** Evaluates a JSONata field; the host is asked where it holds expressions. `item` is what `$states.context.Map` shows. */
export function* evaluate(field: JsonataField, states: StatesValue, item?: MapItem): Flow<JsonValue> {
  if ('literal' in field) return field.literal;
  return (yield { kind: 'evaluate', expression: field.expression, states, item }) as JsonValue;
}

/** A JSONata field that must give a number, a string ...: anything else is States.QueryEvaluationError. */
export function expectType(
  value: JsonValue,
  type: 'string' | 'number' | 'array' | 'object' | 'boolean',
  text: string,
  field: string,
): void {
  const actual = typeName(value);
  if (actual === type) return;
  throw queryFailure(
    `The JSONata expression '${text}' specified for the field '${field}' returned an unexpected result type. ` +
      `Expected '${type}', but was '${actual}' for value: ${jsonText(value)}`,
    field,
  );
}

export function typeName(value: JsonValue): string {
  if (value === null) return 'null';
  if (isArray(value)) return 'array';
  return numberOf(value) === undefined ? typeof value : 'number';
}

function valueIn(source: StateSource, at: readonly (string | number)[]): JsonValue | undefined {
  let value: JsonValue | undefined = source.definition;
  for (const step of at) {
    if (isArray(value)) value = value[Number(step)];
    else value = isObject(value) ? own(value, String(step)) : undefined;
  }
  return value;
}
