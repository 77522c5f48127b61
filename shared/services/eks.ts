import type { ServiceDefinition } from './contract';
import { call } from './eks/call';
import { createCluster } from './eks/createCluster';
import { createFargateProfile } from './eks/createFargateProfile';
import { createNodegroup } from './eks/createNodegroup';
import { deleteCluster } from './eks/deleteCluster';
import { deleteFargateProfile } from './eks/deleteFargateProfile';
import { deleteNodegroup } from './eks/deleteNodegroup';
import { runJob } from './eks/runJob';

/** Source: AWS developer guide, "Create and manage Amazon EKS clusters with Step Functions". */
export const eks: ServiceDefinition = {
  id: 'eks',
  label: 'EKS',
  icon: 'eks',
  billing: 'managed',
  billingNote: 'Machines are seen: a cluster is paid by the hour, its nodes as EC2 or Fargate.',
  category: 'Compute',
  actions: [
    call,
    runJob,
    createCluster,
    deleteCluster,
    createNodegroup,
    deleteNodegroup,
    createFargateProfile,
    deleteFargateProfile,
  ],
};
