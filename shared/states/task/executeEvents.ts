import { type JsonObject, own } from '../../base/index';
import type { EventType } from '../../history/index';
import type { FailureData, StateRun, TaskFailureStage } from '../execution';
import type { EventResource } from './executeResource';

interface Scheduling {
  readonly credentials: JsonObject | undefined;
  readonly timeoutSeconds: number | undefined;
  readonly heartbeatSeconds: number | undefined;
}

/** Writes the events of an attempt, under the names that AWS has for the kind of task. Made once for a state. */
export interface TaskEvents {
  scheduled(run: StateRun, parameters: string, times: Scheduling): void;
  started(run: StateRun, workerName: string | undefined): void;
  submitted(run: StateRun, output: string): void;
  succeeded(run: StateRun, output: string): void;
  failed(run: StateRun, stage: TaskFailureStage, failure: FailureData): void;
  timedOut(run: StateRun): void;
}

type FailureEvents = Readonly<Record<TaskFailureStage, EventType>>;

/** A stage that AWS has no event for is told by the kind's plain failure, or by that of the stage nearest to it. */
const lambdaFailures = {
  schedule: 'LambdaFunctionScheduleFailed',
  start: 'LambdaFunctionStartFailed',
  submit: 'LambdaFunctionFailed',
  run: 'LambdaFunctionFailed',
} as const satisfies FailureEvents;

const activityFailures = {
  schedule: 'ActivityScheduleFailed',
  start: 'ActivityFailed',
  submit: 'ActivityFailed',
  run: 'ActivityFailed',
} as const satisfies FailureEvents;

const serviceFailures = {
  schedule: 'TaskStartFailed',
  start: 'TaskStartFailed',
  submit: 'TaskSubmitFailed',
  run: 'TaskFailed',
} as const satisfies FailureEvents;

const whole = { truncated: false } as const;

export function taskEvents(resource: EventResource): TaskEvents {
  if (resource.kind === 'service') return serviceEvents(resource);
  return resource.kind === 'lambda' ? lambdaEvents(resource) : activityEvents(resource);
}

function serviceEvents({ resourceType, resource }: EventResource): TaskEvents {
  const common = { resource, resourceType };
  return {
    scheduled: (run, parameters, times) =>
      void run.emit('TaskScheduled', {
        resourceType,
        resource,
        region: run.environment.settings.region,
        parameters,
        ...timesOf(times),
      }),
    started: (run) => void run.emit('TaskStarted', common),
    submitted: (run, output) => void run.emit('TaskSubmitted', { ...common, output, outputDetails: whole }),
    succeeded: (run, output) => void run.emit('TaskSucceeded', { ...common, output, outputDetails: whole }),
    failed: (run, stage, failure) => void run.emit(serviceFailures[stage], { ...common, ...failure }),
    timedOut: (run) => void run.emit('TaskTimedOut', { error: 'States.Timeout', ...common }),
  };
}

function lambdaEvents({ resource }: EventResource): TaskEvents {
  return {
    scheduled: (run, input, given) => {
      const times = timesOf(given);
      const details = { resource, input, inputDetails: whole };
      run.emit('LambdaFunctionScheduled', times === noTimes ? details : { ...details, ...times });
    },
    started: (run) => void run.emit('LambdaFunctionStarted', undefined),
    // Only integrations are submitted.
    submitted: () => undefined,
    succeeded: (run, output) => void run.emit('LambdaFunctionSucceeded', { output, outputDetails: whole }),
    failed: (run, stage, failure) => void run.emit(lambdaFailures[stage], failure),
    timedOut: (run) => void run.emit('LambdaFunctionTimedOut', { error: 'States.Timeout' }),
  };
}

function activityEvents({ resource }: EventResource): TaskEvents {
  return {
    scheduled: (run, input, times) =>
      void run.emit('ActivityScheduled', { resource, input, inputDetails: whole, ...timesOf(times) }),
    started: (run, workerName) => void run.emit('ActivityStarted', workerName === undefined ? {} : { workerName }),
    submitted: () => undefined,
    succeeded: (run, output) => void run.emit('ActivitySucceeded', { output, outputDetails: whole }),
    failed: (run, stage, failure) => void run.emit(activityFailures[stage], failure),
    timedOut: (run) => void run.emit('ActivityTimedOut', { error: 'States.Timeout' }),
  };
}

const noTimes = {} as const;

function timesOf({ credentials, timeoutSeconds, heartbeatSeconds }: Scheduling): {
  readonly timeoutInSeconds?: number;
  readonly heartbeatInSeconds?: number;
  readonly taskCredentials?: { readonly roleArn: unknown };
} {
  if (credentials === undefined && timeoutSeconds === undefined && heartbeatSeconds === undefined) return noTimes;
  const roleArn = credentials === undefined ? undefined : own(credentials, 'RoleArn');
  return {
    ...(timeoutSeconds === undefined ? {} : { timeoutInSeconds: timeoutSeconds }),
    ...(heartbeatSeconds === undefined ? {} : { heartbeatInSeconds: heartbeatSeconds }),
    ...(roleArn === undefined ? {} : { taskCredentials: { roleArn } }),
  };
}
