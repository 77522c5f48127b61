import { type JsonObject, type JsonValue, isArray, isObject, own } from '../../base/index';
import { printAs } from '../../workflow/index';
import type { TemplateFinding, Tell } from './finding';
import { checkMachine, listOf } from './machine';
import { checkReferences } from './references';
import { checkTriggers, propertiesOf } from './triggers';

/**
 * What is wrong with a template of CloudFormation or SAM that the usual judges let pass: definitions by our rules,
 * substitutions that are missing or not used, roles that allow too little or everything, schedules, patterns, targets.
 * @param files definitions beside the template, by the names that it calls them by
 */
export function checkTemplate(
  template: JsonValue,
  files: Readonly<Record<string, string>> = {},
): readonly TemplateFinding[] {
  const findings: TemplateFinding[] = [];
  const tell: Tell = (at, message) => findings.push({ at, message });
  const all = isObject(template) ? own(template, 'Resources') : undefined;
  if (!isObject(template) || !isObject(all)) return [{ at: [], message: 'This is no template: it has no Resources.' }];
  const resources = Object.fromEntries(
    Object.entries(all).filter((entry): entry is [string, JsonObject] => isObject(entry[1])),
  );
  checkReferences(template, tell);
  for (const [id, resource] of Object.entries(resources)) {
    if (!String(own(resource, 'Type')).endsWith('::StateMachine')) continue;
    const properties = propertiesOf(resource);
    const at = ['Resources', id, 'Properties'];
    checkMachine({ at, properties, text: textOf(properties, files), role: roleOf(properties, resources) }, tell);
  }
  checkTriggers(resources, tell);
  return findings;
}

function textOf(properties: JsonObject, files: Readonly<Record<string, string>>): string | null {
  const definition = own(properties, 'Definition');
  if (isObject(definition)) return printAs(definition, 'json');
  const text = own(properties, 'DefinitionString');
  if (typeof text === 'string') return text;
  const file = own(properties, 'DefinitionUri');
  return typeof file === 'string' ? (files[file] ?? null) : null;
}

function roleOf(properties: JsonObject, resources: Readonly<Record<string, JsonObject>>): JsonObject | null {
  const arn = own(properties, 'RoleArn') ?? own(properties, 'Role');
  const [id] = isObject(arn) && isArray(own(arn, 'Fn::GetAtt') ?? null) ? listOf(own(arn, 'Fn::GetAtt')) : [];
  const role = typeof id === 'string' ? resources[id] : undefined;
  return role === undefined ? null : propertiesOf(role);
}
