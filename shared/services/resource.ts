import type { IntegrationPattern } from '../asl/resource';
import type { ServiceAction, ServiceDefinition } from './contract';
import { services } from './index';

/**
 * What the Resource of a Task state stands for.
 * The suffixes `.sync`, `.sync:2` and `.waitForTaskToken` name the pattern (AWS: "service integration patterns").
 */
export type TaskResource =
  | {
      readonly kind: 'action';
      readonly service: ServiceDefinition;
      readonly action: ServiceAction;
      readonly pattern: IntegrationPattern;
    }
  /** An integration ARN of a service or action that has no card of its own. */
  | {
      readonly kind: 'integration';
      readonly service: string;
      readonly action: string;
      readonly sdk: boolean;
      readonly pattern: IntegrationPattern;
    }
  /** A function ARN used directly: the old way to call Lambda. */
  | { readonly kind: 'function'; readonly name: string }
  | { readonly kind: 'activity'; readonly name: string }
  | { readonly kind: 'unknown' };

const integrationArn = /^arn:(aws[\w-]*):states:::(aws-sdk:)?([\w-]+):([\w]+)(\.sync(?::2)?|\.waitForTaskToken)?$/;
const functionArn = /^arn:aws[\w-]*:lambda:[^:]*:[^:]*:function:([^:]+)(?::[^:]+)?$/;
const activityArn = /^arn:aws[\w-]*:states:[^:]+:[^:]+:activity:(.+)$/;

/** The registry by Resource ARN. */
const byResource = new Map<string, Extract<TaskResource, { kind: 'action' }>>();
for (const service of services) {
  for (const action of service.actions) {
    for (const [pattern, arn] of Object.entries(action.resources) as [IntegrationPattern, string][]) {
      byResource.set(arn, { kind: 'action', service, action, pattern });
    }
    for (const { arn, pattern } of action.otherResources ?? []) {
      byResource.set(arn, { kind: 'action', service, action, pattern });
    }
  }
}

/** Reads a Resource. Placeholders such as `${FunctionArn}` and wrong text give `unknown`. */
export function readResource(resource: string): TaskResource {
  const known = byResource.get(withoutPartition(resource));
  if (known) return known;
  const integration = integrationArn.exec(resource);
  if (integration) {
    const [, , sdk, service = '', action = '', suffix = ''] = integration;
    return { kind: 'integration', service, action, sdk: sdk !== undefined, pattern: patternOf(suffix) };
  }
  const lambda = functionArn.exec(resource);
  if (lambda) return { kind: 'function', name: lambda[1] ?? '' };
  const activity = activityArn.exec(resource);
  if (activity) return { kind: 'activity', name: activity[1] ?? '' };
  return { kind: 'unknown' };
}

function patternOf(suffix: string): IntegrationPattern {
  if (suffix.startsWith('.sync')) return 'sync';
  return suffix === '.waitForTaskToken' ? 'waitForTaskToken' : 'requestResponse';
}

/** Registry ARNs are written for `aws`; the China and GovCloud partitions offer the same integrations. */
function withoutPartition(resource: string): string {
  return resource.replace(/^arn:aws-[\w-]+:states:::/, 'arn:aws:states:::');
}
