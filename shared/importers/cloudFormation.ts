import type { Importer } from './contract';
import { machineResources, machinesOfTemplate } from './template';

/** Source: CloudFormation, "AWS::StepFunctions::StateMachine". */
export const cloudFormation: Importer = {
  id: 'cloudformation',
  label: 'CloudFormation template',
  recognise: ({ root }) => machineResources(root).length > 0,
  stateMachines: (file) => machinesOfTemplate(file, file.root),
};
