import { need, string, type ServiceAction } from '../contract';
import { answerMetadata } from '../answerMetadata';
import { eksCluster } from '../callArns';
import { noPrice } from '../pricing';
import { duringSync, grant } from '../statements';
import { retryTransient } from '../retriers';
import { lasts } from '../lasts';

/** EKS: delete cluster. */
export const deleteCluster: ServiceAction = {
  id: 'eks.deleteCluster',
  label: 'Delete cluster',
  description: 'Delete a cluster.',
  resources: { requestResponse: 'arn:aws:states:::eks:deleteCluster', sync: 'arn:aws:states:::eks:deleteCluster.sync' },
  defaultPattern: 'sync',
  fields: [need('Name', string, 'Its name.')],
  errors: [
    'Eks.ResourceNotFoundException',
    'Eks.ServerException',
    'Eks.ServiceUnavailableException',
    'Eks.InvalidRequestException',
    'Eks.ClientException',
    'Eks.ResourceInUseException',
    'States.TaskFailed',
  ],
  recommendedRetriers: [retryTransient('Eks.ServerException', 'Eks.ServiceUnavailableException')],
  arguments: { Name: 'my-cluster' },
  results: {
    requestResponse: {
      Cluster: { Name: 'my-cluster', Status: 'DELETING' },
      ...answerMetadata,
    },
    sync: { Cluster: { Name: 'my-cluster', Status: 'DELETING' } },
  },
  access: (call) => [
    grant(['eks:DeleteCluster'], [eksCluster(call)]),
    ...duringSync(call, ['eks:DescribeCluster'], [eksCluster(call)]),
  ],
  durations: { sync: lasts(300, 180, 900) },
  price: noPrice('An EKS cluster is paid by the hour for as long as it stands.'),
  helpUrl: 'https://docs.aws.amazon.com/step-functions/latest/dg/connect-eks.html',
};
