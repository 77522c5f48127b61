import { type JsonObject, type JsonValue, isObject, jsonText, own } from '../../base/index';
import { runtimeFailure } from '../../expressions/index';
import type { CompileState, StateSource } from '../compiling';
import type { Flow, StateOutcome, StateRun } from '../execution';
import { evaluate, jsonataField, pathField, resultPathField, templateField } from '../execution/fields';
import { compileFinish, compileJsonataFinish } from '../execution/outcome';
import { type Attempt, withRetryAndCatch } from '../execution/retryCatch';
import { runTask, type TaskCall, type TaskResult } from './executeAttempt';
import { taskEvents } from './executeEvents';
import { parameterCheck } from './executeParameterChecks';
import { eventResource } from './executeResource';
import { compileExpressionSeconds, compilePathSeconds } from './executeTimes';

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
  const call: TaskCall = {
    resource,
    needsToken: resource.pattern !== 'requestResponse',
    events: taskEvents(resource),
    check: parameterCheck(resource.resourceType, resource.resource),
  };
  const attempt =
    source.language === 'JSONata' ? compileJsonataAttempt(source, call) : compileJsonPathAttempt(source, call);
  return withRetryAndCatch(source, attempt);
};

function compileJsonPathAttempt(source: StateSource, call: TaskCall): Attempt {
  const inputPath = pathField(source, 'InputPath');
  const parameters = templateField(source, 'Parameters');
  const credentials = templateField(source, 'Credentials');
  const selector = templateField(source, 'ResultSelector');
  const resultPath = resultPathField(source);
  const replaces = own(source.definition, 'ResultPath') === undefined || own(source.definition, 'ResultPath') === '$';
  const timeout = compilePathSeconds(source, 'TimeoutSeconds');
  const heartbeat = compilePathSeconds(source, 'HeartbeatSeconds');
  const finish = compileFinish(source);
  // Plain functions up to the place where something has to be waited for: most tasks are answered at once.
  return (run) => {
    const effective = inputPath === undefined ? run.input : inputPath(run.input, run);
    run.environment.hooks.inspect?.('afterInputPath', effective);
    if (call.needsToken) run.taskToken = run.newTaskToken();
    const sent = parameters === undefined ? effective : parameters(effective, run);
    run.environment.hooks.inspect?.('afterParameters', sent);
    const ended = runTask(run, call, {
      parameters: sent,
      parametersText: sent === run.input ? run.inputText : undefined,
      credentials: credentials?.(effective, run) as JsonObject | undefined,
      timeoutSeconds: timeout(effective, run),
      heartbeatSeconds: heartbeat(effective, run),
    });
    return 'output' in ended ? take(run, ended) : takeLater(run, ended, take);
  };

  function take(run: StateRun, { output: result, text }: TaskResult): StateOutcome {
    run.environment.hooks.inspect?.('result', result);
    const selected = selector === undefined ? result : selector(result, run);
    run.environment.hooks.inspect?.('afterResultSelector', selected);
    const output = resultPath(run.input, selected);
    run.environment.hooks.inspect?.('afterResultPath', output);
    return finish(run, result, output, replaces && selected === result ? text : undefined);
  }
}

function* takeLater(
  run: StateRun,
  task: Flow<TaskResult>,
  take: (run: StateRun, result: TaskResult) => StateOutcome,
): Flow<StateOutcome> {
  return take(run, yield* task);
}

function compileJsonataAttempt(source: StateSource, call: TaskCall): Attempt {
  const argumentsField = jsonataField(source, 'Arguments');
  const credentials = jsonataField(source, 'Credentials');
  const timeout = compileExpressionSeconds(source, 'TimeoutSeconds');
  const heartbeat = compileExpressionSeconds(source, 'HeartbeatSeconds');
  const finish = compileJsonataFinish(source);
  return function* (run): Flow<StateOutcome> {
    const states = { input: run.input };
    if (call.needsToken) run.taskToken = run.newTaskToken();
    const sent = argumentsField === undefined ? run.input : yield* evaluate(argumentsField, states);
    if (argumentsField !== undefined) run.environment.hooks.inspect?.('afterArguments', sent);
    const given: JsonValue | undefined = credentials === undefined ? undefined : yield* evaluate(credentials, states);
    const timeoutSeconds = timeout(run);
    const heartbeatSeconds = heartbeat(run);
    const ended = runTask(run, call, {
      parameters: sent,
      parametersText: sent === run.input ? run.inputText : undefined,
      credentials: isObject(given) ? given : undefined,
      timeoutSeconds: typeof timeoutSeconds === 'object' ? yield* timeoutSeconds : timeoutSeconds,
      heartbeatSeconds: typeof heartbeatSeconds === 'object' ? yield* heartbeatSeconds : heartbeatSeconds,
    });
    const { output: result, text } = 'output' in ended ? ended : yield* ended;
    run.environment.hooks.inspect?.('result', result);
    const finished = finish(run, { input: run.input, result }, result);
    const outcome = 'output' in finished ? finished : yield* finished;
    return outcome.output === result ? { ...outcome, outputText: text ?? jsonText(result) } : outcome;
  };
}
