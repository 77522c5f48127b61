import type { JsonObject, JsonValue } from '../base/index';

/** What every trigger has. */
type Common = {
  /** Unique in the workflow; stays when the trigger is edited. */
  readonly id: string;
  readonly enabled: boolean;
  /** Executions a month that a person expects; schedules know theirs. */
  readonly perMonth?: number;
};

/** EventBridge Scheduler. */
export type ScheduleTrigger = Common & {
  readonly kind: 'schedule';
  /** `rate(5 minutes)` or `cron(0 9 ? * MON-FRI *)`. */
  readonly expression: string;
  /** IANA name; UTC when absent. */
  readonly timezone?: string;
  /** ISO 8601 with an offset or Z: not before, not after. A single time (`at`) knows neither. */
  readonly start?: string;
  readonly end?: string;
  /** Each execution starts some time within so many minutes after its time. */
  readonly flexibleMinutes?: number;
  /** The input of each execution; the scheduler's own event when absent. */
  readonly input?: JsonValue;
};

/** An object uploaded to a bucket whose events go to EventBridge. */
export type UploadTrigger = Common & {
  readonly kind: 'upload';
  readonly bucket: string;
  readonly prefix?: string;
  readonly suffix?: string;
};

/** An event on an event bus that matches a pattern. */
export type EventTrigger = Common & {
  readonly kind: 'event';
  readonly bus?: string;
  readonly pattern: JsonObject;
  /** An event to try the pattern and runs with. */
  readonly sample?: JsonValue;
};

/** A call of an HTTP API that starts an execution with its body. */
export type ApiTrigger = Common & {
  readonly kind: 'api';
  readonly method: 'POST' | 'PUT' | 'GET';
  readonly path: string;
  readonly sample?: JsonValue;
};

/** Another workflow whose execution has ended, or that starts this one as a step. */
export type WorkflowTrigger = Common & {
  readonly kind: 'workflow';
  readonly stateMachineArn: string;
  readonly status: 'SUCCEEDED' | 'FAILED' | 'TIMED_OUT' | 'ABORTED';
};

/** Messages of a queue, or of a topic through a queue, handed over in batches by EventBridge Pipes. */
export type MessagesTrigger = Common & {
  readonly kind: 'queue' | 'topic';
  readonly arn: string;
  readonly batchSize?: number;
};

/** What starts executions of a workflow. Kept in the sidecar; ASL has no place for it. */
export type Trigger = ScheduleTrigger | UploadTrigger | EventTrigger | ApiTrigger | WorkflowTrigger | MessagesTrigger;

export type TriggerKind = Trigger['kind'];
