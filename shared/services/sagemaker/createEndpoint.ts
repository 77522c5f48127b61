import { listOf, may, need, objectOf, text, type ServiceAction } from '../contract';
import { answerMetadata } from '../answerMetadata';
import { noPrice } from '../pricing';
import { grant } from '../statements';
import { retryTransient } from '../retriers';
import { deploymentConfig, endpointErrors, endpointPolling } from './common';

/** SageMaker: create endpoint. */
export const createEndpoint: ServiceAction = {
  id: 'sagemaker.createEndpoint',
  label: 'Create endpoint',
  description: 'Start an endpoint for a configuration; it does not wait until the endpoint is in service.',
  resources: { requestResponse: 'arn:aws:states:::sagemaker:createEndpoint' },
  defaultPattern: 'requestResponse',
  fields: [
    need('EndpointName', text(0, 63), 'Name of the endpoint, unique in the account and region.'),
    need('EndpointConfigName', text(0, 63), 'Name of its configuration.'),
    deploymentConfig,
    may('Tags', listOf(objectOf(need('Key', text(1, 128)), need('Value', text(0, 256)))), 'Tags of what is created.'),
  ],
  errors: endpointErrors,
  recommendedRetriers: [retryTransient('SageMaker.ResourceLimitExceededException')],
  arguments: { EndpointName: 'my-endpoint', EndpointConfigName: 'my-config' },
  results: {
    requestResponse: {
      EndpointArn: 'arn:aws:sagemaker:us-east-1:123456789012:endpoint/my-endpoint',
      ...answerMetadata,
    },
  },
  access: (call) => [
    grant(
      ['sagemaker:CreateEndpoint'],
      [call.arn('EndpointName', 'sagemaker.endpoint'), call.arn('EndpointConfigName', 'sagemaker.endpointConfig')],
    ),
    grant(['sagemaker:ListTags'], ['*']),
  ],
  price: noPrice('An endpoint is paid by the hour for as long as it stands, not by the run that starts it.'),
  polling: endpointPolling,
  helpUrl: 'https://docs.aws.amazon.com/step-functions/latest/dg/connect-sagemaker.html',
};
