import { isObject, own } from '../base/index';
import type { Importer } from './contract';
import { machineResources, machinesOfTemplate } from './template';

/** A template that the CDK has made: each of its resources says which construct it comes from. */
export const cdk: Importer = {
  id: 'cdk',
  label: 'CDK template',
  recognise: ({ root }) =>
    machineResources(root).some(({ placed }) => {
      const metadata = isObject(placed.value) ? own(placed.value, 'Metadata') : undefined;
      return isObject(metadata) && own(metadata, 'aws:cdk:path') !== undefined;
    }),
  stateMachines: (file) => machinesOfTemplate(file, file.root),
};
