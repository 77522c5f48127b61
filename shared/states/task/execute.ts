import { type JsonObject, type JsonValue, isObject, jsonText, own } from '../../base/index';
import { runtimeFailure } from '../../expressions/index';
import type { CompileState, StateSource } from '../compiling';
import type { Flow, StateOutcome, StateRun } from '../execution';
import { evaluate, jsonataField, pathField, resultPathField, templateField } from '../execution/fields';
import { compileFinish, compileJsonataFinish } from '../execution/outcome';
import { withRetryAndCatch } from '../execution/retryCatch';
import { runTask, type TaskCall } from './executeAttempt';
import { taskEvents } from './executeEvents';
import { eventResource } from './executeResource';
import { compileSeconds, type CompiledSeconds } from './executeTimes';

/** Task: one attempt at a time of its work, with its retriers and catchers around it. */
export const compileTask: CompileState = (source) => {
  const arn = own(source.definition, 'Resource');
  const resource = typeof arn === 'string' ? eventResource(arn) : undefined;
  if (resource === undefined) {
    source.report('INVALID_RESOURCE', 'Resource must be the ARN of a function, an activity or a service integration', [
      'Resource',
    ]);
    return () => {
      throw runtimeFailure('The resource cannot be run.');
    };
  }
  const call: TaskCall = { resource, needsToken: resource.pattern !== 'requestResponse', events: taskEvents(resource) };
  const attempt =
    source.language === 'JSONata' ? compileJsonataAttempt(source, call) : compileJsonPathAttempt(source, call);
  return withRetryAndCatch(source, attempt);
};

interface Times {
  readonly timeout: CompiledSeconds;
  readonly heartbeat: CompiledSeconds;
}

function timesOf(source: StateSource): Times {
  return { timeout: compileSeconds(source, 'TimeoutSeconds'), heartbeat: compileSeconds(source, 'HeartbeatSeconds') };
}

function compileJsonPathAttempt(source: StateSource, call: TaskCall): (run: StateRun) => Flow<StateOutcome> {
  const inputPath = pathField(source, 'InputPath');
  const parameters = templateField(source, 'Parameters');
  const credentials = templateField(source, 'Credentials');
  const selector = templateField(source, 'ResultSelector');
  const resultPath = resultPathField(source);
  const replaces = own(source.definition, 'ResultPath') === undefined || own(source.definition, 'ResultPath') === '$';
  const times = timesOf(source);
  const finish = compileFinish(source);
  return function* (run): Flow<StateOutcome> {
    const effective = inputPath === undefined ? run.input : inputPath(run.input, run);
    run.environment.hooks.inspect?.('afterInputPath', effective);
    if (call.needsToken) run.taskToken = run.newTaskToken();
    const sent = parameters === undefined ? effective : parameters(effective, run);
    run.environment.hooks.inspect?.('afterParameters', sent);
    const { output: result, text } = yield* runTask(run, call, {
      parameters: sent,
      parametersText: sent === run.input ? run.inputText : undefined,
      credentials: credentials?.(effective, run) as JsonObject | undefined,
      timeoutSeconds: yield* times.timeout(effective, run),
      heartbeatSeconds: yield* times.heartbeat(effective, run),
    });
    run.environment.hooks.inspect?.('result', result);
    const selected = selector === undefined ? result : selector(result, run);
    run.environment.hooks.inspect?.('afterResultSelector', selected);
    const output = resultPath(run.input, selected);
    run.environment.hooks.inspect?.('afterResultPath', output);
    return finish(run, result, output, replaces && selected === result ? text : undefined);
  };
}

function compileJsonataAttempt(source: StateSource, call: TaskCall): (run: StateRun) => Flow<StateOutcome> {
  const argumentsField = jsonataField(source, 'Arguments');
  const credentials = jsonataField(source, 'Credentials');
  const times = timesOf(source);
  const finish = compileJsonataFinish(source);
  return function* (run): Flow<StateOutcome> {
    const states = { input: run.input };
    if (call.needsToken) run.taskToken = run.newTaskToken();
    const sent = argumentsField === undefined ? run.input : yield* evaluate(argumentsField, states);
    if (argumentsField !== undefined) run.environment.hooks.inspect?.('afterArguments', sent);
    const given: JsonValue | undefined = credentials === undefined ? undefined : yield* evaluate(credentials, states);
    const { output: result, text } = yield* runTask(run, call, {
      parameters: sent,
      parametersText: sent === run.input ? run.inputText : undefined,
      credentials: isObject(given) ? given : undefined,
      timeoutSeconds: yield* times.timeout(run.input, run),
      heartbeatSeconds: yield* times.heartbeat(run.input, run),
    });
    run.environment.hooks.inspect?.('result', result);
    const finished = finish(run, { input: run.input, result }, result);
    const outcome = 'output' in finished ? finished : yield* finished;
    return outcome.output === result ? { ...outcome, outputText: text ?? jsonText(result) } : outcome;
  };
}
