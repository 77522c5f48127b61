import { type JsonObject, type JsonValue, isArray, isObject, jsonEqual, own } from '../../base/index';
import { neededRole, policyOf } from '../../access/index';
import { validateDefinition } from '../../validation/index';
import { parseDocument, placeholderNames, withPlaceholderNames } from '../../workflow/index';
import { filled } from '../stack/cloudFormation';
import { here } from '../stack/machinePart';
import type { Tell } from './finding';

/** What a template says of one state machine. */
export interface TemplateMachine {
  readonly at: readonly string[];
  readonly properties: JsonObject;
  /** The definition as a text: of an object, a text, or a file beside the template. */
  readonly text: string | null;
  /** The role that it names, where the template makes it. */
  readonly role: JsonObject | null;
}

/** Judges the definition by our rules, its substitutions and its role. */
export function checkMachine({ at, properties, text, role }: TemplateMachine, tell: Tell): void {
  if (text === null) return tell(at, 'It has no definition.');
  const parsed = parseDocument({ text, format: 'json' });
  if (!parsed.ok) return tell(at, `Its definition cannot be read. ${parsed.problem.message}`);
  const { definition } = parsed.value.document;
  const type = own(properties, 'StateMachineType') ?? own(properties, 'Type') ?? 'STANDARD';
  if (type !== 'STANDARD' && type !== 'EXPRESS') tell([...at, 'StateMachineType'], 'A type is STANDARD or EXPRESS.');
  for (const { severity, message, at: place } of validateDefinition(
    definition,
    undefined,
    type === 'EXPRESS' ? type : 'STANDARD',
  ))
    if (severity === 'error') tell([...at, 'Definition', ...place.map(String)], message);
  const values = (own(properties, 'DefinitionSubstitutions') ?? {}) as JsonObject;
  checkSubstitutions(text, values, at, tell);
  checkRole(definition, values, properties, role, at, tell);
}

/** Neither judge of templates looks at this: what the definition names has a value, and what has a value is named. */
function checkSubstitutions(text: string, values: JsonObject, at: readonly string[], tell: Tell): void {
  const named = new Set(placeholderNames(text));
  for (const name of named)
    if (!Object.hasOwn(values, name)) tell([...at, 'DefinitionSubstitutions'], `"\${${name}}" has no value.`);
  for (const name of Object.keys(values))
    if (!named.has(name)) tell([...at, 'DefinitionSubstitutions', name], `The definition has no "\${${name}}".`);
}

/** The role allows what the definition needs, and nothing that a wildcard of actions would. */
function checkRole(
  definition: JsonObject,
  values: JsonObject,
  properties: JsonObject,
  role: JsonObject | null,
  at: readonly string[],
  tell: Tell,
): void {
  if (role === null) return;
  const principals = JSON.stringify(own(role, 'AssumeRolePolicyDocument') ?? {});
  if (!principals.includes('"states.amazonaws.com"')) tell(at, 'Step Functions may not take its role.');
  const allowed = statementsOf(role);
  for (const { Action } of allowed)
    if (listOf(Action).some((action) => typeof action === 'string' && /^\*$|:\*$/.test(action)))
      tell(at, `Its role allows ${listOf(Action).join(', ')}: name the actions.`);
  const inTemplate = renamed(definition, values);
  const logging = own(properties, 'LoggingConfiguration') ?? own(properties, 'Logging');
  const tracing = own(properties, 'TracingConfiguration') ?? own(properties, 'Tracing');
  const needs = neededRole(inTemplate, {
    ...here,
    name: '',
    logging: isObject(logging) && own(logging, 'Level') !== 'OFF',
    tracing: isObject(tracing) && own(tracing, 'Enabled') === true,
  });
  for (const statement of policyOf(needs.statements)['Statement'] as readonly JsonObject[]) {
    const missing = listOf(statement['Action']).filter(
      (action) => !allowed.some((each) => allows(each, action, statement)),
    );
    if (missing.length > 0) tell(at, `Its role does not allow ${missing.join(', ')}.`);
  }
}

/** Whether a statement allows an action on what another one names. Names of machines are unknown to the need. */
function allows(statement: JsonObject, action: JsonValue, needed: JsonObject): boolean {
  if (own(statement, 'Effect') !== 'Allow' || !listOf(statement['Action']).some((each) => jsonEqual(each, action)))
    return false;
  const resources = listOf(statement['Resource']);
  if (resources.includes('*')) return true;
  return listOf(needed['Resource']).every((resource) => {
    const wanted = filled(resource);
    const isOfMachine = JSON.stringify(wanted).includes(':states:');
    return isOfMachine || resources.some((each) => jsonEqual(each, wanted));
  });
}

/** Placeholders by the ids that their values refer to; a value that is a text stays what it is. */
function renamed(definition: JsonObject, values: JsonObject): JsonObject {
  const idOf = (name: string): string => {
    const value = own(values, name);
    const id = isObject(value) ? own(value, 'Ref') : undefined;
    return typeof id === 'string' ? id : name;
  };
  const inside = (value: JsonValue): JsonValue => {
    if (typeof value === 'string') return withPlaceholderNames(value, idOf);
    if (isArray(value)) return value.map(inside);
    if (!isObject(value)) return value;
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, inside(item)]));
  };
  return inside(definition) as JsonObject;
}

function statementsOf(role: JsonObject): readonly JsonObject[] {
  const policies = (own(role, 'Policies') ?? []) as readonly JsonObject[];
  return policies.flatMap((policy) => {
    const document = own(policy, 'PolicyDocument');
    return isObject(document) ? (listOf(own(document, 'Statement')).filter(isObject) as readonly JsonObject[]) : [];
  });
}

export const listOf = (value: JsonValue | undefined): readonly JsonValue[] =>
  value === undefined ? [] : isArray(value) ? value : [value];
