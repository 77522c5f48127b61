import { type JsonObject, type JsonValue, isArray, isObject, own } from '../base/index';
import { parseArn } from '../services/index';
import type { Trigger } from './contract';

interface Now {
  /** ISO 8601, UTC. */
  readonly time: string;
  readonly account: string;
  readonly region: string;
}

/** The same as JSON text, for the input of a run. Times are written without fractions, as AWS writes them. */
export function sampleInput(trigger: Trigger, now: Now): string {
  return JSON.stringify(sampleEvent(trigger, { ...now, time: now.time.replace(/\.\d+Z$/, 'Z') }), null, 2);
}

/**
 * The input of an execution that a trigger starts, in the form AWS gives it.
 * Source: EventBridge user guide, "Events delivered via … (Amazon S3, AWS Step Functions)"; Scheduler user guide,
 * "Templated targets"; EventBridge Pipes, "Batching": records as a list.
 */
export function sampleEvent(trigger: Trigger, now: Now): JsonValue {
  switch (trigger.kind) {
    case 'schedule':
      return trigger.input ?? envelope('aws.scheduler', 'Scheduled Event', now, {});
    case 'upload': {
      const key = `${trigger.prefix ?? ''}sample${trigger.suffix ?? '.json'}`;
      return envelope('aws.s3', 'Object Created', now, {
        version: '0',
        bucket: { name: trigger.bucket },
        object: { key, size: 1024, etag: 'd41d8cd98f00b204e9800998ecf8427e', sequencer: '00617F08299329D189' },
        'request-id': 'N4N7GDK58NMKJ12R',
        requester: now.account,
        'source-ip-address': '203.0.113.10',
        reason: 'PutObject',
      });
    }
    case 'event':
      return trigger.sample ?? eventFor(trigger.pattern, now);
    case 'api':
      return trigger.sample ?? {};
    case 'workflow': {
      const arn = parseArn(trigger.stateMachineArn, 'states.stateMachine');
      const name = arn.ok ? (arn.value['name'] ?? 'workflow') : 'workflow';
      return envelope('aws.states', 'Step Functions Execution Status Change', now, {
        executionArn: trigger.stateMachineArn.replace(':stateMachine:', ':execution:') + ':sample',
        stateMachineArn: trigger.stateMachineArn,
        name: `${name}-sample`,
        status: trigger.status,
        startDate: Date.parse(now.time) - 60_000,
        stopDate: Date.parse(now.time),
        input: '{}',
        output: trigger.status === 'SUCCEEDED' ? '{}' : null,
      });
    }
    case 'queue':
      return [message(trigger.arn, '{"id": 1}', now)];
    case 'topic':
      return [
        message(
          trigger.arn.replace(':sns:', ':sqs:'),
          JSON.stringify({
            Type: 'Notification',
            MessageId: '95df01b4-ee98-5cb9-9903-4c221d41eb5e',
            TopicArn: trigger.arn,
            Message: '{"id": 1}',
            Timestamp: now.time,
          }),
          now,
        ),
      ];
  }
}

function envelope(source: string, type: string, now: Now, detail: JsonObject): JsonObject {
  return {
    version: '0',
    id: '6a7e8feb-b491-4cf7-a9f1-bf3703467718',
    'detail-type': type,
    source,
    account: now.account,
    time: now.time,
    region: now.region,
    resources: [],
    detail,
  };
}

function message(queueArn: string, body: string, now: Now): JsonObject {
  return {
    messageId: '059f36b4-87a3-44ab-83d2-661975830a7d',
    receiptHandle: 'AQEBwJnKyrHigUMZj6rYigCgxlaS3SLy0a',
    body,
    attributes: {
      ApproximateReceiveCount: '1',
      SentTimestamp: String(Date.parse(now.time)),
      SenderId: now.account,
      ApproximateFirstReceiveTimestamp: String(Date.parse(now.time)),
    },
    messageAttributes: {},
    md5OfBody: '',
    eventSource: 'aws:sqs',
    eventSourceARN: queueArn,
    awsRegion: now.region,
  };
}

/** An event that a pattern takes, as far as its first choices say. */
function eventFor(pattern: JsonObject, now: Now): JsonValue {
  const base = envelope('custom', 'Custom Event', now, {});
  return { ...base, ...(fill(pattern) as JsonObject) };
}

function fill(pattern: JsonObject): JsonValue {
  const entries: [string, JsonValue][] = [];
  for (const [key, wanted] of Object.entries(pattern)) {
    if (key === '$or') {
      const [first] = isArray(wanted) ? wanted : [];
      if (isObject(first)) entries.push(...Object.entries(fill(first) as JsonObject));
    } else if (isObject(wanted)) entries.push([key, fill(wanted)]);
    else if (isArray(wanted)) {
      const value = example(wanted[0] ?? null);
      if (value !== undefined) entries.push([key, value]);
    }
  }
  return Object.fromEntries(entries);
}

function example(matcher: JsonValue): JsonValue | undefined {
  if (!isObject(matcher)) return matcher;
  const [entry] = Object.entries(matcher);
  if (!entry) return 'sample';
  const [operator, operand] = entry;
  const text = isObject(operand) ? (own(operand, 'equals-ignore-case') ?? '') : operand;
  switch (operator) {
    case 'prefix':
      return `${String(text as string)}sample`;
    case 'suffix':
      return `sample${String(text as string)}`;
    case 'wildcard':
      return String((isArray(text) ? (text[0] ?? '') : text) as string).replaceAll('*', 'sample');
    case 'equals-ignore-case':
      return text;
    case 'numeric':
      return numberFor(operand);
    case 'cidr':
      return typeof text === 'string' ? (text.split('/')[0] ?? '') : '';
    case 'exists':
      return operand === true ? 'sample' : undefined;
    default:
      return 'sample';
  }
}

/** A number inside the bounds: at a bound that belongs to the range, else beside it. */
function numberFor(operand: JsonValue): number {
  let low = -Infinity;
  let high = Infinity;
  const list = isArray(operand) ? operand : [];
  for (let i = 0; i + 1 < list.length; i += 2) {
    const bound = list[i + 1];
    if (typeof bound !== 'number') continue;
    if (list[i] === '=' || list[i] === '>=' || list[i] === '<=') return bound;
    if (list[i] === '>') low = bound;
    else high = bound;
  }
  if (low === -Infinity) return high === Infinity ? 0 : high - 1;
  return high === Infinity ? low + 1 : (low + high) / 2;
}
