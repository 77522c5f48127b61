import { type JsonValue, jsonText, own } from '../../base/index';
import { StateFailure, expressionText, pathFacts, runtimeFailure } from '../../expressions/index';
import type { CompileState, StateSource } from '../compiling';
import type { Flow, StateOutcome, StateRun } from '../execution';
import { dynamicField, evaluate, expectType, jsonataField } from '../execution/fields';

/** Fail: ends its scope with an error and a cause, each of them optional. */
export const compileFail: CompileState = (source) => {
  if (source.language === 'JSONata') return compileJsonataFail(source);
  const error = textField(source, 'Error');
  const cause = textField(source, 'Cause');
  return (run) => {
    throw new StateFailure(error(run), cause(run));
  };
};

function textField(source: StateSource, field: 'Error' | 'Cause'): (run: StateRun) => string | undefined {
  const literal = own(source.definition, field);
  const path = own(source.definition, `${field}Path`);
  if (path === undefined) return () => (literal === undefined ? undefined : asText(literal));
  const facts = typeof path === 'string' ? pathFacts(path) : undefined;
  if (facts?.problem === null && !facts.givesText)
    source.report('INVALID_PATH', `${field}Path takes only functions that give text`, [`${field}Path`]);
  const read = dynamicField(source, `${field}Path`, path);
  return (run) => {
    const value = read(run.input, run);
    if (typeof value === 'string') return value;
    throw runtimeFailure(
      `The ${field}Path parameter does not reference a valid string: ${String(path)} == ${jsonText(value)}`,
    );
  };
}

function compileJsonataFail(source: StateSource): (run: StateRun) => Flow<StateOutcome> {
  const error = jsonataField(source, 'Error');
  const cause = jsonataField(source, 'Cause');
  return function* (run): Flow<StateOutcome> {
    const states = { input: run.input };
    const values: (string | undefined)[] = [];
    for (const [field, compiled] of [
      ['Error', error],
      ['Cause', cause],
    ] as const) {
      if (compiled === undefined) {
        values.push(undefined);
        continue;
      }
      const value = yield* evaluate(compiled, states);
      expectType(value, 'string', expressionText(String(own(source.definition, field))) ?? '', field);
      values.push(String(value));
    }
    throw new StateFailure(values[0], values[1]);
  };
}

function asText(value: JsonValue): string {
  return typeof value === 'string' ? value : jsonText(value);
}
