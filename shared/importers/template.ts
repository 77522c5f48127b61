import { type JsonObject, isObject, own } from '../base/index';
import { type PlacedValue, placedIn } from '../workflow/index';
import type { FoundDefinition, FoundMachine } from './contract';
import type { HostFile } from './hostFile';
import { definitionAt } from './places/definitionAt';

export const samType = 'AWS::Serverless::StateMachine';
const cloudFormationType = 'AWS::StepFunctions::StateMachine';

/** The resources of a template that are state machines, with the logical id and the type of each. */
export function machineResources(
  template: PlacedValue | null,
): readonly { id: string; type: string; placed: PlacedValue }[] {
  const resources = template && placedIn(template, 'Resources');
  if (!resources || !isObject(resources.value)) return [];
  return Object.entries(resources.value).flatMap(([id, resource]) => {
    const type = isObject(resource) ? own(resource, 'Type') : undefined;
    const placed = placedIn(resources, id);
    return placed && (type === samType || type === cloudFormationType) ? [{ id, type, placed }] : [];
  });
}

/** The state machines of a CloudFormation or SAM template. */
export function machinesOfTemplate(file: HostFile, template: PlacedValue | null): readonly FoundMachine[] {
  return machineResources(template).map(({ id, placed }) => {
    const properties = placedIn(placed, 'Properties');
    return { id, definition: definitionOf(file, properties), substitutions: substitutionsOf(properties) };
  });
}

function definitionOf(file: HostFile, properties: PlacedValue | null): FoundDefinition {
  for (const name of ['Definition', 'DefinitionString']) {
    const placed = properties && placedIn(properties, name);
    if (!placed) continue;
    return definitionAt(file, placed) ?? { kind: 'elsewhere', why: `Its ${name} is not in the file as a definition.` };
  }
  const value = isObject(properties?.value) ? properties.value : {};
  const uri = own(value, 'DefinitionUri') ?? own(value, 'DefinitionS3Location');
  if (uri === undefined) return { kind: 'elsewhere', why: 'It has no definition.' };
  if (typeof uri === 'string') return { kind: 'elsewhere', why: `Its definition is the file "${uri}". Open that one.` };
  return { kind: 'elsewhere', why: `Its definition is an object in S3: ${JSON.stringify(uri)}.` };
}

/** Source: CloudFormation, "AWS::StepFunctions::StateMachine", DefinitionSubstitutions. What is only known on deployment is left out. */
function substitutionsOf(properties: PlacedValue | null): Readonly<Record<string, string>> {
  const values: JsonObject = isObject(properties?.value) ? properties.value : {};
  const substitutions = own(values, 'DefinitionSubstitutions');
  if (!isObject(substitutions)) return {};
  return Object.fromEntries(
    Object.entries(substitutions).flatMap(([name, value]): [string, string][] =>
      typeof value === 'object' || String(value).includes('${') ? [] : [[name, String(value)]],
    ),
  );
}
