import { type JsonObject, type JsonValue, NumberText, isArray, isObject } from '../../base/index';
import type { MachineType } from '../../asl/index';
import { neededRole, policyOf } from '../../access/index';
import { triggersOf, type Trigger } from '../../triggers/index';
import { printAs, stateName, withPlaceholderNames, withTexts } from '../../workflow/index';
import type { NamedWorkflow } from '../contract';
import { logicalName, machineName, unusedName } from './names';
import { Parameters } from './parameters';
import { templateSettingsOf, type TemplateSettings } from './settings';

/** A state machine as a part of a stack, in no language yet. Texts may hold `${Id}` of parameters and pseudo parameters. */
export interface MachinePart {
  /** What the logical ids of its resources begin with. */
  readonly base: string;
  /** In AWS. */
  readonly name: string;
  readonly type: MachineType;
  /** With numbers as they are written, and placeholders by the names that substitutions give them. */
  readonly definition: JsonObject;
  /** The names of the substitutions, each with the id of its parameter. */
  readonly substitutions: ReadonlyMap<string, string>;
  /**
   * Whether the definition has to be a text of JSON: a placeholder stands for a number or another value that is no text, or
   * something in it would be no plain value in a template.
   */
  readonly isText: boolean;
  readonly parameters: Parameters;
  readonly settings: TemplateSettings;
  readonly triggers: readonly PlacedTrigger[];
  /** What its role must allow; null when it needs nothing. */
  readonly policy: JsonObject | null;
  /** What a person has to see to: permissions that nobody can derive, roles of Credentials. */
  readonly remarks: readonly string[];
}

/** A trigger with what it is called in its stack. */
export interface PlacedTrigger {
  readonly id: string;
  readonly trigger: Trigger;
}

/**
 * The workflows as parts of one stack.
 * @param taken names that are used in the stack already; those of the parts are added
 */
export function machineParts(workflows: readonly NamedWorkflow[], taken = new Set<string>()): readonly MachinePart[] {
  return workflows.map((workflow) => machinePart(workflow, taken));
}

function machinePart({ name: given, document }: NamedWorkflow, taken: Set<string>): MachinePart {
  const base = unusedName(logicalName(given), taken);
  const parameters = new Parameters(document, taken);
  const settings = inTemplate({ ...templateSettingsOf(document) }, parameters);
  const name = settings.name ?? machineName(given);
  const substitutions = new Map<string, string>();
  const rename = (placeholder: string) => {
    // Names of substitutions have letters, digits and underscores alone.
    const substitution = /^\w+$/.test(placeholder) ? placeholder : parameters.idOf(placeholder).replaceAll(':', '');
    substitutions.set(substitution, parameters.idOf(placeholder));
    return substitution;
  };
  let isText = false;
  const written = withTexts(document, (text, isValue) => {
    const renamed = withPlaceholderNames(text, rename);
    isText ||= isValue;
    return isValue ? new NumberText(renamed, 0) : renamed;
  });
  const definition = withKeys(written, (key) => withPlaceholderNames(key, rename)) as JsonObject;
  const role = roleOf(inTemplate(document.definition, parameters), name, settings);
  return {
    base,
    name,
    type: document.sidecar.type,
    definition,
    substitutions,
    isText: isText || isOwnToTemplates(definition),
    parameters,
    settings,
    triggers: placedTriggers(base, inTemplate(triggersOf(document), parameters)),
    ...role,
  };
}

/** Triggers are numbered by their kind: `OrdersSchedule1`. */
function placedTriggers(base: string, triggers: readonly Trigger[]): readonly PlacedTrigger[] {
  const counts = new Map<string, number>();
  return triggers.map((trigger) => {
    const count = (counts.get(trigger.kind) ?? 0) + 1;
    counts.set(trigger.kind, count);
    return { id: `${base}${logicalName(trigger.kind)}${String(count)}`, trigger };
  });
}

/**
 * Whether CloudFormation would read a value otherwise than as it stands: it refuses null, and takes objects for its functions.
 * Source: CloudFormation user guide, "Template format", "Intrinsic function reference".
 */
function isOwnToTemplates(value: JsonValue): boolean {
  if (value === null) return true;
  if (isArray(value)) return value.some(isOwnToTemplates);
  if (!isObject(value)) return false;
  return Object.entries(value).some(([key, item]) => key === 'Ref' || key.startsWith('Fn::') || isOwnToTemplates(item));
}

function withKeys(value: JsonValue, rename: (key: string) => string): JsonValue {
  if (isArray(value)) return value.map((item) => withKeys(item, rename));
  if (!isObject(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [rename(key), withKeys(item, rename)]));
}

/** The place of a stack is where it is deployed. */
export const here = { partition: '${AWS::Partition}', region: '${AWS::Region}', account: '${AWS::AccountId}' };

function roleOf(
  definition: JsonObject,
  name: string,
  { logLevel, tracing, kmsKey }: TemplateSettings,
): Pick<MachinePart, 'policy' | 'remarks'> {
  const role = neededRole(definition, { ...here, name, logging: logLevel !== 'OFF', tracing });
  const policy = policyOf(role.statements);
  const statements = [
    ...(policy['Statement'] as readonly JsonValue[]),
    ...(kmsKey === null ? [] : [keyStatement(kmsKey, name)]),
  ];
  const remarks = [
    ...role.unclear.map(({ step, why }) => `The role lacks what "${stateName(step)}" needs: ${why}`),
    ...role.otherRoles.map(
      ({ arn }) => `Calls are made under ${arn ?? 'a role that the run decides'}, which this stack does not make.`,
    ),
    ...role.statements
      .filter(({ derived }) => derived)
      .map(({ actions }) => `Taken from the name of the API alone, to be checked: ${actions.join(', ')}.`),
  ];
  return { policy: statements.length === 0 ? null : { ...policy, Statement: statements }, remarks };
}

/** Source: AWS developer guide, "Data at rest encryption in Step Functions". */
function keyStatement(key: string, name: string): JsonObject {
  return {
    Effect: 'Allow',
    Action: ['kms:Decrypt', 'kms:GenerateDataKey'],
    Resource: key,
    Condition: {
      StringEquals: {
        'kms:EncryptionContext:aws:states:stateMachineArn': `arn:${here.partition}:states:${here.region}:${here.account}:stateMachine:${name}`,
      },
    },
  };
}

/** A value with its placeholders as ids of parameters, which `${Id}` of a template names. */
export function inTemplate<Value>(value: Value, { idOf }: Parameters): Value {
  const inside = (each: JsonValue): JsonValue => {
    if (typeof each === 'string') return withPlaceholderNames(each, idOf);
    if (isArray(each)) return each.map(inside);
    if (!isObject(each)) return each;
    return Object.fromEntries(Object.entries(each).map(([key, item]) => [key, inside(item)]));
  };
  return inside(value as JsonValue) as Value;
}

/** The definition as a text of JSON, where placeholders of values stand without quotes. */
export function definitionText({ definition }: MachinePart): string {
  return printAs(definition, 'json');
}
