import {
  arn,
  boolean,
  integer,
  listOf,
  may,
  need,
  number,
  object,
  objectOf,
  oneOf,
  string,
  text,
  type ServiceAction,
} from '../contract';
import { answerMetadata } from '../answerMetadata';
import { noPrice } from '../pricing';
import { grant } from '../statements';
import { retryTransient } from '../retriers';
import { endpointErrors } from './common';

/** A model on machines, and its share of the traffic. */
const variant = objectOf(
  need('VariantName', text(0, 63)),
  may('ModelName', text(0, 63)),
  may('InitialInstanceCount', integer(1)),
  may('InstanceType', string),
  may(
    'InstancePools',
    listOf(
      objectOf(need('InstanceType', string), may('ModelNameOverride', text(0, 63)), need('Priority', integer(1, 5))),
    ),
  ),
  may('VariantInstanceProvisionTimeoutInSeconds', integer(300, 3600)),
  may('InitialVariantWeight', number),
  may(
    'AcceleratorType',
    oneOf('ml.eia1.medium', 'ml.eia1.large', 'ml.eia1.xlarge', 'ml.eia2.medium', 'ml.eia2.large', 'ml.eia2.xlarge'),
  ),
  may('CoreDumpConfig', objectOf(need('DestinationS3Uri', text(0, 512)), may('KmsKeyId', text(0, 2048)))),
  may(
    'ServerlessConfig',
    objectOf(
      need('MemorySizeInMB', integer(1024, 6144)),
      need('MaxConcurrency', integer(1, 200)),
      may('ProvisionedConcurrency', integer(1, 200)),
    ),
  ),
  may('VolumeSizeInGB', integer(1, 512)),
  may('ModelDataDownloadTimeoutInSeconds', integer(60, 3600)),
  may('ContainerStartupHealthCheckTimeoutInSeconds', integer(60, 3600)),
  may('EnableSSMAccess', boolean),
  may(
    'ManagedInstanceScaling',
    objectOf(
      may('Status', oneOf('ENABLED', 'DISABLED')),
      may('MinInstanceCount', integer(0)),
      may('MaxInstanceCount', integer(1)),
      may('ScaleInPolicy', object),
    ),
  ),
  may(
    'RoutingConfig',
    objectOf(
      need('RoutingStrategy', oneOf('LEAST_OUTSTANDING_REQUESTS', 'RANDOM', 'PREFIX_AWARE')),
      may('PrefixAwareRoutingConfig', object),
    ),
  ),
  may(
    'InferenceAmiVersion',
    oneOf(
      'al2-ami-sagemaker-inference-gpu-2',
      'al2-ami-sagemaker-inference-gpu-2-1',
      'al2-ami-sagemaker-inference-gpu-3-1',
      'al2-ami-sagemaker-inference-neuron-2',
      'al2023-ami-sagemaker-inference-gpu-4-1',
    ),
  ),
  may(
    'CapacityReservationConfig',
    objectOf(
      may('CapacityReservationPreference', oneOf('capacity-reservations-only')),
      may('MlReservationArn', text(20, 258)),
    ),
  ),
);

/** SageMaker: create endpoint config. */
export const createEndpointConfig: ServiceAction = {
  id: 'sagemaker.createEndpointConfig',
  label: 'Create endpoint config',
  description: 'Describe the machines and models behind an endpoint.',
  resources: { requestResponse: 'arn:aws:states:::sagemaker:createEndpointConfig' },
  defaultPattern: 'requestResponse',
  fields: [
    need('EndpointConfigName', text(0, 63), 'Name of the configuration.'),
    need('ProductionVariants', listOf(variant), 'VariantName, ModelName, InstanceType, InitialInstanceCount.'),
    may(
      'DataCaptureConfig',
      objectOf(
        may('EnableCapture', boolean),
        need('InitialSamplingPercentage', integer(0, 100)),
        need('DestinationS3Uri', text(0, 512)),
        may('KmsKeyId', text(0, 2048)),
        need('CaptureOptions', listOf(objectOf(need('CaptureMode', oneOf('Input', 'Output', 'InputAndOutput'))))),
        may(
          'CaptureContentTypeHeader',
          objectOf(may('CsvContentTypes', listOf(string)), may('JsonContentTypes', listOf(string))),
        ),
      ),
      'Which requests are kept for monitoring.',
    ),
    may('Tags', listOf(objectOf(need('Key', text(1, 128)), need('Value', text(0, 256)))), 'Tags of what is created.'),
    may('KmsKeyId', text(0, 2048), 'Key that encrypts the storage volume.'),
    may(
      'AsyncInferenceConfig',
      objectOf(
        may('ClientConfig', objectOf(may('MaxConcurrentInvocationsPerInstance', integer(1, 1000)))),
        need(
          'OutputConfig',
          objectOf(
            may('KmsKeyId', text(0, 2048)),
            may('S3OutputPath', text(0, 512)),
            may('NotificationConfig', object),
            may('S3FailurePath', text(0, 512)),
          ),
        ),
      ),
    ),
    may(
      'ExplainerConfig',
      objectOf(
        may(
          'ClarifyExplainerConfig',
          objectOf(may('EnableExplanations', text(1, 64)), may('InferenceConfig', object), need('ShapConfig', object)),
        ),
      ),
    ),
    may('ShadowProductionVariants', listOf(variant)),
    may('ExecutionRoleArn', arn('iam.role'), 'Role that the job or model runs with.'),
    may('VpcConfig', objectOf(need('SecurityGroupIds', listOf(string)), need('Subnets', listOf(string)))),
    may('EnableNetworkIsolation', boolean),
    may(
      'MetricsConfig',
      objectOf(
        may('EnableEnhancedMetrics', boolean),
        may('EnableDetailedObservability', boolean),
        may('MetricPublishFrequencyInSeconds', integer()),
      ),
    ),
  ],
  errors: endpointErrors,
  recommendedRetriers: [retryTransient('SageMaker.ResourceLimitExceededException')],
  arguments: {
    EndpointConfigName: 'my-config',
    ProductionVariants: [
      { VariantName: 'main', ModelName: 'my-model', InstanceType: 'ml.m5.large', InitialInstanceCount: 1 },
    ],
  },
  results: {
    requestResponse: {
      EndpointConfigArn: 'arn:aws:sagemaker:us-east-1:123456789012:endpoint-config/my-config',
      ...answerMetadata,
    },
  },
  access: (call) => [
    grant(['sagemaker:CreateEndpointConfig'], [call.arn('EndpointConfigName', 'sagemaker.endpointConfig')]),
    grant(['sagemaker:ListTags'], ['*']),
  ],
  price: noPrice('A configuration costs nothing.'),
  helpUrl: 'https://docs.aws.amazon.com/step-functions/latest/dg/connect-sagemaker.html',
};
