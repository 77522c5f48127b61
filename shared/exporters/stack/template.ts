import type { JsonObject, JsonValue } from '../../base/index';
import { printAs } from '../../workflow/index';
import { ref, type Resource } from './cloudFormation';
import type { MachinePart } from './machinePart';
import { machineId } from './triggerResources';

/** A template of CloudFormation with the resources of a stack. */
export function templateOf(
  parts: readonly MachinePart[],
  resources: readonly Resource[],
  head: JsonObject = {},
): JsonObject {
  // A description has 1,024 characters at most, and no function of CloudFormation.
  const names = parts.map(({ base }) => base).join(', ');
  const parameters = parametersOf(parts);
  return {
    AWSTemplateFormatVersion: '2010-09-09',
    ...head,
    Description: `State machine${parts.length > 1 ? 's' : ''} ${names}`.slice(0, 1024),
    ...(Object.keys(parameters).length === 0 ? {} : { Parameters: parameters }),
    Resources: Object.fromEntries(resources.map((resource) => [resource.id, resourceOf(resource)])),
    Outputs: Object.fromEntries(parts.map((part) => [`${machineId(part)}Arn`, { Value: ref(machineId(part)) }])),
  };
}

/** Parameters of all parts; what a run takes for one is what a deployment begins with. */
export function parametersOf(parts: readonly MachinePart[]): JsonObject {
  const all = parts.flatMap((part) => part.parameters.all);
  return Object.fromEntries(
    all
      .filter(({ isPseudo }) => !isPseudo)
      .map(({ id, placeholder, value }): [string, JsonValue] => [
        id,
        {
          Type: 'String',
          Description: `Fills in ${placeholder} of the definition`,
          ...(value === null ? {} : { Default: value }),
        },
      ]),
  );
}

function resourceOf({ type, properties, isKept }: Resource): JsonObject {
  const kept = isKept === true ? { DeletionPolicy: 'Retain', UpdateReplacePolicy: 'Retain' } : {};
  return { Type: type, ...kept, Properties: properties };
}

/** The template as YAML, below what a person has to see to. */
export function templateText(template: JsonObject, parts: readonly MachinePart[]): string {
  return remarkLines(parts, '#') + printAs(template, 'yaml');
}

/** What a person has to see to, as comments before a text. */
export function remarkLines(parts: readonly MachinePart[], comment: string): string {
  const remarks = parts.flatMap((part) => part.remarks.map((remark) => `${part.name}: ${remark}`));
  return ['Written by Stepwright.', ...remarks].map((line) => `${comment} ${line.replace(/\s+/g, ' ')}\n`).join('');
}
