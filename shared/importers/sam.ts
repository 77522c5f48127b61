import type { Importer } from './contract';
import { machineResources, machinesOfTemplate, samType } from './template';

/** Source: AWS SAM, "AWS::Serverless::StateMachine". */
export const sam: Importer = {
  id: 'sam',
  label: 'SAM template',
  recognise: ({ root }) => machineResources(root).some(({ type }) => type === samType),
  stateMachines: (file) => machinesOfTemplate(file, file.root),
};
