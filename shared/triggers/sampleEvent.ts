import type { JsonArray, JsonObject, JsonValue } from '../base/index';
import { buildArn, parseArn } from '../services/index';
import type { Trigger, WorkflowTrigger } from './contract';
import { exampleFor } from './patternExample';

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
      return trigger.input ?? envelope('aws.scheduler', 'Scheduled Event', now, [scheduleArn(now)], {});
    case 'upload': {
      const key = `${trigger.prefix ?? ''}sample${trigger.suffix ?? '.json'}`;
      return envelope('aws.s3', 'Object Created', now, [`arn:${partitionOf(now)}:s3:::${trigger.bucket}`], {
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
    case 'workflow':
      return executionEnded(trigger, now);
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
            SignatureVersion: '1',
            Signature: 'EXAMPLEpH+DcEwjAPg8O9mY8dReBSwksfg2S7WKQcikcNKWLQjwu6A4VbeS0QHVCkhRS7fUQvi2egU3N858fiTDN6bkk',
            SigningCertURL: `https://sns.${regionOf(trigger.arn, now)}.amazonaws.com/SimpleNotificationService-0000000000000000000000.pem`,
            UnsubscribeURL: `https://sns.${regionOf(trigger.arn, now)}.amazonaws.com/?Action=Unsubscribe&SubscriptionArn=${trigger.arn}:c9135db0-26c4-47ec-8998-413945fb5a96`,
          }),
          now,
        ),
      ];
  }
}

/**
 * The event of an execution that has ended, with all its fields.
 * Source: AWS Step Functions developer guide, "Automating Step Functions event delivery with EventBridge".
 */
function executionEnded({ stateMachineArn, status }: WorkflowTrigger, now: Now): JsonObject {
  const arn = parseArn(stateMachineArn, 'states.stateMachine');
  const workflow = arn.ok ? (arn.value['name'] ?? 'workflow') : 'workflow';
  const name = `${workflow}-sample`;
  const executionArn = arn.ok
    ? buildArn('states.execution', { ...arn.value, name: workflow, execution: name })
    : `${stateMachineArn}:${name}`;
  const succeeded = status === 'SUCCEEDED';
  const failed = status === 'FAILED';
  return envelope('aws.states', 'Step Functions Execution Status Change', now, [executionArn], {
    executionArn,
    stateMachineArn,
    name,
    status,
    startDate: Date.parse(now.time) - 60_000,
    stopDate: Date.parse(now.time),
    input: '{}',
    output: succeeded ? '{}' : null,
    inputDetails: { included: true },
    outputDetails: succeeded ? { included: true } : null,
    stateMachineVersionArn: null,
    stateMachineAliasArn: null,
    redriveCount: 0,
    redriveDate: null,
    redriveStatus: succeeded ? 'NOT_REDRIVABLE' : 'REDRIVABLE',
    redriveStatusReason: succeeded ? 'Execution is SUCCEEDED and cannot be redriven' : null,
    error: failed ? 'States.TaskFailed' : null,
    cause: failed ? 'A step has failed.' : null,
  });
}

function scheduleArn(now: Now): string {
  const { account, region } = now;
  const partition = partitionOf(now);
  return buildArn('scheduler.schedule', { partition, region, account, group: 'default', name: 'sample' });
}

function partitionOf({ region }: Now): string {
  return region.startsWith('cn-') ? 'aws-cn' : region.startsWith('us-gov-') ? 'aws-us-gov' : 'aws';
}

/** The region that an ARN names. */
function regionOf(arn: string, now: Now): string {
  const [, , , region = ''] = arn.split(':');
  return region === '' ? now.region : region;
}

function envelope(source: string, type: string, now: Now, resources: JsonArray, detail: JsonObject): JsonObject {
  return {
    version: '0',
    id: '6a7e8feb-b491-4cf7-a9f1-bf3703467718',
    'detail-type': type,
    source,
    account: now.account,
    time: now.time,
    region: now.region,
    resources,
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
    md5OfBody: 'e4e68fb7bd0e697a0ae8f1bb342846b3',
    eventSource: 'aws:sqs',
    eventSourceARN: queueArn,
    awsRegion: regionOf(queueArn, now),
  };
}

/** An event that a pattern takes, as far as its first choices say. */
function eventFor(pattern: JsonObject, now: Now): JsonValue {
  return { ...envelope('custom', 'Custom Event', now, [], {}), ...exampleFor(pattern) };
}
