import { type JsonObject, type JsonValue, jsonEqual } from '../base/index';
import type { StatePath } from '../workflow/index';
import type { Need } from './callNeeds';
import { stepNeeds, type Machine } from './stepNeeds';

export interface RoleOptions extends Machine {
  /** The state machine writes its history to CloudWatch Logs. */
  readonly logging: boolean;
  /** The state machine is traced by X-Ray. */
  readonly tracing: boolean;
}

export interface NeededStatement {
  readonly actions: readonly string[];
  readonly resources: readonly string[];
  readonly condition: JsonObject | null;
  /** The states that need it; none for what the machine itself needs. */
  readonly steps: readonly StatePath[];
  /** Why, where the actions do not say it. */
  readonly why: readonly string[];
  /** Taken from names of APIs alone: to be checked. */
  readonly derived: boolean;
}

export interface NeededRole {
  readonly statements: readonly NeededStatement[];
  /** Permissions of the roles that Credentials name; `arn` is null where only a run knows the role. */
  readonly otherRoles: readonly { readonly arn: string | null; readonly statements: readonly NeededStatement[] }[];
  readonly unclear: readonly { readonly step: StatePath; readonly why: string }[];
}

/**
 * The least that the role of a state machine must allow, each statement with the states that need it. The same
 * definition gives the same statements in the same order.
 */
export function neededRole(definition: JsonObject, options: RoleOptions): NeededRole {
  const steps = stepNeeds(definition, options);
  const others = new Map<string | null, Linked[]>();
  for (const { step, role, other } of steps) {
    if (role.kind === 'own') continue;
    const arn = role.kind === 'other' ? role.arn : null;
    const known = others.get(arn) ?? [];
    known.push(...link(other, [step]));
    others.set(arn, known);
  }
  const machine = [...(options.logging ? logging : []), ...(options.tracing ? tracing : [])];
  return {
    statements: merge([...steps.flatMap(({ own, step }) => link(own, [step])), ...link(machine, [])]),
    otherRoles: [...others].map(([arn, linked]) => ({ arn, statements: merge(linked) })),
    unclear: steps.flatMap(({ step, unclear }) => (unclear === null ? [] : [{ step, why: unclear }])),
  };
}

/** The statements as a policy that can be attached. */
export function policyOf(statements: readonly NeededStatement[]): JsonObject {
  return {
    Version: '2012-10-17',
    Statement: statements.map(({ actions, resources, condition }) => ({
      Effect: 'Allow',
      Action: single(actions),
      Resource: single(resources),
      ...(condition === null ? {} : { Condition: condition }),
    })),
  };
}

/**
 * Who may take the role: Step Functions, for this state machine only.
 * Source: AWS developer guide, "Prevent cross-service confused deputy issue".
 */
export function trustPolicy({ partition, region, account, name }: Machine): JsonObject {
  const known = account !== '*' && account !== '';
  return {
    Version: '2012-10-17',
    Statement: [
      {
        Effect: 'Allow',
        Principal: { Service: 'states.amazonaws.com' },
        Action: 'sts:AssumeRole',
        ...(known
          ? {
              Condition: {
                StringEquals: { 'aws:SourceAccount': account },
                ArnLike: {
                  'aws:SourceArn': `arn:${partition}:states:${region}:${account}:stateMachine:${name === '' ? '*' : name}`,
                },
              },
            }
          : {}),
      },
    ],
  };
}

/** Source: AWS developer guide, "Using CloudWatch Logs to log execution history": none of these takes a resource. */
const logging: readonly Need[] = [
  {
    actions: [
      'logs:CreateLogDelivery',
      'logs:DeleteLogDelivery',
      'logs:DescribeLogGroups',
      'logs:DescribeResourcePolicies',
      'logs:GetLogDelivery',
      'logs:ListLogDeliveries',
      'logs:PutResourcePolicy',
      'logs:UpdateLogDelivery',
    ],
    resources: ['*'],
    why: 'The history is written to CloudWatch Logs.',
  },
];

/** Source: AWS developer guide, "Trace Step Functions request data in AWS X-Ray": none of these takes a resource. */
const tracing: readonly Need[] = [
  {
    actions: ['xray:GetSamplingRules', 'xray:GetSamplingTargets', 'xray:PutTelemetryRecords', 'xray:PutTraceSegments'],
    resources: ['*'],
    why: 'Executions are traced by X-Ray.',
  },
];

type Linked = NeededStatement;

function link(needs: readonly Need[], steps: readonly StatePath[]): Linked[] {
  return needs.map(({ actions, resources, condition, why, derived }) => ({
    actions: sorted(actions),
    resources: resources.includes('*') ? ['*'] : sorted(resources),
    condition: (condition as JsonObject | undefined) ?? null,
    steps,
    why: why === undefined ? [] : [why],
    derived: derived === true,
  }));
}

/** Equal statements become one; then those of the same steps that differ only in actions, or only in resources. */
function merge(statements: readonly Linked[]): readonly NeededStatement[] {
  const equal = fold(statements, ({ actions, resources }) => [actions, resources]);
  const byResource = fold(equal, ({ resources, steps }) => (steps.length === 0 ? null : [resources, steps]));
  const byAction = fold(byResource, ({ actions, steps }) => (steps.length === 0 ? null : [actions, steps]));
  return byAction
    .map((statement) => ({ key: keyOf(statement), statement }))
    .sort((a, b) => compare(a.key, b.key))
    .map(({ statement }) => statement);
}

/**
 * Makes one statement of those that say the same, but for what is joined. What the machine itself needs has no key and
 * stays apart: each has its own reason.
 */
function fold(statements: readonly Linked[], sayOf: (statement: Linked) => JsonValue): Linked[] {
  const groups: Linked[][] = [];
  const byKey = new Map<string, Linked[][]>();
  for (const statement of statements) {
    const say = sayOf(statement);
    const key = say === null ? null : JSON.stringify([statement.derived, say]);
    const alike = key === null ? [] : (byKey.get(key) ?? []);
    const group = alike.find(([first]) => jsonEqual(first?.condition ?? null, statement.condition));
    if (group !== undefined) {
      group.push(statement);
      continue;
    }
    const begun = [statement];
    groups.push(begun);
    alike.push(begun);
    if (key !== null) byKey.set(key, alike);
  }
  return groups.flatMap(join);
}

function join(group: readonly Linked[]): Linked[] {
  const [first] = group;
  if (first === undefined || group.length === 1) return first === undefined ? [] : [first];
  return [
    {
      ...first,
      actions: sorted(group.flatMap(({ actions }) => actions)),
      resources: sorted(group.flatMap(({ resources }) => resources)),
      steps: [...new Set(group.flatMap(({ steps }) => steps))],
      why: [...new Set(group.flatMap(({ why }) => why))],
    },
  ];
}

const sorted = (texts: readonly string[]): readonly string[] => [...new Set(texts)].sort(compare);
const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
const keyOf = ({ actions, resources, condition }: Linked): string => JSON.stringify([actions, resources, condition]);
const single = (texts: readonly string[]): JsonValue => (texts.length === 1 ? (texts[0] ?? '') : texts);
