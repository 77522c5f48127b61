import { json, may, need, text, type ServiceAction } from '../contract';
import { noPrice } from '../pricing';
import { grant } from '../statements';
import { retryTransient } from '../retriers';

/** SageMaker: invoke endpoint. */
export const invokeEndpoint: ServiceAction = {
  id: 'sagemakerruntime.invokeEndpoint',
  label: 'Invoke endpoint',
  description: 'Ask a deployed model for a prediction.',
  resources: { requestResponse: 'arn:aws:states:::aws-sdk:sagemakerruntime:invokeEndpoint' },
  defaultPattern: 'requestResponse',
  fields: [
    need('EndpointName', text(0, 63), 'Name of the endpoint.'),
    need('Body', json, 'Content: text or JSON.'),
    may('ContentType', text(0, 1024), 'MIME type of the body.'),
    may('Accept', text(0, 1024), 'MIME type wanted.'),
    may('CustomAttributes', text(0, 1024)),
    may('TargetModel', text(1, 1024)),
    may('TargetVariant', text(0, 63)),
    may('TargetContainerHostname', text(0, 63)),
    may('InferenceId', text(1, 64)),
    may('EnableExplanations', text(1, 64)),
    may('InferenceComponentName', text(0, 63)),
    may('SessionId', text(0, 256)),
    may('PrefixAwareId', text(1, 64)),
  ],
  errors: [
    'SageMakerRuntime.InternalFailureException',
    'SageMakerRuntime.ServiceUnavailableException',
    'SageMakerRuntime.ValidationErrorException',
    'SageMakerRuntime.ModelErrorException',
    'SageMakerRuntime.InternalDependencyException',
    'SageMakerRuntime.ModelNotReadyException',
  ],
  recommendedRetriers: [
    retryTransient(
      'SageMakerRuntime.InternalFailureException',
      'SageMakerRuntime.ServiceUnavailableException',
      'SageMakerRuntime.InternalDependencyException',
    ),
  ],
  arguments: { EndpointName: 'my-endpoint', Body: '{}', ContentType: 'application/json' },
  results: {
    requestResponse: { Body: '{"prediction":0.5}', ContentType: 'application/json', InvokedProductionVariant: 'main' },
  },
  access: (call) => [grant(['sagemaker:InvokeEndpoint'], [call.arn('EndpointName', 'sagemaker.endpoint')])],
  price: noPrice('An endpoint is paid by the hour for as long as it stands, not by the call.'),
  helpUrl: 'https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_runtime_InvokeEndpoint.html',
};
