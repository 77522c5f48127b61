import type { IntegrationPattern } from '../../asl/resource';

/** A task's Resource as events name it. */
export interface TaskResource {
  readonly kind: 'lambda' | 'activity' | 'service';
  readonly arn: string;
  /** `lambda`, `activity`, `sqs`, `aws-sdk:s3` ... */
  readonly resourceType: string;
  /** The action with its pattern: `sendMessage.waitForTaskToken`; the ARN of a function or an activity. */
  readonly resource: string;
  readonly pattern: IntegrationPattern;
}

/** Reads a Resource ARN; undefined when it is none that Step Functions can run. */
export function readResource(arn: string): TaskResource | undefined {
  // A value that deployment fills in, as `${FunctionArn}`: nearly always a function.
  if (/^\$\{[^}]+\}$/.test(arn))
    return { kind: 'lambda', arn, resourceType: 'lambda', resource: arn, pattern: 'requestResponse' };
  const parts = arn.split(':');
  if (parts[0] !== 'arn') return undefined;
  if (parts[2] === 'lambda' && parts[5] === 'function') {
    return { kind: 'lambda', arn, resourceType: 'lambda', resource: arn, pattern: 'requestResponse' };
  }
  if (parts[2] !== 'states') return undefined;
  if (parts[5] === 'activity')
    return { kind: 'activity', arn, resourceType: 'activity', resource: arn, pattern: 'requestResponse' };
  if (parts.length < 7) return undefined;
  // arn:aws:states:::service:action[.pattern[:2]], or arn:aws:states:::aws-sdk:service:action[.pattern]
  const version = /^\d+$/.test(parts[parts.length - 1] ?? '') ? 1 : 0;
  const at = parts.length - 1 - version;
  const resource = parts.slice(at).join(':');
  const resourceType = parts.slice(5, at).join(':');
  return { kind: 'service', arn, resourceType, resource, pattern: patternOf(resource) };
}

function patternOf(action: string): IntegrationPattern {
  if (action.endsWith('.waitForTaskToken')) return 'waitForTaskToken';
  return /\.sync(?::\d+)?$/.test(action) ? 'sync' : 'requestResponse';
}
