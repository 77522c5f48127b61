import { type JsonObject, type JsonValue, isObject, own } from '../base/index';
import { checkArn, parseArn } from '../services/index';
import type { WorkflowDocument } from '../workflow/index';
import type { Trigger, TriggerKind, WorkflowTrigger } from './contract';
import { bucketNameProblem } from './bucketName';
import { checkPattern } from './checkPattern';
import { isTimezone, perMonthOf, readSchedule } from './schedule';
import { limitProblems, limitsOf } from './scheduleLimits';
import { wildcardLiteral } from './wildcardPattern';

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
  return values.filter(isTrigger);
}

type Form = Readonly<Record<string, (value: JsonValue) => boolean>>;

const text = (value: JsonValue): boolean => typeof value === 'string';
const number = (value: JsonValue): boolean => typeof value === 'number';
const oneOf = (values: readonly string[]) => (value: JsonValue) => typeof value === 'string' && values.includes(value);

/** The fields that a trigger of each kind must have and may have. A field of another name is passed over. */
const forms: Readonly<Record<TriggerKind, { readonly required: Form; readonly optional: Form }>> = {
  schedule: {
    required: { expression: text },
    optional: { timezone: text, start: text, end: text, flexibleMinutes: number },
  },
  upload: { required: { bucket: text }, optional: { prefix: text, suffix: text } },
  event: { required: { pattern: isObject }, optional: { bus: text } },
  api: { required: { method: oneOf(['POST', 'PUT', 'GET']), path: text }, optional: {} },
  workflow: {
    required: { stateMachineArn: text, status: oneOf(['SUCCEEDED', 'FAILED', 'TIMED_OUT', 'ABORTED']) },
    optional: {},
  },
  queue: { required: { arn: text }, optional: { batchSize: number } },
  topic: { required: { arn: text }, optional: { batchSize: number } },
};

function isKind(value: JsonValue | undefined): value is TriggerKind {
  return typeof value === 'string' && Object.hasOwn(forms, value);
}

/** Whether a value of a sidecar is a trigger that this version knows. */
export function isTrigger(value: JsonValue): value is Trigger {
  if (!isObject(value)) return false;
  const kind = own(value, 'kind');
  if (!isKind(kind)) return false;
  const has = (name: string, check: Form[string]) => {
    const field = own(value, name);
    return field !== undefined && check(field);
  };
  const { required, optional } = forms[kind];
  return (
    has('id', text) &&
    has('enabled', (enabled) => typeof enabled === 'boolean') &&
    Object.entries(required).every(([name, check]) => has(name, check)) &&
    Object.entries({ ...optional, perMonth: number }).every(
      ([name, check]) => !Object.hasOwn(value, name) || has(name, check),
    )
  );
}

const readBefore = new WeakMap<readonly JsonValue[], readonly Trigger[]>();

/** The triggers of a document. The same list as long as the document keeps its own. */
export function triggersOf({ sidecar: { triggers } }: WorkflowDocument): readonly Trigger[] {
  const known = readBefore.get(triggers) ?? readTriggers(triggers);
  readBefore.set(triggers, known);
  return known;
}

/** The list of a sidecar with a trigger in the place of the one of its id, added, or with null taken away; the rest stays. */
export function withTrigger(values: readonly JsonValue[], id: string, trigger: Trigger | null): readonly JsonValue[] {
  const at = values.findIndex((value) => isTrigger(value) && value.id === id);
  const next: readonly JsonValue[] = trigger === null ? [] : [trigger];
  return at < 0 ? [...values, ...next] : [...values.slice(0, at), ...next, ...values.slice(at + 1)];
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
      for (const [field, problem] of Object.entries(limitProblems(trigger))) note(field, problem);
      break;
    }
    case 'upload':
      note('bucket', bucketNameProblem(trigger.bucket));
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
      note('stateMachineArn', checkArn(trigger.stateMachineArn, 'states.stateMachine') ?? versionProblem(trigger));
      break;
    case 'queue':
      note('arn', checkArn(trigger.arn, 'sqs.queue'));
      note('batchSize', batchProblem(trigger.batchSize));
      break;
    case 'topic':
      note('arn', checkArn(trigger.arn, 'sns.topic'));
      note('batchSize', batchProblem(trigger.batchSize));
      break;
  }
  return problems;
}

/** Status events name the state machine without its version or alias: a pattern with one never matches. */
function versionProblem({ stateMachineArn }: WorkflowTrigger): string | null {
  const read = parseArn(stateMachineArn, 'states.stateMachine');
  return read.ok && read.value['qualifier'] !== undefined
    ? 'Leave the version or alias out: events name the state machine alone.'
    : null;
}

/** Source: EventBridge Pipes API reference, PipeSourceSqsQueueParameters. */
function batchProblem(size: number | undefined): string | null {
  if (size === undefined || (Number.isInteger(size) && size >= 1 && size <= 10_000)) return null;
  return 'A batch has 1 to 10,000 messages.';
}

/** Executions a month that a trigger starts: of a schedule counted from `from`, else what the person expects. */
export function executionsPerMonth(trigger: Trigger, from: number): number | null {
  if (!trigger.enabled) return 0;
  if (trigger.kind === 'schedule') {
    const read = readSchedule(trigger.expression);
    return read.ok ? perMonthOf(read.value, from, limitsOf(trigger)) : null;
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
      const key = both
        ? [{ wildcard: `${wildcardLiteral(trigger.prefix ?? '')}*${wildcardLiteral(trigger.suffix ?? '')}` }]
        : keys;
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
