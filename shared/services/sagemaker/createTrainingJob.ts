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

const jobRun = lasts(900, 300, 7200);

/** SageMaker: create training job. */
export const createTrainingJob: ServiceAction = {
  id: 'sagemaker.createTrainingJob',
  label: 'Create training job',
  description: 'Train a model on managed machines and, with .sync, wait until it is trained.',
  resources: {
    requestResponse: 'arn:aws:states:::sagemaker:createTrainingJob',
    sync: 'arn:aws:states:::sagemaker:createTrainingJob.sync',
  },
  defaultPattern: 'sync',
  fields: [
    need('TrainingJobName', text(1, 63), 'Name of the job, unique in the account and region.'),
    need('RoleArn', arn('iam.role'), 'Role that SageMaker assumes for the job.'),
    need(
      'OutputDataConfig',
      objectOf(
        may('KmsKeyId', text(0, 2048)),
        need('S3OutputPath', text(0, 1024)),
        may('CompressionType', oneOf('GZIP', 'NONE')),
      ),
      'S3OutputPath for the model.',
    ),
    may('HyperParameters', mapOf(string), 'Name to value; all values are text.'),
    may(
      'AlgorithmSpecification',
      objectOf(
        may('TrainingImage', text(0, 255)),
        may('AlgorithmName', text(1, 170)),
        need('TrainingInputMode', oneOf('Pipe', 'File', 'FastFile')),
        may('MetricDefinitions', listOf(objectOf(need('Name', text(1, 255)), need('Regex', text(1, 500))))),
        may('EnableSageMakerMetricsTimeSeries', boolean),
        may('ContainerEntrypoint', listOf(string)),
        may('ContainerArguments', listOf(string)),
        may(
          'TrainingImageConfig',
          objectOf(
            need('TrainingRepositoryAccessMode', oneOf('Platform', 'Vpc')),
            may('TrainingRepositoryAuthConfig', object),
          ),
        ),
      ),
      'TrainingImage or AlgorithmName, and TrainingInputMode.',
    ),
    may(
      'InputDataConfig',
      listOf(
        objectOf(
          need('ChannelName', text(1, 64)),
          need(
            'DataSource',
            objectOf(may('S3DataSource', object), may('FileSystemDataSource', object), may('DatasetSource', object)),
          ),
          may('ContentType', text(0, 256)),
          may('CompressionType', oneOf('None', 'Gzip')),
          may('RecordWrapperType', oneOf('None', 'RecordIO')),
          may('InputMode', oneOf('Pipe', 'File', 'FastFile')),
          may('ShuffleConfig', objectOf(need('Seed', integer()))),
        ),
      ),
      'Channels: ChannelName and DataSource.',
    ),
    may(
      'ResourceConfig',
      objectOf(
        may('InstanceType', string),
        may('InstanceCount', integer(0)),
        may('VolumeSizeInGB', integer(0)),
        may('VolumeKmsKeyId', text(0, 2048)),
        may('KeepAlivePeriodInSeconds', integer(0, 21600)),
        may(
          'InstanceGroups',
          listOf(
            objectOf(
              need('InstanceType', string),
              need('InstanceCount', integer(0)),
              need('InstanceGroupName', text(1, 64)),
            ),
          ),
        ),
        may('TrainingPlanArn', text(50, 2048)),
        may(
          'InstancePlacementConfig',
          objectOf(may('EnableMultipleJobs', boolean), may('PlacementSpecifications', list)),
        ),
        may(
          'InstancePreferences',
          listOf(
            objectOf(
              need('InstanceType', string),
              may('InstanceCount', integer(0)),
              may('TrainingPlanArns', listOf(string)),
            ),
          ),
        ),
        may('SelectedInstanceType', string),
        may('SelectedInstanceCount', integer(0)),
      ),
      'InstanceType, InstanceCount, VolumeSizeInGB.',
    ),
    may(
      'VpcConfig',
      objectOf(need('SecurityGroupIds', listOf(string)), need('Subnets', listOf(string))),
      'Subnets and SecurityGroupIds.',
    ),
    may(
      'StoppingCondition',
      objectOf(
        may('MaxRuntimeInSeconds', integer(1)),
        may('MaxWaitTimeInSeconds', integer(1)),
        may('MaxPendingTimeInSeconds', integer(1800, 2419200)),
      ),
      'MaxRuntimeInSeconds.',
    ),
    may('Tags', listOf(objectOf(need('Key', text(1, 128)), need('Value', text(0, 256)))), 'Tags of what is created.'),
    may('EnableNetworkIsolation', boolean),
    may('EnableInterContainerTrafficEncryption', boolean),
    may('EnableManagedSpotTraining', boolean, 'Use spare capacity at a lower price.'),
    may('CheckpointConfig', objectOf(need('S3Uri', text(0, 1024)), may('LocalPath', text(0, 4096)))),
    may(
      'DebugHookConfig',
      objectOf(
        may('LocalPath', text(0, 4096)),
        need('S3OutputPath', text(0, 1024)),
        may('HookParameters', mapOf(string)),
        may(
          'CollectionConfigurations',
          listOf(objectOf(may('CollectionName', text(1, 256)), may('CollectionParameters', mapOf(string)))),
        ),
      ),
    ),
    may(
      'DebugRuleConfigurations',
      listOf(
        objectOf(
          need('RuleConfigurationName', text(1, 256)),
          may('LocalPath', text(0, 4096)),
          may('S3OutputPath', text(0, 1024)),
          need('RuleEvaluatorImage', text(0, 255)),
          may('InstanceType', string),
          may('VolumeSizeInGB', integer(0)),
          may('RuleParameters', mapOf(string)),
        ),
      ),
    ),
    may('TensorBoardOutputConfig', objectOf(may('LocalPath', text(0, 4096)), need('S3OutputPath', text(0, 1024)))),
    may(
      'ExperimentConfig',
      objectOf(
        may('ExperimentName', text(1, 120)),
        may('TrialName', text(1, 120)),
        may('TrialComponentDisplayName', text(1, 120)),
        may('RunName', text(1, 120)),
      ),
    ),
    may(
      'ProfilerConfig',
      objectOf(
        may('S3OutputPath', text(0, 1024)),
        may('ProfilingIntervalInMilliseconds', integer()),
        may('ProfilingParameters', mapOf(string)),
        may('DisableProfiler', boolean),
      ),
    ),
    may(
      'ProfilerRuleConfigurations',
      listOf(
        objectOf(
          need('RuleConfigurationName', text(1, 256)),
          may('LocalPath', text(0, 4096)),
          may('S3OutputPath', text(0, 1024)),
          need('RuleEvaluatorImage', text(0, 255)),
          may('InstanceType', string),
          may('VolumeSizeInGB', integer(0)),
          may('RuleParameters', mapOf(string)),
        ),
      ),
    ),
    may('Environment', mapOf(string)),
    may(
      'RetryStrategy',
      objectOf(need('MaximumRetryAttempts', integer(1, 30))),
      'How often Batch itself tries the job again.',
    ),
    may('RemoteDebugConfig', objectOf(may('EnableRemoteDebug', boolean))),
    may('InfraCheckConfig', objectOf(may('EnableInfraCheck', boolean))),
    may('SessionChainingConfig', objectOf(may('EnableSessionTagChaining', boolean))),
    may(
      'ServerlessJobConfig',
      objectOf(
        need('BaseModelArn', text(1, 2048)),
        may('AcceptEula', boolean),
        need('JobType', oneOf('FineTuning', 'Evaluation')),
        may('CustomizationTechnique', oneOf('SFT', 'DPO', 'RLVR', 'RLAIF')),
        may('Peft', oneOf('LORA')),
        may('EvaluationType', oneOf('LLMAJEvaluation', 'CustomScorerEvaluation', 'BenchmarkEvaluation')),
        may('EvaluatorArn', string),
        may('SequenceLength', text(1, 50)),
      ),
    ),
    may(
      'MlflowConfig',
      objectOf(
        need('MlflowResourceArn', text(0, 2048)),
        may('MlflowExperimentName', text(1, 256)),
        may('MlflowRunName', text(1, 256)),
      ),
    ),
    may(
      'ModelPackageConfig',
      objectOf(need('ModelPackageGroupArn', text(1, 2048)), may('SourceModelPackageArn', text(1, 2048))),
    ),
  ],
  errors: jobErrors,
  recommendedRetriers: [retryTransient('SageMaker.ResourceLimitExceededException')],
  arguments: {
    TrainingJobName: 'my-training-job',
    RoleArn: 'arn:aws:iam::123456789012:role/service-role',
    AlgorithmSpecification: {
      TrainingImage: '123456789012.dkr.ecr.us-east-1.amazonaws.com/my-image:latest',
      TrainingInputMode: 'File',
    },
    OutputDataConfig: { S3OutputPath: 's3://my-bucket/models/' },
    ResourceConfig: { InstanceCount: 1, InstanceType: 'ml.m5.xlarge', VolumeSizeInGB: 30 },
    StoppingCondition: { MaxRuntimeInSeconds: 3600 },
  },
  results: {
    requestResponse: {
      TrainingJobArn: 'arn:aws:sagemaker:us-east-1:123456789012:training-job/my-job',
      ...answerMetadata,
    },
    sync: {
      TrainingJobName: 'my-job',
      TrainingJobArn: 'arn:aws:sagemaker:us-east-1:123456789012:training-job/my-job',
      TrainingJobStatus: 'Completed',
      CreationTime: 1769850000000,
      LastModifiedTime: 1769850600000,
      SecondaryStatus: 'Completed',
      ModelArtifacts: { S3ModelArtifacts: 's3://my-bucket/models/my-job/output/model.tar.gz' },
      FinalMetricDataList: [],
      TrainingTimeInSeconds: 600,
      BillableTimeInSeconds: 600,
    },
  },
  access: (call) => [
    grant(
      ['sagemaker:CreateTrainingJob'],
      [`${call.arn('TrainingJobName', 'sagemaker.trainingJob')}*`.replace('**', '*')],
    ),
    grant(['sagemaker:ListTags', 'sagemaker:AddTags'], ['*']),
    ...passRole(call, ['RoleArn'], 'sagemaker.amazonaws.com'),
    ...duringSync(
      call,
      ['sagemaker:DescribeTrainingJob', 'sagemaker:StopTrainingJob'],
      [`${call.arn('TrainingJobName', 'sagemaker.trainingJob')}*`.replace('**', '*')],
    ),
    ...managedRule(call, 'StepFunctionsGetEventsForSageMakerTrainingJobsRule'),
  ],
  durations: { sync: jobRun },
  price: priced(
    [
      assumed('instances', 'Instances', 'instances', 1, 'Used where the arguments do not say how many.'),
      jobTime(jobRun),
    ],
    (call) => instanceHours(call, 'ResourceConfig'),
  ),
  helpUrl: 'https://docs.aws.amazon.com/step-functions/latest/dg/connect-sagemaker.html',
};
