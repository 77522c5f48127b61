import { type IntegrationPattern, parseResource } from '../asl/index';
import type { ServiceAction, ServiceDefinition } from './contract';
import { services } from './registry';

/** What the Resource of a Task state stands for, with what the registry knows of it. */
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
  | { readonly kind: 'function'; readonly name: string }
  | { readonly kind: 'activity'; readonly name: string }
  | { readonly kind: 'unknown' };

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

/** Reads a Resource and looks its action up in the registry. */
export function readResource(resource: string): TaskResource {
  const read = parseResource(resource);
  if (read.kind !== 'integration') return read.kind === 'invalid' ? { kind: 'unknown' } : read;
  const { service, action, sdk, pattern, ending } = read;
  // Registry ARNs are written for `aws`; the China and GovCloud partitions offer the same integrations.
  const known = byResource.get(`arn:aws:states:::${sdk ? 'aws-sdk:' : ''}${service}:${action}${ending}`);
  return known ?? { kind: 'integration', service, action, sdk, pattern };
}
