import { type IntegrationPattern, parseResource } from '../../asl/index';

/** A task's Resource as the events of its execution name it. */
export interface EventResource {
  readonly kind: 'lambda' | 'activity' | 'service';
  readonly arn: string;
  /** `lambda`, `activity`, `sqs`, `aws-sdk:s3` ... */
  readonly resourceType: string;
  /** The action with its pattern: `sendMessage.waitForTaskToken`; the ARN of a function or an activity. */
  readonly resource: string;
  readonly pattern: IntegrationPattern;
}

/** The Resource as events name it; undefined when Step Functions cannot run it. */
export function eventResource(arn: string): EventResource | undefined {
  const read = parseResource(arn);
  switch (read.kind) {
    case 'function':
      return { kind: 'lambda', arn, resourceType: 'lambda', resource: arn, pattern: 'requestResponse' };
    case 'activity':
      return { kind: 'activity', arn, resourceType: 'activity', resource: arn, pattern: 'requestResponse' };
    case 'integration':
      return {
        kind: 'service',
        arn,
        resourceType: `${read.sdk ? 'aws-sdk:' : ''}${read.service}`,
        resource: `${read.action}${read.ending}`,
        pattern: read.pattern,
      };
    case 'invalid':
      return undefined;
  }
}
