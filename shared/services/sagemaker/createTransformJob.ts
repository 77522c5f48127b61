import {
  boolean,
  integer,
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
import { assumed, instanceHours, jobTime, priced } from '../pricing';
import { duringSync, grant, managedRule } from '../statements';
import { retryTransient } from '../retriers';
import { jobErrors } from './common';
import { lasts } from '../lasts';

const jobRun = lasts(600, 300, 3600);

/** SageMaker: create batch transform job. */
export const createTransformJob: ServiceAction = {
  id: 'sagemaker.createTransformJob',
  label: 'Create transform job',
  description: 'Score a whole data set in S3 with a model.',
  resources: {
    requestResponse: 'arn:aws:states:::sagemaker:createTransformJob',
    sync: 'arn:aws:states:::sagemaker:createTransformJob.sync',
  },
  defaultPattern: 'sync',
  fields: [
    need('TransformJobName', text(1, 63), 'Name of the job, unique in the account and region.'),
    need('ModelName', text(0, 63), 'Name of the model to use.'),
    need(
      'TransformInput',
      objectOf(
        need('DataSource', objectOf(need('S3DataSource', object))),
        may('ContentType', text(0, 256)),
        may('CompressionType', oneOf('None', 'Gzip')),
        may('SplitType', oneOf('None', 'Line', 'RecordIO', 'TFRecord')),
      ),
      'DataSource, ContentType, SplitType.',
    ),
    need(
      'TransformOutput',
      objectOf(
        need('S3OutputPath', text(0, 1024)),
        may('Accept', text(0, 256)),
        may('AssembleWith', oneOf('None', 'Line')),
        may('KmsKeyId', text(0, 2048)),
      ),
      'S3OutputPath.',
    ),
    need(
      'TransformResources',
      objectOf(
        need('InstanceType', string),
        need('InstanceCount', integer(1)),
        may('VolumeKmsKeyId', text(0, 2048)),
        may('TransformAmiVersion', text(1, 63)),
      ),
      'InstanceType and InstanceCount.',
    ),
    may('MaxConcurrentTransforms', integer(0)),
    may(
      'ModelClientConfig',
      objectOf(may('InvocationsTimeoutInSeconds', integer(1, 3600)), may('InvocationsMaxRetries', integer(0, 3))),
    ),
    may('MaxPayloadInMB', integer(0)),
    may('BatchStrategy', oneOf('MultiRecord', 'SingleRecord'), 'SingleRecord'),
    may('Environment', mapOf(string), 'Environment variables.'),
    may(
      'DataCaptureConfig',
      objectOf(
        need('DestinationS3Uri', text(0, 1024)),
        may('KmsKeyId', text(0, 2048)),
        may('GenerateInferenceId', boolean),
      ),
    ),
    may(
      'DataProcessing',
      objectOf(
        may('InputFilter', text(0, 63)),
        may('OutputFilter', text(0, 63)),
        may('JoinSource', oneOf('Input', 'None')),
      ),
    ),
    may('Tags', listOf(objectOf(need('Key', text(1, 128)), need('Value', text(0, 256)))), 'Tags of what is created.'),
    may(
      'ExperimentConfig',
      objectOf(
        may('ExperimentName', text(1, 120)),
        may('TrialName', text(1, 120)),
        may('TrialComponentDisplayName', text(1, 120)),
        may('RunName', text(1, 120)),
      ),
    ),
  ],
  errors: jobErrors,
  recommendedRetriers: [retryTransient('SageMaker.ResourceLimitExceededException')],
  arguments: {
    TransformJobName: 'my-transform-job',
    ModelName: 'my-model',
    TransformInput: {
      DataSource: { S3DataSource: { S3DataType: 'S3Prefix', S3Uri: 's3://my-bucket/input/' } },
      ContentType: 'text/csv',
    },
    TransformOutput: { S3OutputPath: 's3://my-bucket/output/' },
    TransformResources: { InstanceCount: 1, InstanceType: 'ml.m5.xlarge' },
  },
  results: {
    requestResponse: {
      TransformJobArn: 'arn:aws:sagemaker:us-east-1:123456789012:transform-job/my-job',
      ...answerMetadata,
    },
    sync: {
      TransformJobName: 'my-job',
      TransformJobArn: 'arn:aws:sagemaker:us-east-1:123456789012:transform-job/my-job',
      TransformJobStatus: 'Completed',
      CreationTime: 1769850000000,
      ModelName: 'my-model',
    },
  },
  access: (call) => [
    grant(
      ['sagemaker:CreateTransformJob'],
      [`${call.arn('TransformJobName', 'sagemaker.transformJob')}*`.replace('**', '*')],
    ),
    grant(['sagemaker:ListTags', 'sagemaker:AddTags'], ['*']),
    ...duringSync(
      call,
      ['sagemaker:DescribeTransformJob', 'sagemaker:StopTransformJob'],
      [`${call.arn('TransformJobName', 'sagemaker.transformJob')}*`.replace('**', '*')],
    ),
    ...managedRule(call, 'StepFunctionsGetEventsForSageMakerTransformJobsRule'),
  ],
  durations: { sync: jobRun },
  price: priced(
    [
      assumed('instances', 'Instances', 'instances', 1, 'Used where the arguments do not say how many.'),
      jobTime(jobRun),
    ],
    (call) => instanceHours(call, 'TransformResources'),
  ),
  helpUrl: 'https://docs.aws.amazon.com/step-functions/latest/dg/connect-sagemaker.html',
};
