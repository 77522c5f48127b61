import type { JsonObject } from '../base/index';
import type { StatePath } from '../workflow/index';
import type { Need } from './callNeeds';
import { decide, type AccessDecision } from './evaluate';
import type { AttachedPolicy } from './policy';
import type { ConditionValues } from './requestContext';
import { stepNeeds, type Machine } from './stepNeeds';

export interface PermissionCheck {
  readonly action: string;
  readonly resource: string;
  readonly decision: AccessDecision;
  readonly why: string | null;
  /** False: the call comes to its end without it. Only an explicit deny of such an action is a check. */
  readonly needed: boolean;
}

export interface StepCheck {
  readonly step: StatePath;
  readonly name: string;
  /** `nothing`: the step needs no permission; `unclear`: nobody can say what it needs. */
  readonly verdict: 'allowed' | 'denied' | 'unknown' | 'nothing' | 'unclear';
  readonly checks: readonly PermissionCheck[];
  readonly unclear: string | null;
}

/** Would these policies let each step do its work? Calls under another role are judged by `sts:AssumeRole` alone. */
export function checkSteps(
  definition: JsonObject,
  machine: Machine,
  policies: readonly AttachedPolicy[],
): readonly StepCheck[] {
  return stepNeeds(definition, machine).map(({ step, name, own, unclear }) => {
    const checks = own.flatMap((need) => checkNeed(need, machine, policies));
    return { step, name, checks, unclear, verdict: unclear === null ? verdictOf(checks) : 'unclear' };
  });
}

/** One check for each action on each resource of a permission. */
export function checkNeed(
  need: Need,
  machine: Machine,
  policies: readonly AttachedPolicy[],
): readonly PermissionCheck[] {
  const context = { ...roleContext(machine), ...conditionContext(need) };
  // Versions and aliases of a function (`:*`) are asked for beside it; a call without one is made on the function.
  const resources = need.resources.filter((each) => !need.resources.some((other) => each === `${other}:*`));
  const needed = need.ifMissing !== 'nothing';
  const checks = need.actions.flatMap((action) =>
    resources.map((resource) => {
      const open = /\*|\$\{/.test(resource) && !withoutResources.test(action);
      const decided = decide({ action, resource, ...(open ? { openResource: true } : {}), context }, policies);
      const decision = need.ifMissing === 'unknown' ? doubted(decided) : decided;
      return { action, resource, decision, why: need.why ?? null, needed };
    }),
  );
  // What a call with these arguments does without may be missing; who denies it by name means it.
  return needed ? checks : checks.filter(({ decision: { decision } }) => decision === 'explicitDeny');
}

/** What is refused by these policies, where it is not known whether the call asks for it. */
function doubted(decision: AccessDecision): AccessDecision {
  return decision.decision === 'allowed' ? decision : { ...decision, decision: 'unknown' };
}

/** Actions that take no resource: only a statement on `*` speaks of them. */
const withoutResources = /^(logs:\w*(LogDeliver|ResourcePolic|LogGroups)|xray:|batch:DescribeJobs$)/;

/** What is known of every call of a state machine's role. */
function roleContext({ account, region }: Machine): ConditionValues {
  return {
    'aws:PrincipalType': 'AssumedRole',
    // A role has no user name.
    'aws:username': null,
    'aws:SecureTransport': 'true',
    ...(account === '*' ? {} : { 'aws:PrincipalAccount': account }),
    ...(region === '*' ? {} : { 'aws:RequestedRegion': region }),
  };
}

/** Keys that the call sets: what the needed statement asks for is what the call gives. */
function conditionContext({ condition }: Need): ConditionValues {
  const values: Record<string, string> = {};
  for (const keys of Object.values(condition ?? {})) {
    for (const [key, value] of Object.entries(keys)) {
      const [only = '', ...more] = typeof value === 'string' ? [value] : value;
      // An address with `*` behind it is the one that the call has, and what comes after it.
      const given = only.replace(/\*$/, '');
      if (more.length === 0 && given !== '' && !/\*|\$\{/.test(given)) values[key] = given;
    }
  }
  return values;
}

function verdictOf(checks: readonly PermissionCheck[]): StepCheck['verdict'] {
  const asked = checks.filter(({ needed }) => needed);
  if (asked.length === 0) return 'nothing';
  const decisions = asked.map(({ decision }) => decision.decision);
  if (decisions.some((each) => each === 'explicitDeny' || each === 'implicitDeny')) return 'denied';
  return decisions.includes('unknown') ? 'unknown' : 'allowed';
}
