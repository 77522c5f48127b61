import { type JsonObject, type JsonValue, isArray, isObject } from '../../base/index';
import { filled, type Resource } from '../stack/cloudFormation';
import type { MachinePart } from '../stack/machinePart';
import { logGroupId, logGroupName, machineResources, roleId } from '../stack/machineResources';
import { bucketResources, machineId, triggerResources } from '../stack/triggerResources';
import { Call, Expression, Made, Struct, type CodeValue, type Construct } from './code';

/** What a stack of CDK makes, each after what it refers to. */
export function constructsOf(parts: readonly MachinePart[]): readonly Construct[] {
  const resources = [...parts.flatMap(triggerResources), ...bucketResources(parts)];
  return [...parts.flatMap(machineConstructs), ...inOrder(resources).map(lowLevel)];
}

function machineConstructs(part: MachinePart): readonly Construct[] {
  return [role(part), ...logGroup(part), stateMachine(part)];
}

/** Our role written out: CDK derives none from a definition. */
function role(part: MachinePart): Construct {
  const made = machineResources(part).find(({ id }) => id === roleId(part));
  const [policy] = (made?.properties['Policies'] ?? []) as readonly JsonObject[];
  const trust = made?.properties['AssumeRolePolicyDocument'] as { readonly Statement: readonly JsonObject[] };
  return {
    id: roleId(part),
    className: 'iam.Role',
    props: {
      assumedBy: new Call(newOf('iam.ServicePrincipal'), ['states.amazonaws.com'], {
        conditions: trust.Statement[0]?.['Condition'] ?? {},
      }),
      ...(policy === undefined
        ? {}
        : { inlinePolicies: { workflow: new Call(policyFromJson, [policy['PolicyDocument'] ?? {}]) } }),
    },
    tags: tagsOf(part),
    attributes: { ref: 'roleName', arn: 'roleArn' },
  };
}

function logGroup(part: MachinePart): readonly Construct[] {
  const { logLevel, logDays } = part.settings;
  if (logLevel === 'OFF') return [];
  const props = {
    logGroupName: filled(logGroupName(part)),
    retention: plain(`logs.RetentionDays.${retentionNames[logDays] ?? 'ONE_MONTH'}`),
    removalPolicy: plain('RemovalPolicy.DESTROY'),
  };
  const attributes = { ref: 'logGroupName', arn: 'logGroupArn' };
  return [{ id: logGroupId(part), className: 'logs.LogGroup', props, tags: tagsOf(part), attributes }];
}

/** CDK's names of what CloudWatch Logs counts in days. */
const retentionNames: Readonly<Record<number, string>> = {
  1: 'ONE_DAY',
  3: 'THREE_DAYS',
  5: 'FIVE_DAYS',
  7: 'ONE_WEEK',
  14: 'TWO_WEEKS',
  30: 'ONE_MONTH',
  60: 'TWO_MONTHS',
  90: 'THREE_MONTHS',
  120: 'FOUR_MONTHS',
  150: 'FIVE_MONTHS',
  180: 'SIX_MONTHS',
  365: 'ONE_YEAR',
  400: 'THIRTEEN_MONTHS',
  545: 'EIGHTEEN_MONTHS',
  731: 'TWO_YEARS',
  1827: 'FIVE_YEARS',
  3653: 'TEN_YEARS',
};

function stateMachine(part: MachinePart): Construct {
  const { settings, substitutions } = part;
  const { logLevel, logData, kmsKey } = settings;
  const names = Object.fromEntries([...substitutions].map(([name, id]) => [name, { Ref: id }]));
  return {
    id: machineId(part),
    className: 'sfn.StateMachine',
    props: {
      stateMachineName: filled(part.name),
      stateMachineType: plain(`sfn.StateMachineType.${part.type}`),
      definitionBody: definitionBody(part),
      ...(substitutions.size === 0 ? {} : { definitionSubstitutions: names }),
      // Else CDK would add what logging and tracing need once more.
      role: new Made(roleId(part), 'withoutPolicyUpdates'),
      ...(logLevel === 'OFF'
        ? {}
        : {
            logs: new Struct('sfn.LogOptions', {
              destination: new Made(logGroupId(part)),
              level: plain(`sfn.LogLevel.${logLevel}`),
              includeExecutionData: logData,
            }),
          }),
      tracingEnabled: settings.tracing,
      ...(kmsKey === null ? {} : { encryptionConfiguration: encryption(part, filled(kmsKey)) }),
    },
    tags: tagsOf(part),
    attributes: { ref: 'stateMachineArn', arn: 'stateMachineArn' },
  };
}

