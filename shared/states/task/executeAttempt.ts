import { type JsonObject, type JsonValue, jsonText } from '../../base/index';
import { StateFailure, runtimeFailure } from '../../expressions/index';
import type { FailureData, Flow, StateRun, TaskOutcome, TaskProgress, TaskRequest } from '../execution';
import { refuseInExpress } from '../execution/express';
import { exceedsBytes, limitPayload, tooLarge } from '../execution/payload';
import { type ParameterCheck, parameterProblem } from './executeParameterChecks';
import type { TaskEvents } from './executeEvents';
import type { EventResource } from './executeResource';

export interface TaskCall {
  readonly resource: EventResource;
  readonly needsToken: boolean;
  readonly events: TaskEvents;
  readonly check: ParameterCheck | undefined;
}

export interface TaskArguments {
  readonly parameters: JsonValue;
  readonly parametersText: string | undefined;
  readonly credentials: JsonObject | undefined;
  readonly timeoutSeconds: number | undefined;
  readonly heartbeatSeconds: number | undefined;
}

export interface TaskResult {
  readonly output: JsonValue;
  readonly text: string | undefined;
}

/**
 * Runs one attempt: schedules, starts, perhaps submits, and ends it, each with its event. Throws a StateFailure. A flow
 * where the answer has to be waited for.
 */
export function runTask(run: StateRun, call: TaskCall, given: TaskArguments): TaskResult | Flow<TaskResult> {
  const { resource, events } = call;
  refuseOutOfExpress(run, resource);
  const parametersText = given.parametersText ?? jsonText(given.parameters);
  limitPayload(run, parametersText, 'provided parameters');
  const request = requestOf(run, call, given);
  const refusal = parameterProblem(call.check, given.parameters) ?? run.environment.hooks.refuseTask?.(request);
  if (refusal !== undefined) throw runtimeFailure(refusal);
  events.scheduled(run, parametersText, given);
  // An activity starts when a worker takes it; everything else at once.
  if (resource.kind !== 'activity') events.started(run, undefined);
  const answer = run.answerAtOnce(request);
  if (answer === undefined) return awaitEnd(run, call, given, request);
  if (resource.kind === 'activity') events.started(run, undefined);
  if (answer.submitted !== undefined) events.submitted(run, jsonText(answer.submitted));
  return end(run, call, given, answer.outcome);
}

/** Asks for the attempt and takes what is told of it until its end. */
function* awaitEnd(run: StateRun, call: TaskCall, given: TaskArguments, request: TaskRequest): Flow<TaskResult> {
  const { resource, events } = call;
  let started = resource.kind !== 'activity';
  const start = (workerName?: string): void => {
    if (!started) events.started(run, workerName);
    started = true;
  };
  let answer = (yield { kind: 'invoke', request }) as TaskProgress;
  while (answer.kind === 'started' || answer.kind === 'submitted') {
    start(answer.kind === 'started' ? answer.workerName : undefined);
    if (answer.kind === 'submitted') events.submitted(run, jsonText(answer.output));
    answer = (yield { kind: 'progress' }) as TaskProgress;
  }
  if (answer.kind !== 'timeout') start();
  return end(run, call, given, answer);
}

/** Ends the attempt with its event. */
function end(run: StateRun, call: TaskCall, given: TaskArguments, answer: TaskOutcome): TaskResult {
  const { resource, events } = call;
  if (answer.kind === 'timeout' && answer.by === 'timeout' && endsBySocket(call, given)) {
    throw fail(run, events, { kind: 'failure', error: 'States.Http.Socket', cause: noHttpAnswer });
  }
  if (answer.kind === 'timeout') {
    events.timedOut(run);
    const heartbeat = answer.by === 'heartbeat';
    throw new StateFailure('States.Timeout', undefined, heartbeat ? { heartbeat } : {});
  }
  if (answer.kind === 'failure') throw fail(run, events, answer);
  return succeed(run, events, answer, resource);
}

function refuseOutOfExpress(run: StateRun, { kind, pattern }: EventResource): void {
  if (kind === 'activity') refuseInExpress(run, 'activities');
  if (pattern !== 'requestResponse') refuseInExpress(run, `the integration pattern .${pattern}`);
}

/** How long AWS waits for the answer of an HTTP task. Source: AWS developer guide, "Call HTTPS APIs", States.Http.Socket. */
const httpSeconds = 60;
const noHttpAnswer = `The HTTP task timed out: the endpoint did not answer within ${String(httpSeconds)} seconds.`;

/** An HTTP task that may wait longer than AWS does for an answer ends by that, not by its own timeout. */
function endsBySocket({ resource }: TaskCall, { timeoutSeconds }: TaskArguments): boolean {
  return resource.resourceType === 'http' && (timeoutSeconds ?? Infinity) > httpSeconds;
}

function requestOf(run: StateRun, call: TaskCall, given: TaskArguments): TaskRequest {
  const { resource } = call;
  const timeoutSeconds = endsBySocket(call, given) ? httpSeconds : given.timeoutSeconds;
  const { taskToken, mapIndex } = run;
  const { credentials, heartbeatSeconds } = given;
  const request: TaskRequest = {
    stateName: run.stateName,
    entry: run.entry,
    time: run.now(),
    attempt: run.retryCount,
    resource: resource.arn,
    resourceType: resource.resourceType,
    action: resource.resource,
    pattern: resource.pattern,
    parameters: given.parameters,
    input: run.input,
  };
  const isPlain = taskToken === undefined && mapIndex === undefined && credentials === undefined;
  if (isPlain && timeoutSeconds === undefined && heartbeatSeconds === undefined) return request;
  return {
    ...request,
    ...(taskToken === undefined ? {} : { taskToken }),
    ...(credentials === undefined ? {} : { credentials }),
    ...(timeoutSeconds === undefined ? {} : { timeoutSeconds }),
    ...(heartbeatSeconds === undefined ? {} : { heartbeatSeconds }),
    ...(mapIndex === undefined ? {} : { mapIndex }),
  };
}

function succeed(
  run: StateRun,
  events: TaskEvents,
  outcome: TaskOutcome & { readonly kind: 'success' },
  resource: EventResource,
): TaskResult {
  const text = outcome.outputText ?? jsonText(outcome.output);
  if (exceedsBytes(text, run.environment.limits.payloadBytes)) {
    const what = resource.kind === 'service' ? resource.resourceType : resource.resource;
    // Recorded: the task itself fails, and States.ALL takes it.
    const { error, cause } = tooLarge('returned a result', what);
    throw fail(run, events, { kind: 'failure', ...failureData(error, cause) });
  }
  events.succeeded(run, text);
  return { output: outcome.output, text };
}

function fail(run: StateRun, events: TaskEvents, outcome: TaskOutcome & { readonly kind: 'failure' }): StateFailure {
  events.failed(run, outcome.stage ?? 'run', failureData(outcome.error, outcome.cause));
  return new StateFailure(outcome.error, outcome.cause);
}

function failureData(error: string | undefined, cause: string | undefined): FailureData {
  return { ...(error === undefined ? {} : { error }), ...(cause === undefined ? {} : { cause }) };
}
