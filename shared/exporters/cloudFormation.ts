import { ok } from '../base/index';
import type { Exporter } from './contract';
import { machineParts } from './stack/machinePart';
import { machineResources } from './stack/machineResources';
import { templateOf, templateText } from './stack/template';
import { bucketResources, triggerResources } from './stack/triggerResources';

/** Source: CloudFormation template reference. */
export const cloudFormation: Exporter = {
  id: 'cloudformation',
  label: 'CloudFormation',
  description: 'A template of the state machine with its role, log group and triggers, to be deployed as a stack.',
  extension: 'cfn.yaml',
  isStack: true,
  export(document, { name, along = [] }) {
    const parts = machineParts([{ name, document }, ...along]);
    const resources = parts.flatMap((part) => [...machineResources(part), ...triggerResources(part)]);
    const template = templateOf(parts, [...resources, ...bucketResources(parts)]);
    return ok([{ name: `${name}.cfn.yaml`, text: templateText(template, parts) }]);
  },
};
