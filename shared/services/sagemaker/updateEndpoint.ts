import { boolean, listOf, may, need, objectOf, oneOf, text, type ServiceAction } from '../contract';
import { answerMetadata } from '../answerMetadata';
import { noPrice } from '../pricing';
import { grant } from '../statements';
import { retryTransient } from '../retriers';
import { deploymentConfig, endpointErrors, endpointPolling } from './common';

/** SageMaker: update endpoint. */
export const updateEndpoint: ServiceAction = {
  id: 'sagemaker.updateEndpoint',
  label: 'Update endpoint',
  description: 'Move a live endpoint to another configuration.',
  resources: { requestResponse: 'arn:aws:states:::sagemaker:updateEndpoint' },
  defaultPattern: 'requestResponse',
  fields: [
    need('EndpointName', text(0, 63), 'Name of the endpoint.'),
    need('EndpointConfigName', text(0, 63), 'Name of the new configuration.'),
    may('RetainAllVariantProperties', boolean, 'Keep the weights and machine counts of today.'),
    may(
      'ExcludeRetainedVariantProperties',
      listOf(
        objectOf(need('VariantPropertyType', oneOf('DesiredInstanceCount', 'DesiredWeight', 'DataCaptureConfig'))),
      ),
    ),
    deploymentConfig,
    may('RetainDeploymentConfig', boolean),
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
      ['sagemaker:UpdateEndpoint'],
      [call.arn('EndpointName', 'sagemaker.endpoint'), call.arn('EndpointConfigName', 'sagemaker.endpointConfig')],
    ),
    grant(['sagemaker:ListTags'], ['*']),
  ],
  price: noPrice('An endpoint is paid by the hour for as long as it stands, not by the run that changes it.'),
  polling: endpointPolling,
  helpUrl: 'https://docs.aws.amazon.com/step-functions/latest/dg/connect-sagemaker.html',
};
