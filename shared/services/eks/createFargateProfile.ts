import { listOf, mapOf, may, need, objectOf, string, type ServiceAction } from '../contract';
import { answerMetadata } from '../answerMetadata';
import { eksCluster } from '../callArns';
import { noPrice } from '../pricing';
import { duringSync, grant } from '../statements';
import { retryTransient } from '../retriers';
import { lasts } from '../lasts';

/** EKS: create fargate profile. */
export const createFargateProfile: ServiceAction = {
  id: 'eks.createFargateProfile',
  label: 'Create Fargate profile',
  description: 'Let pods of a namespace run on Fargate.',
  resources: {
    requestResponse: 'arn:aws:states:::eks:createFargateProfile',
    sync: 'arn:aws:states:::eks:createFargateProfile.sync',
  },
  defaultPattern: 'sync',
  fields: [
    need('FargateProfileName', string),
    need('ClusterName', string, 'Name of the EKS cluster.'),
    need('PodExecutionRoleArn', string),
    may('Subnets', listOf(string)),
    may('Selectors', listOf(objectOf(may('Namespace', string), may('Labels', mapOf(string))))),
    may('ClientRequestToken', string),
    may('Tags', mapOf(string), 'Tags of what is created.'),
  ],
  errors: [
    'Eks.InvalidParameterException',
    'Eks.ServerException',
    'Eks.InvalidRequestException',
    'Eks.ClientException',
    'Eks.ResourceLimitExceededException',
    'Eks.UnsupportedAvailabilityZoneException',
    'States.TaskFailed',
  ],
  recommendedRetriers: [retryTransient('Eks.ServerException', 'Eks.ResourceLimitExceededException')],
  arguments: {
    ClusterName: 'my-cluster',
    FargateProfileName: 'my-profile',
    PodExecutionRoleArn: 'arn:aws:iam::123456789012:role/service-role',
  },
  results: {
    requestResponse: {
      FargateProfile: { FargateProfileName: 'my-profile', Status: 'CREATING' },
      ...answerMetadata,
    },
    sync: { FargateProfile: { FargateProfileName: 'my-profile', Status: 'ACTIVE' } },
  },
  access: (call) => [
    grant(['eks:CreateFargateProfile'], [eksCluster(call)]),
    ...duringSync(call, ['eks:DescribeFargateProfile', 'eks:DeleteFargateProfile'], [eksCluster(call)]),
  ],
  durations: { sync: lasts(120, 60, 300) },
  price: noPrice('An EKS cluster is paid by the hour for as long as it stands.'),
  helpUrl: 'https://docs.aws.amazon.com/step-functions/latest/dg/connect-eks.html',
};
