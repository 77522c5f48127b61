import { type JsonValue, jsonText, numberOf, own, parseTimestamp } from '../../base/index';
import { expressionText, queryFailure, runtimeFailure } from '../../expressions/index';
import type { CompileState, StateSource } from '../compiling';
import type { Flow, StateOutcome, StateRun } from '../execution';
import { evaluate, expectType, jsonataField, pathField, requiredPath } from '../execution/fields';
import { compileFinish, compileJsonataFinish } from '../execution/outcome';

/** The longest wait that AWS takes, in seconds. */
const maxSeconds = 99_999_999;

/** Wait: sleeps for seconds or until a time, then passes its input on. */
export const compileWait: CompileState = (source) =>
  source.language === 'JSONata' ? compileJsonataWait(source) : compileJsonPathWait(source);

function compileJsonPathWait(source: StateSource): (run: StateRun) => Flow<StateOutcome> {
  const inputPath = pathField(source, 'InputPath');
  const until = compileUntil(source);
  const finish = compileFinish(source);
  return function* (run): Flow<StateOutcome> {
    const value = inputPath === undefined ? run.input : inputPath(run.input, run);
    run.environment.hooks.inspect?.('afterInputPath', value);
    yield { kind: 'sleep', until: until(value, run), reason: 'wait' };
    return finish(run, value, value, value === run.input ? run.inputText : undefined);
  };
}

/** When the wait is over, for an input. */
function compileUntil(source: StateSource): (input: JsonValue, run: StateRun) => number {
  const { definition } = source;
  const seconds = numberOf(own(definition, 'Seconds'));
  if (seconds !== undefined) return (_input, run) => run.now() + seconds * 1000;
  const timestamp = own(definition, 'Timestamp');
  if (typeof timestamp === 'string') {
    const time = parseTimestamp(timestamp);
    if (time === undefined) source.report('INVALID_TIMESTAMP', 'Timestamp must be an ISO-8601 time', ['Timestamp']);
    return () => time ?? 0;
  }
  const secondsPath = own(definition, 'SecondsPath');
  if (secondsPath !== undefined) {
    const read = requiredPath(source, 'SecondsPath', secondsPath);
    return (input, run) => run.now() + secondsAt(read(input, run), String(secondsPath)) * 1000;
  }
  const timestampPath = own(definition, 'TimestampPath');
  if (timestampPath === undefined)
    source.report('MISSING_FIELD', 'A Wait needs Seconds, SecondsPath, Timestamp or TimestampPath', []);
  const read = requiredPath(source, 'TimestampPath', timestampPath ?? '$');
  return (input, run) => timeAt(read(input, run), String(timestampPath));
}

function secondsAt(value: JsonValue, path: string): number {
  const seconds = typeof value === 'string' && /^-?\d+$/.test(value) ? Number(value) : numberOf(value);
  if (seconds === undefined || !Number.isInteger(seconds)) {
    throw runtimeFailure(`The SecondsPath parameter cannot be parsed as a long value: ${path} == ${plainText(value)}`);
  }
  if (seconds < 0)
    throw runtimeFailure(`The SecondsPath parameter references a negative value: ${path} == ${plainText(value)}`);
  if (seconds > maxSeconds) {
    throw runtimeFailure(
      `The SecondsPath parameter references a value that is too large: ${path} == ${plainText(value)}`,
    );
  }
  return seconds;
}

function timeAt(value: JsonValue, path: string): number {
  const time = typeof value === 'string' ? parseTimestamp(value) : undefined;
  if (time !== undefined) return time;
  throw runtimeFailure(
    `The TimestampPath parameter does not reference a valid ISO-8601 extended offset date-time format string: ${path} == ${plainText(value)}`,
  );
}

function plainText(value: JsonValue): string {
  return typeof value === 'string' ? value : jsonText(value);
}

function compileJsonataWait(source: StateSource): (run: StateRun) => Flow<StateOutcome> {
  const seconds = jsonataField(source, 'Seconds');
  const timestamp = jsonataField(source, 'Timestamp');
  const finish = compileJsonataFinish(source);
  const secondsText = expressionText(String(own(source.definition, 'Seconds'))) ?? '';
  const timestampText = expressionText(String(own(source.definition, 'Timestamp'))) ?? '';
  return function* (run): Flow<StateOutcome> {
    const states = { input: run.input };
    let until = run.now();
    if (seconds !== undefined) until += secondsOf(yield* evaluate(seconds, states), secondsText) * 1000;
    else if (timestamp !== undefined) until = timeOf(yield* evaluate(timestamp, states), timestampText);
    yield { kind: 'sleep', until, reason: 'wait' };
    const finished = finish(run, states, run.input);
    return 'output' in finished ? finished : yield* finished;
  };
}

function secondsOf(value: JsonValue, text: string): number {
  const seconds = numberOf(value);
  if (seconds === undefined) expectType(value, 'number', text, 'Seconds');
  if (seconds === undefined || !Number.isInteger(seconds) || seconds < 0 || seconds > maxSeconds) {
    throw queryFailure(
      `The Seconds field must be an integer between 0 and ${String(maxSeconds)}, but was: ${jsonText(value)}`,
      'Seconds',
    );
  }
  return seconds;
}

function timeOf(value: JsonValue, text: string): number {
  expectType(value, 'string', text, 'Timestamp');
  const time = parseTimestamp(String(value));
  if (time !== undefined) return time;
  throw queryFailure(
    `The Timestamp field cannot be parsed as an ISO-8601 extended offset date-time format string: ${String(value)}`,
    'Timestamp',
  );
}
