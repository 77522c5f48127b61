import type { IntegrationPattern } from '../asl/index';
import { entryOf, own } from '../base/index';
import { type TypicalDuration, callDuration, readResource, typicalDuration } from '../services/index';
import type { Worker } from '../simulator/index';
import type { TaskRequest } from '../states/index';
import { type StatePath, type WorkflowDocument, allStates } from '../workflow/index';

/** How long an attempt of a task takes. */
export type TaskDuration = {
  readonly seconds: number;
  /** Whether it is what such calls typically take, and nobody said that this one does. */
  readonly assumed: boolean;
};

/** By name of the state. A task that is not there takes no time. */
export type TaskDurations = Readonly<Record<string, TaskDuration>>;

/** A task of a document with what its attempts take. */
export interface TimedTask {
  readonly name: string;
  readonly path: StatePath;
  /** What such calls typically take. */
  readonly typical: TypicalDuration;
  /** Seconds that a person set for this step; null for what is typical. */
  readonly set: number | null;
  /** The assumptions of the step with another duration; with null it takes what is typical again. */
  with(seconds: number | null): Readonly<Record<string, number>>;
}

/** The name under which the sidecar keeps what an attempt of a step takes, beside its assumptions of cost. */
const durationName = 'seconds';

/** What sidecars of earlier versions have for it, with its seconds: a run time that was of the bill alone. */
const earlierNames: Readonly<Record<IntegrationPattern, readonly (readonly [string, number])[]>> = {
  requestResponse: [['functionSeconds', 1]],
  // Where the state does not wait, these are of the job and not of the call.
  sync: [
    ['jobMinutes', 60],
    ['buildMinutes', 60],
  ],
  waitForTaskToken: [],
};

/** Every task of a document with its duration: the one value that timeline, bill and chances go by. */
export function timedTasks({ definition, sidecar }: WorkflowDocument): readonly TimedTask[] {
  return allStates(definition).flatMap(({ name, path, state }) => {
    if (own(state, 'Type') !== 'Task') return [];
    const given = own(state, 'Resource');
    const resource = typeof given === 'string' ? given : '';
    const read = readResource(resource);
    const names = [[durationName, 1] as const, ...earlierNames['pattern' in read ? read.pattern : 'requestResponse']];
    const assumptions = sidecar.assumptions[path] ?? {};
    const [set = null] = names.flatMap(([each, size]) => {
      const value = entryOf(assumptions, each);
      return value === undefined ? [] : [value * size];
    });
    const change = (seconds: number | null) => {
      const others = Object.entries(assumptions).filter(([each]) => !names.some(([mine]) => mine === each));
      return Object.fromEntries(seconds === null ? others : [...others, [durationName, seconds]]);
    };
    return [{ name, path, typical: typicalDuration(resource), set, with: change }];
  });
}

/** What a run of a document takes its tasks to last. */
export function taskDurations(document: WorkflowDocument): TaskDurations {
  return Object.fromEntries(
    timedTasks(document).map(({ name, typical, set }) => [
      name,
      { seconds: set ?? typical.seconds, assumed: set === null },
    ]),
  );
}

/** When an execution ends at the latest, in milliseconds since the epoch. */
export interface Deadline {
  readonly time: number;
}

/** Express executions last five minutes at most. Source: Step Functions quotas. */
const expressSeconds = 300;

/** The deadline of an execution by its type and the TimeoutSeconds of its machine. */
export function deadlineOf(
  { startTime, type }: { readonly startTime: number; readonly type: 'STANDARD' | 'EXPRESS' },
  timeoutSeconds = Infinity,
): Deadline {
  return { time: startTime + Math.min(timeoutSeconds, type === 'EXPRESS' ? expressSeconds : Infinity) * 1000 };
}

/** The share of a limit that an assumed duration takes at most. */
const ofLimit = 0.9;

/**
 * Milliseconds that an assumed duration comes to in an attempt: below the timeout and heartbeat of the state, and at most half
 * of what is left of the execution, because an assumption alone must fail no run.
 */
export function withinLimits(seconds: number, request: TaskRequest, deadline: Deadline): number {
  const { timeoutSeconds = Infinity, heartbeatSeconds = Infinity, time } = request;
  const ofState = Math.min(timeoutSeconds, heartbeatSeconds) * 1000 * ofLimit;
  const left = Math.max(0, deadline.time - time) / 2;
  return Math.floor(Math.min(seconds * 1000, ofState, left));
}

/** A worker whose answers come after the duration of their task, where they have no delay of their own. */
export function timedWorker(durations: TaskDurations, deadline: Deadline, others: Worker): Worker {
  return async (request) => {
    const answer = await others(request);
    const given = entryOf(durations, request.stateName);
    if (given === undefined || answer.outcome === undefined || answer.delayMs !== undefined) return answer;
    const seconds = isRefusal(request, answer.outcome) ? Math.min(callDuration.seconds, given.seconds) : given.seconds;
    return {
      ...answer,
      delayMs: given.assumed ? withinLimits(seconds, request, deadline) : Math.round(seconds * 1000),
    };
  };
}

/** A job that runs and fails fails with States.TaskFailed; other errors refuse the call that starts it. */
function isRefusal({ pattern }: TaskRequest, outcome: { readonly kind: string; readonly error?: string }): boolean {
  return pattern === 'sync' && outcome.kind === 'failure' && outcome.error !== 'States.TaskFailed';
}
