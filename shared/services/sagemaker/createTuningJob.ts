import {
  arn,
  boolean,
  integer,
  list,
  listOf,
  mapOf,
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
import { assumed, instanceHours, jobTime, priced } from '../pricing';
import { duringSync, grant, managedRule, passRole } from '../statements';
import { retryTransient } from '../retriers';
import { jobErrors } from './common';
import { lasts } from '../lasts';

const jobRun = lasts(3600, 1200, 14_400);

/** A training job of the search. */
const trainingJob = objectOf(
  may('DefinitionName', text(1, 64)),
  may('TuningObjective', objectOf(need('Type', oneOf('Maximize', 'Minimize')), need('MetricName', text(1, 255)))),
  may(
    'HyperParameterRanges',
    objectOf(
      may('IntegerParameterRanges', list),
      may('ContinuousParameterRanges', list),
      may('CategoricalParameterRanges', list),
      may('AutoParameters', list),
    ),
  ),
  may('StaticHyperParameters', mapOf(string)),
  need(
    'AlgorithmSpecification',
    objectOf(
      may('TrainingImage', text(0, 255)),
      need('TrainingInputMode', oneOf('Pipe', 'File', 'FastFile')),
      may('AlgorithmName', text(1, 170)),
      may('MetricDefinitions', list),
    ),
  ),
  need('RoleArn', arn('iam.role')),
  may(
    'InputDataConfig',
    listOf(
      objectOf(
        need('ChannelName', text(1, 64)),
        need('DataSource', object),
        may('ContentType', text(0, 256)),
        may('CompressionType', oneOf('None', 'Gzip')),
        may('RecordWrapperType', oneOf('None', 'RecordIO')),
        may('InputMode', oneOf('Pipe', 'File', 'FastFile')),
        may('ShuffleConfig', object),
      ),
    ),
  ),
  may('VpcConfig', objectOf(need('SecurityGroupIds', listOf(string)), need('Subnets', listOf(string)))),
  need(
    'OutputDataConfig',
    objectOf(
      may('KmsKeyId', text(0, 2048)),
      need('S3OutputPath', text(0, 1024)),
      may('CompressionType', oneOf('GZIP', 'NONE')),
    ),
  ),
  may(
    'ResourceConfig',
    objectOf(
      may('InstanceType', string),
      may('InstanceCount', integer(0)),
      may('VolumeSizeInGB', integer(0)),
      may('VolumeKmsKeyId', text(0, 2048)),
      may('KeepAlivePeriodInSeconds', integer(0, 21600)),
      may('InstanceGroups', list),
      may('TrainingPlanArn', text(50, 2048)),
      may('InstancePlacementConfig', object),
      may('InstancePreferences', list),
      may('SelectedInstanceType', string),
      may('SelectedInstanceCount', integer(0)),
    ),
  ),
  may(
    'HyperParameterTuningResourceConfig',
    objectOf(
      may('InstanceType', string),
      may('InstanceCount', integer(0)),
      may('VolumeSizeInGB', integer(0)),
      may('VolumeKmsKeyId', text(0, 2048)),
      may('AllocationStrategy', oneOf('Prioritized')),
      may('InstanceConfigs', list),
    ),
  ),
  need(
    'StoppingCondition',
    objectOf(
      may('MaxRuntimeInSeconds', integer(1)),
      may('MaxWaitTimeInSeconds', integer(1)),
      may('MaxPendingTimeInSeconds', integer(1800, 2419200)),
    ),
  ),
  may('EnableNetworkIsolation', boolean),
  may('EnableInterContainerTrafficEncryption', boolean),
  may('EnableManagedSpotTraining', boolean),
  may('CheckpointConfig', objectOf(need('S3Uri', text(0, 1024)), may('LocalPath', text(0, 4096)))),
  may('RetryStrategy', objectOf(need('MaximumRetryAttempts', integer(1, 30)))),
  may('Environment', mapOf(string)),
);

/** SageMaker: create hyperparameter tuning job. */
export const createTuningJob: ServiceAction = {
  id: 'sagemaker.createHyperParameterTuningJob',
  label: 'Create tuning job',
  description: 'Search for the best hyperparameters by training many models.',
  resources: {
    requestResponse: 'arn:aws:states:::sagemaker:createHyperParameterTuningJob',
    sync: 'arn:aws:states:::sagemaker:createHyperParameterTuningJob.sync',
  },
  defaultPattern: 'sync',
  fields: [
    need('HyperParameterTuningJobName', text(1, 32), 'Name of the job, unique in the account and region.'),
    need(
      'HyperParameterTuningJobConfig',
      objectOf(
        need('Strategy', oneOf('Bayesian', 'Random', 'Hyperband', 'Grid')),
        may('StrategyConfig', objectOf(may('HyperbandStrategyConfig', object))),
        may(
          'HyperParameterTuningJobObjective',
          objectOf(need('Type', oneOf('Maximize', 'Minimize')), need('MetricName', text(1, 255))),
        ),
        need(
          'ResourceLimits',
          objectOf(
            may('MaxNumberOfTrainingJobs', integer(1)),
            need('MaxParallelTrainingJobs', integer(1)),
            may('MaxRuntimeInSeconds', integer(120, 15768000)),
          ),
        ),
        may(
          'ParameterRanges',
          objectOf(
            may('IntegerParameterRanges', list),
            may('ContinuousParameterRanges', list),
            may('CategoricalParameterRanges', list),
            may('AutoParameters', list),
          ),
        ),
        may('TrainingJobEarlyStoppingType', oneOf('Off', 'Auto')),
        may(
          'TuningJobCompletionCriteria',
          objectOf(
            may('TargetObjectiveMetricValue', number),
            may('BestObjectiveNotImproving', object),
            may('ConvergenceDetected', object),
          ),
        ),
        may('RandomSeed', integer(0)),
      ),
      'Strategy, ResourceLimits, ParameterRanges.',
    ),
    may('TrainingJobDefinition', trainingJob, 'What each training job runs.'),
    may('TrainingJobDefinitions', listOf(trainingJob)),
    may(
      'WarmStartConfig',
      objectOf(
        need('ParentHyperParameterTuningJobs', listOf(objectOf(may('HyperParameterTuningJobName', text(1, 32))))),
        need('WarmStartType', oneOf('IdenticalDataAndAlgorithm', 'TransferLearning')),
      ),
      'Earlier tuning jobs to learn from.',
    ),
    may('Tags', listOf(objectOf(need('Key', text(1, 128)), need('Value', text(0, 256)))), 'Tags of what is created.'),
    may('Autotune', objectOf(need('Mode', oneOf('Enabled')))),
  ],
  errors: jobErrors,
  recommendedRetriers: [retryTransient('SageMaker.ResourceLimitExceededException')],
  arguments: {
    HyperParameterTuningJobName: 'my-tuning-job',
    HyperParameterTuningJobConfig: {
      Strategy: 'Bayesian',
      ResourceLimits: { MaxNumberOfTrainingJobs: 10, MaxParallelTrainingJobs: 2 },
    },
  },
  results: {
    requestResponse: {
      HyperParameterTuningJobArn: 'arn:aws:sagemaker:us-east-1:123456789012:hyper-parameter-tuning-job/my-job',
      ...answerMetadata,
    },
    sync: {
      HyperParameterTuningJobName: 'my-job',
      HyperParameterTuningJobArn: 'arn:aws:sagemaker:us-east-1:123456789012:hyper-parameter-tuning-job/my-job',
      HyperParameterTuningJobStatus: 'Completed',
      CreationTime: 1769850000000,
      LastModifiedTime: 1769850600000,
      BestTrainingJob: { TrainingJobName: 'best' },
      TrainingJobStatusCounters: { Completed: 10 },
    },
  },
  access: (call) => [
    grant(
      ['sagemaker:CreateHyperParameterTuningJob'],
      [`${call.arn('HyperParameterTuningJobName', 'sagemaker.tuningJob')}*`.replace('**', '*')],
    ),
    grant(['sagemaker:ListTags', 'sagemaker:AddTags'], ['*']),
    ...passRole(call, ['TrainingJobDefinition.RoleArn', 'TrainingJobDefinitions.0.RoleArn'], 'sagemaker.amazonaws.com'),
    ...duringSync(
      call,
      ['sagemaker:DescribeHyperParameterTuningJob', 'sagemaker:StopHyperParameterTuningJob'],
      [`${call.arn('HyperParameterTuningJobName', 'sagemaker.tuningJob')}*`.replace('**', '*')],
    ),
    ...managedRule(call, 'StepFunctionsGetEventsForSageMakerTuningJobsRule'),
  ],
  durations: { sync: jobRun },
  price: priced(
    [
      assumed('instances', 'Instances', 'instances', 1, 'Used where the arguments do not say how many.'),
      jobTime(jobRun),
    ],
    (call) => instanceHours(call, 'TrainingJobDefinition.ResourceConfig'),
  ),
  helpUrl: 'https://docs.aws.amazon.com/step-functions/latest/dg/connect-sagemaker.html',
};
