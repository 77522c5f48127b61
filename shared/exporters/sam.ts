import { type JsonObject, type JsonValue, jsonText, ok } from '../base/index';
import { patternOf, type Trigger } from '../triggers/index';
import type { ExportedFile, Exporter } from './contract';
import { arnOf, filled, type Resource } from './stack/cloudFormation';
import { definitionText, machineParts, type MachinePart } from './stack/machinePart';
import { besideMachine, loggingOf, machineResources, roleId, substitutionsOf } from './stack/machineResources';
import { templateOf, templateText } from './stack/template';
import { bucketResources, machineId, scheduleProperties, triggerResources } from './stack/triggerResources';

/** Source: AWS SAM, "AWS::Serverless::StateMachine". */
export const sam: Exporter = {
  id: 'sam',
  label: 'AWS SAM',
  description: 'A template for sam deploy, with schedules and rules as events of the state machine.',
  extension: 'sam.yaml',
  isStack: true,
  export(document, { name, along = [] }) {
    const parts = machineParts([{ name, document }, ...along]);
    const resources = parts.flatMap((part) =>
      part.settings.kmsKey === null
        ? [machine(part), ...besideMachine(part), ...besideEvents(part)]
        : [...machineResources(part), ...triggerResources(part)],
    );
    const head = { Transform: 'AWS::Serverless-2016-10-31' };
    const template = templateOf(parts, [...resources, ...bucketResources(parts)], head);
    return ok([{ name: `${name}.sam.yaml`, text: templateText(template, parts) }, ...definitionFiles(parts)]);
  },
};

/** A template of SAM has no DefinitionString: what only a text can say is a file of its own. */
function definitionFiles(parts: readonly MachinePart[]): readonly ExportedFile[] {
  return parts
    .filter(({ isText, settings }) => isText && settings.kmsKey === null)
    .map((part) => ({ name: `${part.base}.asl.json`, text: definitionText(part) }));
}

/** SAM has no property for a KMS key: a machine with one is a resource of CloudFormation, which templates of SAM may hold. */
function machine(part: MachinePart): Resource {
  const { LoggingConfiguration } = loggingOf(part);
  const { settings } = part;
  const events = eventsOf(part);
  return {
    id: machineId(part),
    type: 'AWS::Serverless::StateMachine',
    properties: {
      Name: filled(part.name),
      Type: part.type,
      Role: arnOf(roleId(part)),
      ...(part.isText ? { DefinitionUri: `${part.base}.asl.json` } : { Definition: part.definition as JsonValue }),
      ...substitutionsOf(part),
      ...(LoggingConfiguration === undefined ? {} : { Logging: LoggingConfiguration }),
      Tracing: { Enabled: settings.tracing },
      ...(Object.keys(settings.tags).length === 0 ? {} : { Tags: filled(settings.tags) }),
      ...(Object.keys(events).length === 0 ? {} : { Events: events }),
    },
  };
}

/** What is no event of a state machine in SAM: calls, queues, topics, and rules that are switched off. */
function besideEvents(part: MachinePart): readonly Resource[] {
  return triggerResources({ ...part, triggers: part.triggers.filter(({ trigger }) => eventOf(trigger) === null) });
}

/** Source: AWS SAM, "EventSource" of AWS::Serverless::StateMachine: ScheduleV2 and EventBridgeRule. */
function eventsOf({ base, triggers }: MachinePart): JsonObject {
  return Object.fromEntries(
    triggers.flatMap(({ id, trigger }): [string, JsonValue][] => {
      const event = eventOf(trigger);
      return event === null ? [] : [[id.slice(base.length), event]];
    }),
  );
}

function eventOf(trigger: Trigger): JsonObject | null {
  switch (trigger.kind) {
    case 'schedule': {
      const input = trigger.input === undefined ? {} : { Input: filled(jsonText(trigger.input)) };
      return { Type: 'ScheduleV2', Properties: { ...scheduleProperties(trigger), ...input } };
    }
    case 'upload':
    case 'event':
    case 'workflow': {
      if (!trigger.enabled) return null;
      const bus = trigger.kind === 'event' && trigger.bus !== undefined ? { EventBusName: filled(trigger.bus) } : {};
      return { Type: 'EventBridgeRule', Properties: { ...bus, Pattern: filled(patternOf(trigger)) } };
    }
    default:
      return null;
  }
}
