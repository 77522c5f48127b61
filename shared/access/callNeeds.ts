import { own, type JsonObject } from '../base/json';
import type { IntegrationPattern } from '../asl/resource';
import type { QueryLanguage } from '../asl/queryLanguage';
import type { AccessStatement, ServiceAction } from '../services/contract';
import { readResource } from '../services/resource';
import { readResource as readTaskResource } from '../states/task/executeResource';
import { accessCall, type Place, type WrittenArguments } from './accessCall';
import { derivedAction } from './derivedAction';

/** A permission that a call needs, with where it was taken from. */
export interface Need extends AccessStatement {
  /** Taken from the name of the API alone: check it. */
  readonly derived?: true;
}

export type CallNeeds =
  { readonly kind: 'needs'; readonly needs: readonly Need[] } | { readonly kind: 'unclear'; readonly why: string };

/** The permissions that one call needs; an activity needs none. */
export function callNeeds(resource: string, place: Place, written: WrittenArguments): CallNeeds {
  const read = readResource(resource);
  const call = (pattern: IntegrationPattern) => accessCall(pattern, place, written);
  switch (read.kind) {
    case 'activity':
      return { kind: 'needs', needs: [] };
    case 'function': {
      // A function ARN as Resource is invoked as it stands: with its version or alias, when it has one.
      return { kind: 'needs', needs: [{ actions: ['lambda:InvokeFunction'], resources: [resource] }] };
    }
    case 'action':
      if (read.action.access) return { kind: 'needs', needs: read.action.access(call(read.pattern)) };
      break;
    case 'integration':
    case 'unknown':
  }
  const named = readTaskResource(resource);
  if (named?.kind === 'lambda') {
    return { kind: 'needs', needs: [{ actions: ['lambda:InvokeFunction'], resources: [resource] }] };
  }
  if (named?.kind !== 'service') {
    return { kind: 'unclear', why: `“${resource}” is no Resource that Step Functions knows.` };
  }
  const action = named.resource.replace(/\..*$/, '');
  const twin = optimizedTwin(named.resourceType, action);
  if (twin?.access) return { kind: 'needs', needs: twin.access(call(named.pattern)) };
  const needs: readonly Need[] = [
    {
      actions: [derivedAction(named.resourceType, action)],
      resources: ['*'],
      why: 'Derived from the name of the API: check it.',
      derived: true,
    },
  ];
  return { kind: 'needs', needs };
}

/** Services whose SDK integration has another name than their optimized one. */
const optimizedNames: Readonly<Record<string, string>> = {
  sfn: 'states',
  eventbridge: 'events',
  emr: 'elasticmapreduce',
};

/** The optimized integration that calls the same API as an SDK one: IAM cannot tell them apart. */
function optimizedTwin(resourceType: string, action: string): ServiceAction | undefined {
  if (!resourceType.startsWith('aws-sdk:')) return undefined;
  const service = resourceType.slice('aws-sdk:'.length);
  const twin = readResource(`arn:aws:states:::${optimizedNames[service] ?? service}:${action}`);
  return twin.kind === 'action' ? twin.action : undefined;
}

/** The role of another account or purpose under which a Task makes its call. */
export type CallRole =
  /** The role of the state machine. */
  { readonly kind: 'own' } | { readonly kind: 'other'; readonly arn: string } | { readonly kind: 'runtime' };

/** Source: AWS developer guide, "Accessing resources in other AWS accounts in Step Functions": Credentials. */
export function callRole(state: JsonObject, language: QueryLanguage): CallRole {
  const credentials = own(state, 'Credentials');
  if (credentials === undefined) return { kind: 'own' };
  const call = accessCall('requestResponse', anywhere, { value: credentials, language });
  if (!call.given('RoleArn')) return { kind: 'own' };
  const arn = call.literal('RoleArn');
  return arn === null ? { kind: 'runtime' } : { kind: 'other', arn };
}

const anywhere: Place = { partition: '*', region: '*', account: '*' };
