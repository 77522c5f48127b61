import type { JsonObject } from '../base/index';
import { usualPlace } from '../services/index';

/** The state machine as far as the workflow tells: its region and account are those that its ARNs name most. */
export function machineOf(
  workflowName: string,
  definition: JsonObject,
): { readonly partition: string; readonly region: string; readonly account: string; readonly name: string } {
  return {
    partition: 'aws',
    ...usualPlace(definition),
    name: workflowName.replace(/\..*$/, '').replace(/[^\w-]/g, '-'),
  };
}
