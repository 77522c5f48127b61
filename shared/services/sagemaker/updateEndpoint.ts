import {
  boolean,
  integer,
  list,
  listOf,
  may,
  need,
  object,
  objectOf,
  oneOf,
  text,
  type ServiceAction,
} from '../contract';
import { answerMetadata } from '../answerMetadata';
import { noPrice } from '../pricing';
import { grant } from '../statements';
import { retryTransient } from '../retriers';
import { endpointErrors } from './common';

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
    may(
      'DeploymentConfig',
      objectOf(
        may(
          'BlueGreenUpdatePolicy',
          objectOf(
            need('TrafficRoutingConfiguration', object),
            may('TerminationWaitInSeconds', integer(0, 3600)),
            may('MaximumExecutionTimeoutInSeconds', integer(600, 28800)),
          ),
        ),
        may(
          'RollingUpdatePolicy',
          objectOf(
            need('MaximumBatchSize', object),
            need('WaitIntervalInSeconds', integer(0, 3600)),
            may('MaximumExecutionTimeoutInSeconds', integer(600, 28800)),
            may('RollbackMaximumBatchSize', object),
          ),
        ),
        may('AutoRollbackConfiguration', objectOf(may('Alarms', list))),
      ),
    ),
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
  polling: {
    describe: 'arn:aws:states:::aws-sdk:sagemaker:describeEndpoint',
    label: 'endpoint',
    argumentsFrom: { EndpointName: { argument: 'EndpointName' } },
    status: 'EndpointStatus',
    succeeded: ['InService'],
    failed: ['Failed', 'OutOfService'],
    intervalSeconds: 60,
  },
  helpUrl: 'https://docs.aws.amazon.com/step-functions/latest/dg/connect-sagemaker.html',
};
