import type { TaskRequest } from '../states/index';
import { isObject, own } from '../base/index';
import { callNeeds } from './callNeeds';
import { checkNeed, type PermissionCheck } from './checkSteps';
import { errorOfDenial, type Denial } from './denialError';
import type { AttachedPolicy } from './policy';
import { assumeRole, type Machine } from './stepNeeds';

/** Whose calls are judged, and by what. */
export interface Caller {
  readonly machine: Machine;
  readonly roleArn: string;
  readonly policies: readonly AttachedPolicy[];
}

/**
 * How AWS refuses one call of a run under these policies; null when nothing is known against it: what is unknown is
 * let pass. `requestId` is the id that AWS puts into the cause.
 */
export function denialOf(request: TaskRequest, caller: Caller, requestId: string): Denial | null {
  const role = isObject(request.credentials) ? own(request.credentials, 'RoleArn') : undefined;
  if (typeof role === 'string') {
    const refused = firstRefused(
      checkNeed(assumeRole({ kind: 'other', arn: role }, caller.machine), caller.machine, caller.policies),
    );
    // "States.Permissions: a Task state failed because it had insufficient privileges to run the specified code."
    return refused === null
      ? null
      : {
          error: 'States.Permissions',
          cause: `The role ${caller.roleArn} is not authorized to assume the task state's role, ${role}.`,
        };
  }
  const needs = callNeeds(request.resource, caller.machine, { value: request.parameters, language: 'sent' });
  if (needs.kind === 'unclear') return null;
  const refused = firstRefused(needs.needs.flatMap((need) => checkNeed(need, caller.machine, caller.policies)));
  return refused === null ? null : errorOfDenial(request, refused, caller.roleArn, caller.machine, requestId);
}

function firstRefused(checks: readonly PermissionCheck[]): PermissionCheck | null {
  return (
    checks.find(
      ({ needed, decision: { decision } }) => needed && (decision === 'explicitDeny' || decision === 'implicitDeny'),
    ) ?? null
  );
}
