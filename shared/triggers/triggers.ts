import { isObject, own, type JsonObject, type JsonValue } from '../base/json';
import { checkArn } from '../services/arns/arn';
import type { Trigger, TriggerKind } from './contract';
import { checkPattern } from './eventPattern';
import { isTimezone, perMonthOf, readSchedule } from './schedule';

/** What a person sees of each kind, in the order in which they are offered. */
export const triggerKinds: Readonly<Record<TriggerKind, { readonly label: string; readonly about: string }>> = {
  schedule: { label: 'Schedule', about: 'EventBridge Scheduler starts an execution at set times.' },
  upload: { label: 'S3 upload', about: 'An object is created in a bucket that sends its events to EventBridge.' },
  event: { label: 'Event', about: 'An event on an EventBridge bus matches a pattern.' },
  api: { label: 'API call', about: 'An API Gateway route starts an execution with the body of the call.' },
  workflow: { label: 'Another workflow', about: 'An execution of another state machine has ended.' },
  queue: { label: 'SQS queue', about: 'EventBridge Pipes hands over messages of a queue in batches.' },
  topic: { label: 'SNS topic', about: 'Messages of a topic come through a queue and EventBridge Pipes.' },
};

/** A new trigger of a kind, with values to be replaced. */
export function newTrigger(kind: TriggerKind, id: string): Trigger {
  const common = { id, enabled: true };
  const place = 'us-east-1:123456789012';
  switch (kind) {
    case 'schedule':
      return { ...common, kind, expression: 'cron(0 2 * * ? *)' };
    case 'upload':
      return { ...common, kind, bucket: 'my-bucket', perMonth: 1000 };
    case 'event':
      return { ...common, kind, pattern: { source: ['my.application'] }, perMonth: 1000 };
    case 'api':
      return { ...common, kind, method: 'POST', path: '/executions', perMonth: 1000 };
    case 'workflow':
      return {
        ...common,
        kind,
        stateMachineArn: `arn:aws:states:${place}:stateMachine:other-workflow`,
        status: 'SUCCEEDED',
        perMonth: 30,
      };
    case 'queue':
      return { ...common, kind, arn: `arn:aws:sqs:${place}:my-queue`, batchSize: 10, perMonth: 1000 };
    case 'topic':
      return { ...common, kind, arn: `arn:aws:sns:${place}:my-topic`, batchSize: 10, perMonth: 1000 };
  }
}

/** The triggers of a sidecar. What has not the form of one is left out here and stays in the sidecar. */
export function readTriggers(values: readonly JsonValue[]): readonly Trigger[] {
  return values.filter(isTrigger) as unknown as readonly Trigger[];
}

const needed: Readonly<Record<TriggerKind, readonly string[]>> = {
  schedule: ['expression'],
  upload: ['bucket'],
  event: [],
  api: ['method', 'path'],
  workflow: ['stateMachineArn', 'status'],
  queue: ['arn'],
  topic: ['arn'],
};

/** Whether a value of a sidecar is a trigger that this version knows. */
export function isTrigger(value: JsonValue): value is JsonObject {
  if (!isObject(value)) return false;
  const kind = own(value, 'kind');
  return (
    typeof kind === 'string' &&
    Object.hasOwn(needed, kind) &&
    typeof own(value, 'id') === 'string' &&
    needed[kind as TriggerKind].every((field) => typeof own(value, field) === 'string') &&
    (kind !== 'event' || isObject(own(value, 'pattern')))
  );
}

/** A trigger in one line. */
export function describeTrigger(trigger: Trigger): string {
  switch (trigger.kind) {
    case 'schedule':
      return trigger.timezone === undefined ? trigger.expression : `${trigger.expression}, ${trigger.timezone}`;
    case 'upload':
      return `s3://${trigger.bucket}/${trigger.prefix ?? ''}*${trigger.suffix ?? ''}`;
    case 'event': {
      const source = own(trigger.pattern, 'source');
      return Array.isArray(source) ? `Events of ${source.map(String).join(', ')}` : 'Events that match a pattern';
    }
    case 'api':
      return `${trigger.method} ${trigger.path}`;
    case 'workflow':
      return `${trigger.stateMachineArn.split(':').at(-1) ?? ''} ${trigger.status.toLowerCase().replace('_', ' ')}`;
    case 'queue':
    case 'topic':
      return trigger.arn.split(':').at(-1) ?? '';
  }
}

/** What is wrong with a trigger, by the name of the field; empty when nothing is. */
export function checkTrigger(trigger: Trigger): Readonly<Record<string, string>> {
  const problems: Record<string, string> = {};
  const note = (field: string, problem: string | null) => {
    if (problem !== null) problems[field] = problem;
  };
  switch (trigger.kind) {
    case 'schedule': {
      const read = readSchedule(trigger.expression);
      note('expression', read.ok ? null : read.problem);
      if (trigger.timezone !== undefined && !isTimezone(trigger.timezone)) {
        problems['timezone'] = `“${trigger.timezone}” is not a time zone such as Europe/Berlin.`;
      }
      break;
    }
    case 'upload':
      // Amazon S3 user guide, "Bucket naming rules".
      if (!/^(?:[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]|.*\$\{[^}]+\}.*)$/.test(trigger.bucket)) {
        problems['bucket'] = 'A bucket name has 3 to 63 lower-case letters, digits, dots and hyphens.';
      }
      break;
    case 'event': {
      const [first] = checkPattern(trigger.pattern);
      if (first) problems['pattern'] = `${first.at.join('.')}${first.at.length > 0 ? ': ' : ''}${first.message}`;
      break;
    }
    case 'api':
      if (!trigger.path.startsWith('/')) problems['path'] = 'A path starts with /.';
      break;
    case 'workflow':
      note('stateMachineArn', checkArn(trigger.stateMachineArn, 'states.stateMachine'));
      break;
    case 'queue':
      note('arn', checkArn(trigger.arn, 'sqs.queue'));
      break;
    case 'topic':
      note('arn', checkArn(trigger.arn, 'sns.topic'));
      break;
  }
  return problems;
}

/** Executions a month that a trigger starts: of a schedule counted from `from`, else what the person expects. */
export function executionsPerMonth(trigger: Trigger, from: number): number | null {
  if (!trigger.enabled) return 0;
  if (trigger.kind === 'schedule') {
    const read = readSchedule(trigger.expression);
    return read.ok ? perMonthOf(read.value, from, trigger.timezone) : null;
  }
  return trigger.perMonth ?? null;
}

/** The pattern by which EventBridge would choose the events of a trigger; null where it is not by a rule. */
export function patternOf(trigger: Trigger): JsonObject | null {
  switch (trigger.kind) {
    case 'event':
      return trigger.pattern;
    case 'upload': {
      const keys = [
        ...(trigger.prefix === undefined ? [] : [{ prefix: trigger.prefix }]),
        ...(trigger.suffix === undefined ? [] : [{ suffix: trigger.suffix }]),
      ];
      const both = trigger.prefix !== undefined && trigger.suffix !== undefined;
      const key = both ? [{ wildcard: `${trigger.prefix ?? ''}*${trigger.suffix ?? ''}` }] : keys;
      return {
        source: ['aws.s3'],
        'detail-type': ['Object Created'],
        detail: { bucket: { name: [trigger.bucket] }, ...(key.length > 0 ? { object: { key } } : {}) },
      };
    }
    case 'workflow':
      return {
        source: ['aws.states'],
        'detail-type': ['Step Functions Execution Status Change'],
        detail: { stateMachineArn: [trigger.stateMachineArn], status: [trigger.status] },
      };
    default:
      return null;
  }
}
