import { isObject, own } from '../base/index';
import { placedIn } from '../workflow/index';
import type { FoundMachine, Importer } from './contract';
import type { HostFile } from './hostFile';
import { definitionAt } from './places/definitionAt';

/**
 * What `aws stepfunctions describe-state-machine` answers, and what `create-state-machine --cli-input-json` takes: the
 * definition is a text inside. Source: AWS Step Functions API reference, "DescribeStateMachine".
 */
export const awsAnswer: Importer = {
  id: 'aws-answer',
  label: 'description from AWS (describe-state-machine)',
  recognise: (file) => machineIn(file) !== null,
  stateMachines: (file) => {
    const machine = machineIn(file);
    return machine ? [machine] : [];
  },
};

function machineIn(file: HostFile): FoundMachine | null {
  const { root } = file;
  const placed = root && placedIn(root, 'definition');
  if (!placed || typeof placed.value !== 'string' || !isObject(root.value)) return null;
  const definition = definitionAt(file, placed);
  if (!definition) return null;
  const name = own(root.value, 'name') ?? own(root.value, 'stateMachineArn');
  return { id: typeof name === 'string' ? name.replace(/^.*:/, '') : 'definition', definition, substitutions: {} };
}
