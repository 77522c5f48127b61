import { type JsonObject, type JsonValue, own } from '../../base/index';
import type { StatesValue } from '../../expressions/index';
import type { JsonataField, StateSource } from '../compiling';
import type { Flow, StateOutcome, StateRun } from '../execution';
import { evaluate, jsonataField, pathField, templateField } from './fields';

/** The state's Next, or undefined where it ends its scope. */
export function nextField(source: StateSource): string | undefined {
  const next = own(source.definition, 'Next');
  return typeof next === 'string' ? next : undefined;
}

/** How a JSONPath state ends: Assign on its raw result, which ResultSelector has not touched, then OutputPath on the output. */
export type FinishJsonPath = (run: StateRun, result: JsonValue, output: JsonValue, outputText?: string) => StateOutcome;

export function compileFinish(source: StateSource): FinishJsonPath {
  const next = nextField(source);
  const assign = templateField(source, 'Assign');
  const outputPath = pathField(source, 'OutputPath');
  if (assign === undefined && outputPath === undefined) {
    return (_run, _result, output, outputText) => ({ next, output, outputText, assigned: undefined });
  }
  return (run, result, output) => {
    const assigned = assign?.(result, run) as JsonObject | undefined;
    return {
      next,
      output: outputPath === undefined ? output : outputPath(output, run),
      outputText: undefined,
      assigned,
    };
  };
}

/** How a JSONata state ends: Assign and Output, both seeing the variables as they were. */
export type FinishJsonata = (
  run: StateRun,
  states: StatesValue,
  fallback: JsonValue,
) => StateOutcome | Flow<StateOutcome>;

export function compileJsonataFinish(source: StateSource, at: readonly (string | number)[] = []): FinishJsonata {
  const output = jsonataField(source, 'Output', [...at, 'Output']);
  const assign = jsonataField(source, 'Assign', [...at, 'Assign']);
  const next = nextField(source);
  return (_run, states, fallback) => finishJsonata(states, fallback, next, output, assign);
}

export function* finishJsonata(
  states: StatesValue,
  fallback: JsonValue,
  next: string | undefined,
  output: JsonataField | undefined,
  assign: JsonataField | undefined,
): Flow<StateOutcome> {
  const assigned = assign === undefined ? undefined : ((yield* evaluate(assign, states)) as JsonObject);
  const value = output === undefined ? fallback : yield* evaluate(output, states);
  return { next, output: value, outputText: undefined, assigned };
}
