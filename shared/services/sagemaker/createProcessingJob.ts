import {
  arn,
  boolean,
  integer,
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
import { assumed, instanceHours, jobTime, priced } from '../pricing';
import { duringSync, grant, managedRule, passRole } from '../statements';
import { retryTransient } from '../retriers';
import { jobErrors } from './common';
import { lasts } from '../lasts';

const jobRun = lasts(480, 240, 3600);

/** SageMaker: create processing job. */
export const createProcessingJob: ServiceAction = {
  id: 'sagemaker.createProcessingJob',
  label: 'Create processing job',
  description: 'Prepare data or evaluate a model in a container on managed machines.',
  resources: {
    requestResponse: 'arn:aws:states:::sagemaker:createProcessingJob',
    sync: 'arn:aws:states:::sagemaker:createProcessingJob.sync',
  },
  defaultPattern: 'sync',
  fields: [
    need('ProcessingJobName', text(1, 63), 'Name of the job, unique in the account and region.'),
    need(
      'ProcessingResources',
      objectOf(
        need(
          'ClusterConfig',
          objectOf(
            may('InstanceCount', integer(1, 100)),
            may('InstanceType', string),
            need('VolumeSizeInGB', integer(1, 16384)),
            may('VolumeKmsKeyId', text(0, 2048)),
            may('InstancePreferences', list),
            may('SelectedInstanceType', string),
            may('SelectedInstanceCount', integer(1, 100)),
          ),
        ),
      ),
      'ClusterConfig with InstanceType, InstanceCount, VolumeSizeInGB.',
    ),
    need(
      'AppSpecification',
      objectOf(
        need('ImageUri', text(0, 255)),
        may('ContainerEntrypoint', listOf(string)),
        may('ContainerArguments', listOf(string)),
      ),
      'ImageUri, ContainerEntrypoint, ContainerArguments.',
    ),
    need('RoleArn', arn('iam.role'), 'Role that SageMaker assumes for the job.'),
    may(
      'ProcessingInputs',
      listOf(
        objectOf(
          need('InputName', string),
          may('AppManaged', boolean),
          may(
            'S3Input',
            objectOf(
              need('S3Uri', text(0, 1024)),
              may('LocalPath', text(0, 256)),
              need('S3DataType', oneOf('ManifestFile', 'S3Prefix')),
              may('S3InputMode', oneOf('Pipe', 'File')),
              may('S3DataDistributionType', oneOf('FullyReplicated', 'ShardedByS3Key')),
              may('S3CompressionType', oneOf('None', 'Gzip')),
            ),
          ),
          may(
            'DatasetDefinition',
            objectOf(
              may('AthenaDatasetDefinition', object),
              may('RedshiftDatasetDefinition', object),
              may('LocalPath', text(0, 256)),
              may('DataDistributionType', oneOf('FullyReplicated', 'ShardedByS3Key')),
              may('InputMode', oneOf('Pipe', 'File')),
            ),
          ),
        ),
      ),
      'What is copied from S3 into the container.',
    ),
    may(
      'ProcessingOutputConfig',
      objectOf(
        need(
          'Outputs',
          listOf(
            objectOf(
              need('OutputName', string),
              may('S3Output', object),
              may('FeatureStoreOutput', object),
              may('AppManaged', boolean),
            ),
          ),
        ),
        may('KmsKeyId', text(0, 2048)),
      ),
      'What is copied from the container to S3.',
    ),
    may('StoppingCondition', objectOf(need('MaxRuntimeInSeconds', integer(1, 777600))), 'MaxRuntimeInSeconds.'),
    may('Environment', mapOf(string), 'Environment variables.'),
    may(
      'NetworkConfig',
      objectOf(
        may('EnableInterContainerTrafficEncryption', boolean),
        may('EnableNetworkIsolation', boolean),
        may('VpcConfig', objectOf(need('SecurityGroupIds', listOf(string)), need('Subnets', listOf(string)))),
      ),
      'VPC and network isolation.',
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
    ProcessingJobName: 'my-processing-job',
    RoleArn: 'arn:aws:iam::123456789012:role/service-role',
    AppSpecification: { ImageUri: '123456789012.dkr.ecr.us-east-1.amazonaws.com/my-image:latest' },
    ProcessingResources: { ClusterConfig: { InstanceCount: 1, InstanceType: 'ml.m5.xlarge', VolumeSizeInGB: 30 } },
  },
  results: {
    requestResponse: {
      ProcessingJobArn: 'arn:aws:sagemaker:us-east-1:123456789012:processing-job/my-job',
      ...answerMetadata,
    },
    sync: {
      ProcessingJobName: 'my-job',
      ProcessingJobArn: 'arn:aws:sagemaker:us-east-1:123456789012:processing-job/my-job',
      ProcessingJobStatus: 'Completed',
      CreationTime: 1769850000000,
      LastModifiedTime: 1769850600000,
      ProcessingStartTime: 1769850030000,
      ProcessingEndTime: 1769850600000,
      ExitMessage: '',
    },
  },
  access: (call) => [
    grant(
      ['sagemaker:CreateProcessingJob'],
      [`${call.arn('ProcessingJobName', 'sagemaker.processingJob')}*`.replace('**', '*')],
    ),
    grant(['sagemaker:ListTags', 'sagemaker:AddTags'], ['*']),
    ...passRole(call, ['RoleArn'], 'sagemaker.amazonaws.com'),
    ...duringSync(
      call,
      ['sagemaker:DescribeProcessingJob', 'sagemaker:StopProcessingJob'],
      [`${call.arn('ProcessingJobName', 'sagemaker.processingJob')}*`.replace('**', '*')],
    ),
    ...managedRule(call, 'StepFunctionsGetEventsForSageMakerProcessingJobsRule'),
  ],
  durations: { sync: jobRun },
  price: priced(
    [
      assumed('instances', 'Instances', 'instances', 1, 'Used where the arguments do not say how many.'),
      jobTime(jobRun),
    ],
    (call) => instanceHours(call, 'ProcessingResources.ClusterConfig'),
  ),
  helpUrl: 'https://docs.aws.amazon.com/step-functions/latest/dg/connect-sagemaker.html',
};
