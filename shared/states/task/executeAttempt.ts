import { own, type JsonObject, type JsonValue } from '../../base/json';
import { jsonText } from '../../base/jsonNumbers';
import { runtimeFailure, StateFailure } from '../../expressions/failure';
import type { Flow, StateRun, TaskOutcome, TaskRequest } from '../execution';
import { exceedsBytes } from '../execution/payload';
import { parameterProblem } from './executeParameterChecks';
import type { EventResource } from './executeResource';

export interface TaskCall {
  readonly resource: EventResource;
  readonly needsToken: boolean;
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

/** How each kind of task writes its events. */
interface EventNames {
  readonly prefix: 'LambdaFunction' | 'Activity' | 'Task';
  readonly key: 'lambdaFunction' | 'activity' | 'task';
}

const eventNames: Readonly<Record<EventResource['kind'], EventNames>> = {
  lambda: { prefix: 'LambdaFunction', key: 'lambdaFunction' },
  activity: { prefix: 'Activity', key: 'activity' },
  service: { prefix: 'Task', key: 'task' },
};

/** Runs one attempt: schedules, starts, perhaps submits, and ends it, each with its event. Throws a StateFailure. */
export function* runTask(run: StateRun, call: TaskCall, given: TaskArguments): Flow<TaskResult> {
  const { resource } = call;
  const names = eventNames[resource.kind];
  const common =
    resource.kind === 'service' ? { resource: resource.resource, resourceType: resource.resourceType } : {};
  const parametersText = given.parametersText ?? jsonText(given.parameters);
  const refusal =
    parameterProblem(resource.resourceType, resource.resource, given.parameters) ??
    run.refuseTask?.(requestOf(run, call, given));
  if (refusal !== undefined) throw runtimeFailure(refusal);
  emitScheduled(run, resource, given, parametersText);
  const outcome = yield* invoke(run, call, given, names, common);
  switch (outcome.kind) {
    case 'success':
      return succeed(run, names, common, outcome, resource);
    case 'timeout':
      run.emit(`${names.prefix}TimedOut`, `${names.key}TimedOutEventDetails`, { error: 'States.Timeout', ...common });
      throw new StateFailure(
        'States.Timeout',
        undefined,
        outcome.by === 'heartbeat' ? { task: true, heartbeat: true } : { task: true },
      );
    case 'failure':
      throw fail(run, names, common, outcome);
  }
}

function requestOf(run: StateRun, call: TaskCall, given: TaskArguments): TaskRequest {
  const { resource } = call;
  return {
    stateName: run.stateName,
    entry: run.entry,
    attempt: run.retryCount,
    resource: resource.arn,
    resourceType: resource.resourceType,
    action: resource.resource,
    pattern: resource.pattern,
    parameters: given.parameters,
    input: run.input,
    ...(run.taskToken === undefined ? {} : { taskToken: run.taskToken }),
    ...(given.credentials === undefined ? {} : { credentials: given.credentials }),
    ...(given.timeoutSeconds === undefined ? {} : { timeoutSeconds: given.timeoutSeconds }),
    ...(given.heartbeatSeconds === undefined ? {} : { heartbeatSeconds: given.heartbeatSeconds }),
    ...(run.mapItem === undefined ? {} : { mapIndex: run.mapItem.index }),
  };
}

function emitScheduled(run: StateRun, resource: EventResource, given: TaskArguments, parametersText: string): void {
  const role = given.credentials === undefined ? undefined : own(given.credentials, 'RoleArn');
  const times = {
    ...(given.timeoutSeconds === undefined ? {} : { timeoutInSeconds: given.timeoutSeconds }),
    ...(given.heartbeatSeconds === undefined ? {} : { heartbeatInSeconds: given.heartbeatSeconds }),
    ...(role === undefined ? {} : { taskCredentials: { roleArn: role } }),
  };
  if (resource.kind === 'service') {
    run.emit('TaskScheduled', 'taskScheduledEventDetails', {
      resourceType: resource.resourceType,
      resource: resource.resource,
      region: run.settings.region,
      parameters: parametersText,
      ...times,
    });
    return;
  }
  const names = eventNames[resource.kind];
  run.emit(`${names.prefix}Scheduled`, `${names.key}ScheduledEventDetails`, {
    resource: resource.resource,
    input: parametersText,
    inputDetails: { truncated: false },
    ...times,
  });
}

function* invoke(
  run: StateRun,
  call: TaskCall,
  given: TaskArguments,
  names: EventNames,
  common: object,
): Flow<TaskOutcome> {
  const request = requestOf(run, call, given);
  let started = false;
  const start = (workerName?: string): void => {
    if (started) return;
    started = true;
    if (names.prefix === 'LambdaFunction') run.emit('LambdaFunctionStarted');
    else if (names.prefix === 'Activity')
      run.emit('ActivityStarted', 'activityStartedEventDetails', workerName === undefined ? {} : { workerName });
    else run.emit('TaskStarted', 'taskStartedEventDetails', common);
  };
  // An activity starts when a worker takes it; everything else at once.
  if (names.prefix !== 'Activity') start();
  const outcome = (yield {
    kind: 'invoke',
    request,
    onStarted: start,
    onSubmitted: (output: JsonValue) => {
      start();
      run.emit('TaskSubmitted', 'taskSubmittedEventDetails', {
        ...common,
        output: jsonText(output),
        outputDetails: { truncated: false },
      });
    },
  }) as TaskOutcome;
  if (outcome.kind !== 'timeout') start();
  return outcome;
}

function succeed(
  run: StateRun,
  names: EventNames,
  common: object,
  outcome: TaskOutcome & { readonly kind: 'success' },
  resource: EventResource,
): TaskResult {
  const text = outcome.outputText ?? jsonText(outcome.output);
  if (exceedsBytes(text, run.limits.payloadBytes)) {
    const what = resource.kind === 'service' ? resource.resourceType : resource.resource;
    throw fail(run, names, common, {
      kind: 'failure',
      error: 'States.DataLimitExceeded',
      cause: `The state/task '${what}' returned a result with a size exceeding the maximum number of bytes service limit.`,
    });
  }
  run.emit(`${names.prefix}Succeeded`, `${names.key}SucceededEventDetails`, {
    ...common,
    output: text,
    outputDetails: { truncated: false },
  });
  return { output: outcome.output, text };
}

function fail(
  run: StateRun,
  names: EventNames,
  common: object,
  outcome: TaskOutcome & { readonly kind: 'failure' },
): StateFailure {
  const details = {
    ...common,
    ...(outcome.error === undefined ? {} : { error: outcome.error }),
    ...(outcome.cause === undefined ? {} : { cause: outcome.cause }),
  };
  const stage = outcome.stage ?? 'run';
  const word =
    stage === 'run'
      ? 'Failed'
      : stage === 'start'
        ? 'StartFailed'
        : stage === 'submit'
          ? 'SubmitFailed'
          : 'ScheduleFailed';
  run.emit(`${names.prefix}${word}`, `${names.key}${word}EventDetails`, details);
  return new StateFailure(outcome.error, outcome.cause, { task: true });
}
