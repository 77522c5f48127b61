import { need, string, type ServiceAction } from '../contract';
import { answerMetadata } from '../answerMetadata';
import { eksCluster } from '../callArns';
import { noPrice } from '../pricing';
import { duringSync, grant } from '../statements';
import { retryTransient } from '../retriers';
import { lasts } from '../lasts';

/** EKS: delete fargate profile. */
export const deleteFargateProfile: ServiceAction = {
  id: 'eks.deleteFargateProfile',
  label: 'Delete Fargate profile',
  description: 'Take a Fargate profile away.',
  resources: {
    requestResponse: 'arn:aws:states:::eks:deleteFargateProfile',
    sync: 'arn:aws:states:::eks:deleteFargateProfile.sync',
  },
  defaultPattern: 'sync',
  fields: [need('ClusterName', string, 'Name of the EKS cluster.'), need('FargateProfileName', string)],
  errors: [
    'Eks.ResourceNotFoundException',
    'Eks.InvalidParameterException',
    'Eks.ServerException',
    'Eks.ClientException',
    'States.TaskFailed',
  ],
  recommendedRetriers: [retryTransient('Eks.ServerException')],
  arguments: { ClusterName: 'my-cluster', FargateProfileName: 'my-profile' },
  results: {
    requestResponse: {
      FargateProfile: { FargateProfileName: 'my-profile', Status: 'DELETING' },
      ...answerMetadata,
    },
    sync: { FargateProfile: { FargateProfileName: 'my-profile', Status: 'DELETING' } },
  },
  access: (call) => [
    grant(['eks:DeleteFargateProfile'], [eksCluster(call)]),
    ...duringSync(call, ['eks:DescribeFargateProfile'], [eksCluster(call)]),
  ],
  durations: { sync: lasts(120, 60, 300) },
  price: noPrice('An EKS cluster is paid by the hour for as long as it stands.'),
  helpUrl: 'https://docs.aws.amazon.com/step-functions/latest/dg/connect-eks.html',
};
