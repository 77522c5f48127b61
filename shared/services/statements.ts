import type { AccessCall, AccessStatement } from './contract';

/** A permission as service definitions write it. */
export function grant(
  actions: readonly string[],
  resources: readonly string[],
  condition?: AccessStatement['condition'],
): AccessStatement {
  return { actions, resources, ...(condition === undefined ? {} : { condition }) };
}

/**
 * Permission to hand roles on to a service: those that the arguments name; without one any role, because it may stand in
 * what the call refers to. Source: IAM user guide, "Grant a user permissions to pass a role to an AWS service".
 */
export function passRole(call: AccessCall, paths: readonly string[], service?: string): readonly AccessStatement[] {
  const given = paths.filter((path) => call.given(path));
  const resources = given.length === 0 ? ['*'] : [...new Set(given.map((path) => call.arn(path, 'iam.role')))];
  return [
    {
      actions: ['iam:PassRole'],
      resources,
      ...(service === undefined ? {} : { condition: { StringEquals: { 'iam:PassedToService': service } } }),
      why: 'The service takes on a role of yours.',
    },
  ];
}

/** With `.sync` Step Functions learns of the end of a job through an EventBridge rule that it manages. */
export function managedRule(call: AccessCall, rule: string): readonly AccessStatement[] {
  if (call.pattern !== 'sync') return [];
  return [
    {
      actions: ['events:PutTargets', 'events:PutRule', 'events:DescribeRule'],
      resources: [call.build('events.rule', { path: rule })],
      why: 'Step Functions learns of the end of the job by a managed rule.',
    },
  ];
}

/** What AWS's template grants beyond what a call with these arguments needs. */
export function grantedByTemplate(actions: readonly string[], resources: readonly string[]): AccessStatement {
  return { actions, resources, ifMissing: 'nothing', why: "AWS's template for this integration has it." };
}

/**
 * Permission to make the role that a service has for itself in every account: asked for by the first call of an account
 * only. `service` is its name with IAM, `role` the name of the role; both may end in `*`.
 */
export function serviceLinkedRole(call: AccessCall, service: string, role: string): AccessStatement {
  return {
    actions: ['iam:CreateServiceLinkedRole'],
    resources: [call.build('iam.role', { path: `aws-service-role/${service}/${role}` })],
    condition: { StringLike: { 'iam:AWSServiceName': service } },
    ifMissing: 'nothing',
    why: 'The service makes its own role where the account does not have it yet.',
  };
}

const stops = /:(?:batch)?(?:stop|terminate|cancel|delete)/i;

/**
 * With `.sync` Step Functions asks after the job, and stops it when the state is stopped: a run that comes to its end
 * does without the second. Source: AWS developer guide, "Run a Job (.sync)".
 */
export function duringSync(
  call: AccessCall,
  actions: readonly string[],
  resources: readonly string[],
): readonly AccessStatement[] {
  if (call.pattern !== 'sync') return [];
  const why = 'Step Functions asks after the job and stops it when the state is stopped.';
  const asking = actions.filter((action) => !stops.test(action));
  const stopping = actions.filter((action) => stops.test(action));
  return [
    ...(asking.length === 0 ? [] : [{ actions: asking, resources, why }]),
    ...(stopping.length === 0 ? [] : [{ actions: stopping, resources, why, ifMissing: 'nothing' as const }]),
  ];
}
