import { need, string, type ServiceAction } from '../contract';
import { answerMetadata } from '../answerMetadata';
import { eksCluster } from '../callArns';
import { noPrice } from '../pricing';
import { duringSync, grant } from '../statements';
import { retryTransient } from '../retriers';
import { lasts } from '../lasts';

/** EKS: delete node group. */
export const deleteNodegroup: ServiceAction = {
  id: 'eks.deleteNodegroup',
  label: 'Delete node group',
  description: 'Take managed nodes away.',
  resources: {
    requestResponse: 'arn:aws:states:::eks:deleteNodegroup',
    sync: 'arn:aws:states:::eks:deleteNodegroup.sync',
  },
  defaultPattern: 'sync',
  fields: [need('ClusterName', string, 'Name of the EKS cluster.'), need('NodegroupName', string)],
  errors: [
    'Eks.ResourceNotFoundException',
    'Eks.InvalidParameterException',
    'Eks.ServerException',
    'Eks.ServiceUnavailableException',
    'Eks.ClientException',
    'Eks.ResourceInUseException',
    'States.TaskFailed',
  ],
  recommendedRetriers: [retryTransient('Eks.ServerException', 'Eks.ServiceUnavailableException')],
  arguments: { ClusterName: 'my-cluster', NodegroupName: 'my-nodes' },
  results: {
    requestResponse: {
      Nodegroup: { NodegroupName: 'my-nodes', Status: 'DELETING' },
      ...answerMetadata,
    },
    sync: { Nodegroup: { NodegroupName: 'my-nodes', Status: 'DELETING' } },
  },
  access: (call) => [
    grant(['eks:DeleteNodegroup'], [eksCluster(call)]),
    ...duringSync(call, ['eks:DescribeNodegroup'], [eksCluster(call)]),
  ],
  durations: { sync: lasts(300, 180, 900) },
  price: noPrice('An EKS cluster is paid by the hour for as long as it stands.'),
  helpUrl: 'https://docs.aws.amazon.com/step-functions/latest/dg/connect-eks.html',
};
