import {
  arn,
  boolean,
  list,
  listOf,
  mapOf,
  may,
  need,
  object,
  objectOf,
  oneOf,
  string,
  text,
  type ServiceAction,
} from '../contract';
import { answerMetadata } from '../answerMetadata';
import { noPrice } from '../pricing';
import { grant, passRole } from '../statements';
import { retryTransient } from '../retriers';
import { endpointErrors } from './common';

/** SageMaker: create model. */
export const createModel: ServiceAction = {
  id: 'sagemaker.createModel',
  label: 'Create model',
  description: 'Register a trained model so that it can be deployed or used in a transform job.',
  resources: { requestResponse: 'arn:aws:states:::sagemaker:createModel' },
  defaultPattern: 'requestResponse',
  fields: [
    need('ModelName', text(0, 63), 'Name of the model, unique in the account and region.'),
    may(
      'PrimaryContainer',
      objectOf(
        may('ContainerHostname', text(0, 63)),
        may('Image', text(0, 255)),
        may(
          'ImageConfig',
          objectOf(need('RepositoryAccessMode', oneOf('Platform', 'Vpc')), may('RepositoryAuthConfig', object)),
        ),
        may('Mode', oneOf('SingleModel', 'MultiModel')),
        may('ModelDataUrl', text(0, 1024)),
        may('ModelDataSource', objectOf(may('S3DataSource', object))),
        may(
          'AdditionalModelDataSources',
          listOf(objectOf(need('ChannelName', text(1, 64)), need('S3DataSource', object))),
        ),
        may('Environment', mapOf(string)),
        may('ModelPackageName', text(1, 176)),
        may('InferenceSpecificationName', text(1, 63)),
        may('MultiModelConfig', objectOf(may('ModelCacheSetting', oneOf('Enabled', 'Disabled')))),
        may('ContainerMetricsConfig', objectOf(may('MetricsEndpoints', list))),
      ),
      'Image and ModelDataUrl.',
    ),
    may(
      'Containers',
      listOf(
        objectOf(
          may('ContainerHostname', text(0, 63)),
          may('Image', text(0, 255)),
          may(
            'ImageConfig',
            objectOf(need('RepositoryAccessMode', oneOf('Platform', 'Vpc')), may('RepositoryAuthConfig', object)),
          ),
          may('Mode', oneOf('SingleModel', 'MultiModel')),
          may('ModelDataUrl', text(0, 1024)),
          may('ModelDataSource', objectOf(may('S3DataSource', object))),
          may(
            'AdditionalModelDataSources',
            listOf(objectOf(need('ChannelName', text(1, 64)), need('S3DataSource', object))),
          ),
          may('Environment', mapOf(string)),
          may('ModelPackageName', text(1, 176)),
          may('InferenceSpecificationName', text(1, 63)),
          may('MultiModelConfig', objectOf(may('ModelCacheSetting', oneOf('Enabled', 'Disabled')))),
          may('ContainerMetricsConfig', objectOf(may('MetricsEndpoints', list))),
        ),
      ),
      'Containers of an inference pipeline.',
    ),
    may('InferenceExecutionConfig', objectOf(need('Mode', oneOf('Serial', 'Direct')))),
    may('ExecutionRoleArn', arn('iam.role'), 'Role that the model container runs with.'),
    may('Tags', listOf(objectOf(need('Key', text(1, 128)), need('Value', text(0, 256)))), 'Tags of what is created.'),
    may(
      'VpcConfig',
      objectOf(need('SecurityGroupIds', listOf(string)), need('Subnets', listOf(string))),
      'Subnets and SecurityGroupIds.',
    ),
    may('EnableNetworkIsolation', boolean, 'No network calls from the container.'),
  ],
  errors: endpointErrors,
  recommendedRetriers: [retryTransient('SageMaker.ResourceLimitExceededException')],
  arguments: {
    ModelName: 'my-model',
    ExecutionRoleArn: 'arn:aws:iam::123456789012:role/service-role',
    PrimaryContainer: {
      Image: '123456789012.dkr.ecr.us-east-1.amazonaws.com/my-image:latest',
      ModelDataUrl: 's3://my-bucket/models/model.tar.gz',
    },
  },
  results: {
    requestResponse: {
      ModelArn: 'arn:aws:sagemaker:us-east-1:123456789012:model/my-model',
      ...answerMetadata,
    },
  },
  access: (call) => [
    grant(['sagemaker:CreateModel'], [call.arn('ModelName', 'sagemaker.model')]),
    grant(['sagemaker:ListTags'], ['*']),
    ...passRole(call, ['ExecutionRoleArn'], 'sagemaker.amazonaws.com'),
  ],
  price: noPrice('Registering a model costs nothing.'),
  helpUrl: 'https://docs.aws.amazon.com/step-functions/latest/dg/connect-sagemaker.html',
};