function encryption(part: MachinePart, arn: JsonValue): Call {
  const key = new Call(new Expression('kms.Key.fromKeyArn', 'kms.Key.from_key_arn'), [
    new Expression('this', 'self'),
    `${part.base}Key`,
    arn,
  ]);
  return new Call(newOf('sfn.CustomerManagedEncryptionConfiguration'), [key]);
}

const tagsOf = ({ settings }: MachinePart) => filled(settings.tags) as JsonObject;

const newOf = (name: string): Expression => new Expression(`new ${name}`, name);
const policyFromJson = new Expression('iam.PolicyDocument.fromJson', 'iam.PolicyDocument.from_json');
const plain = (code: string): Expression => new Expression(code, code);

/** The file of the definition, which stands beside the stack. */
export const definitionFile = (part: MachinePart): string => `${part.base}.asl.json`;

function definitionBody(part: MachinePart): Expression {
  const file = definitionFile(part);
  return new Expression(
    `sfn.DefinitionBody.fromString(readFileSync(join(__dirname, '${file}'), 'utf8'))`,
    `sfn.DefinitionBody.from_string((Path(__file__).parent / "${file}").read_text("utf-8"))`,
  );
}

/** Values whose keys are not CDK's but those of whoever reads them. */
const opaque = new Set(['EventPattern', 'PolicyDocument', 'AssumeRolePolicyDocument', 'RequestParameters']);

/** A resource as a construct of the first level, which has the properties of CloudFormation. */
function lowLevel({ id, type, properties, isKept }: Resource): Construct {
  const [, service = '', kind = ''] = type.split('::');
  const className = `${service.toLowerCase()}.Cfn${kind}`;
  const props = camel(properties) as Readonly<Record<string, CodeValue>>;
  return { id, className, props, ...(isKept === true ? { isKept } : {}), attributes: { ref: 'ref', arn: 'attrArn' } };
}

function camel(value: JsonValue): JsonValue {
  if (isArray(value)) return value.map(camel);
  if (!isObject(value) || isFunction(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => {
      const isKept = opaque.has(key) || (key === 'Tags' && !isArray(item));
      return [key.slice(0, 1).toLowerCase() + key.slice(1), isKept ? item : camel(item)];
    }),
  );
}

function isFunction(value: JsonObject): boolean {
  const [key = '', ...others] = Object.keys(value);
  return others.length === 0 && (key === 'Ref' || key.startsWith('Fn::'));
}

/** The resources, each after those that it refers to. */
function inOrder(resources: readonly Resource[]): readonly Resource[] {
  const ids = new Set(resources.map(({ id }) => id));
  const placed = new Set<string>();
  const ordered: Resource[] = [];
  while (ordered.length < resources.length) {
    const next = resources.filter(
      ({ id, properties }) => !placed.has(id) && idsIn(properties).every((each) => !ids.has(each) || placed.has(each)),
    );
    // Resources never refer to each other in a circle: CloudFormation would refuse them.
    if (next.length === 0) return resources;
    for (const each of next) placed.add(each.id);
    ordered.push(...next);
  }
  return ordered;
}

function idsIn(value: JsonValue): readonly string[] {
  if (isArray(value)) return value.flatMap(idsIn);
  if (!isObject(value)) return [];
  return Object.entries(value).flatMap(([key, item]) => {
    if (key === 'Ref') return [String(item as string)];
    if (key === 'Fn::GetAtt') return [String((item as readonly string[])[0])];
    if (key === 'Fn::Sub') return [...String(item as string).matchAll(/\$\{([\w:]+)\}/g)].map(([, id]) => id ?? '');
    return idsIn(item);
  });
}
