import { type JsonObject, own } from '../base/index';
import { type QueryLanguage, type Resource, parseResource } from '../asl/index';
import { type AccessStatement, type ServiceAction, readResource } from '../services/index';
import { accessCall, type Place, type WrittenArguments } from './accessCall';
import { derivedAction } from './derivedAction';
import { isConfirmed } from './unconfirmedActions';

/** A permission that a call needs, with where it was taken from. */
export interface Need extends AccessStatement {
  /** Taken from the name of the API alone: check it. */
  readonly derived?: true;
}

type Integration = Extract<Resource, { kind: 'integration' }>;

export type CallNeeds =
  { readonly kind: 'needs'; readonly needs: readonly Need[] } | { readonly kind: 'unclear'; readonly why: string };

/** The permissions that one call needs; an activity needs none. */
export function callNeeds(resource: string, place: Place, written: WrittenArguments): CallNeeds {
  const read = parseResource(resource);
  switch (read.kind) {
    case 'activity':
      return { kind: 'needs', needs: [] };
    case 'function':
      // A function ARN as Resource is invoked as it stands: with its version or alias, when it has one.
      return { kind: 'needs', needs: [{ actions: ['lambda:InvokeFunction'], resources: [resource] }] };
    case 'integration': {
      const access = accessOf(resource, read);
      return { kind: 'needs', needs: access?.(accessCall(read.pattern, place, written)) ?? [derivedNeed(read)] };
    }
    case 'invalid':
      return { kind: 'unclear', why: `“${resource}” is no Resource that Step Functions knows.` };
  }
}

function derivedNeed({ sdk, service, action }: Integration): Need {
  const known = sdk && isConfirmed(service, action);
  return {
    actions: [derivedAction(sdk ? `aws-sdk:${service}` : service, action)],
    resources: ['*'],
    why: known ? 'Named after the API, as IAM has it.' : 'Derived from the name of the API: check it.',
    // An action that IAM does not have is nothing that a policy could lack.
    ...(known ? {} : { ifMissing: 'unknown' as const }),
    derived: true,
  };
}

/** The permissions of an integration as the registry has them; of an SDK one as those of the same API optimized. */
function accessOf(resource: string, { sdk, service, action }: Integration): ServiceAction['access'] | undefined {
  const read = readResource(resource);
  if (read.kind === 'action' && read.action.access) return read.action.access;
  if (!sdk) return undefined;
  // IAM cannot tell the two integrations apart.
  const twin = readResource(`arn:aws:states:::${optimizedNames[service] ?? service}:${action}`);
  return twin.kind === 'action' ? twin.action.access : undefined;
}

/** Services whose SDK integration has another name than their optimized one. */
const optimizedNames: Readonly<Record<string, string>> = {
  sfn: 'states',
  eventbridge: 'events',
  emr: 'elasticmapreduce',
};

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
