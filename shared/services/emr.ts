import type { ServiceDefinition } from './contract';
import { addStep } from './emr/addStep';
import { cancelStep } from './emr/cancelStep';
import { createCluster } from './emr/createCluster';
import { modifyInstanceFleet } from './emr/modifyInstanceFleet';
import { modifyInstanceGroup } from './emr/modifyInstanceGroup';
import { setTerminationProtection } from './emr/setTerminationProtection';
import { terminateCluster } from './emr/terminateCluster';

/** Source: AWS developer guide, "Create and manage Amazon EMR clusters with Step Functions". */
export const emr: ServiceDefinition = {
  id: 'emr',
  label: 'EMR',
  icon: 'emr',
  billing: 'managed',
  billingNote: 'Machines are seen: paid by the hour for EC2 and for EMR on top.',
  category: 'Data',
  actions: [
    createCluster,
    addStep,
    terminateCluster,
    cancelStep,
    setTerminationProtection,
    modifyInstanceFleet,
    modifyInstanceGroup,
  ],
};
