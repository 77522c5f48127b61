import { arn, integer, listOf, may, need, objectOf, string, text, type ServiceAction } from '../contract';
import { answerMetadata } from '../answerMetadata';
import { noPrice } from '../pricing';
import { duringSync, grant, managedRule, passRole } from '../statements';
import { retryTransient } from '../retriers';
import { lasts } from '../lasts';

/** SageMaker: create labeling job. */
export const createLabelingJob: ServiceAction = {
  id: 'sagemaker.createLabelingJob',
  label: 'Create labeling job',
  description: 'Have people or a model label a data set.',
  resources: {
    requestResponse: 'arn:aws:states:::sagemaker:createLabelingJob',
    sync: 'arn:aws:states:::sagemaker:createLabelingJob.sync',
  },
  defaultPattern: 'sync',
  fields: [
    need('LabelingJobName', text(1, 63), 'Name of the labeling job.'),
    need('LabelAttributeName', text(1, 127)),
    need(
      'InputConfig',
      objectOf(
        need(
          'DataSource',
          objectOf(
            may('S3DataSource', objectOf(need('ManifestS3Uri', text(0, 1024)))),
            may('SnsDataSource', objectOf(need('SnsTopicArn', text(0, 2048)))),
          ),
        ),
        may('DataAttributes', objectOf(may('ContentClassifiers', listOf(string)))),
      ),
    ),
    need(
      'OutputConfig',
      objectOf(need('S3OutputPath', text(0, 1024)), may('KmsKeyId', text(0, 2048)), may('SnsTopicArn', text(0, 2048))),
    ),
    need('RoleArn', arn('iam.role'), 'Role that the service takes on to do the work.'),
    need(
      'HumanTaskConfig',
      objectOf(
        need('WorkteamArn', text(0, 256)),
        need('UiConfig', objectOf(may('UiTemplateS3Uri', text(0, 1024)), may('HumanTaskUiArn', text(0, 1024)))),
        need('TaskTitle', text(1, 128)),
        need('TaskDescription', text(1, 255)),
        need('NumberOfHumanWorkersPerDataObject', integer(1, 9)),
        need('TaskTimeLimitInSeconds', integer(30)),
        may('PreHumanTaskLambdaArn', text(0, 2048)),
        may('TaskKeywords', listOf(string)),
        may('TaskAvailabilityLifetimeInSeconds', integer(60)),
        may('MaxConcurrentTaskCount', integer(1, 5000)),
        may('AnnotationConsolidationConfig', objectOf(need('AnnotationConsolidationLambdaArn', text(0, 2048)))),
        may(
          'PublicWorkforceTaskPrice',
          objectOf(
            may(
              'AmountInUsd',
              objectOf(
                may('Dollars', integer(0, 2)),
                may('Cents', integer(0, 99)),
                may('TenthFractionsOfACent', integer(0, 9)),
              ),
            ),
          ),
        ),
      ),
    ),
    may('LabelCategoryConfigS3Uri', text(0, 1024)),
    may(
      'StoppingConditions',
      objectOf(
        may('MaxHumanLabeledObjectCount', integer(1)),
        may('MaxPercentageOfInputDatasetLabeled', integer(1, 100)),
      ),
    ),
    may(
      'LabelingJobAlgorithmsConfig',
      objectOf(
        need('LabelingJobAlgorithmSpecificationArn', text(0, 2048)),
        may('InitialActiveLearningModelArn', text(20, 2048)),
        may(
          'LabelingJobResourceConfig',
          objectOf(
            may('VolumeKmsKeyId', text(0, 2048)),
            may('VpcConfig', objectOf(need('SecurityGroupIds', listOf(string)), need('Subnets', listOf(string)))),
          ),
        ),
      ),
    ),
    may('Tags', listOf(objectOf(need('Key', text(1, 128)), need('Value', text(0, 256)))), 'Tags of what is created.'),
  ],
  errors: ['SageMaker.ResourceLimitExceededException', 'SageMaker.ResourceInUseException', 'States.TaskFailed'],
  recommendedRetriers: [retryTransient('SageMaker.ResourceLimitExceededException')],
  arguments: {
    LabelingJobName: 'my-labeling-job',
    LabelAttributeName: 'label',
    InputConfig: { DataSource: { S3DataSource: { ManifestS3Uri: 's3://my-bucket/manifest.json' } } },
    OutputConfig: { S3OutputPath: 's3://my-bucket/labels/' },
    RoleArn: 'arn:aws:iam::123456789012:role/service-role',
    HumanTaskConfig: {
      WorkteamArn: 'arn:aws:sagemaker:us-east-1:123456789012:workteam/private-crowd/my-team',
      UiConfig: { UiTemplateS3Uri: 's3://my-bucket/template.html' },
      TaskTitle: 'Label',
      TaskDescription: 'Choose a label',
      NumberOfHumanWorkersPerDataObject: 1,
      TaskTimeLimitInSeconds: 600,
    },
  },
  results: {
    requestResponse: {
      LabelingJobArn: 'arn:aws:sagemaker:us-east-1:123456789012:labeling-job/my-job',
      ...answerMetadata,
    },
    sync: {
      LabelingJobName: 'my-job',
      LabelingJobArn: 'arn:aws:sagemaker:us-east-1:123456789012:labeling-job/my-job',
      LabelingJobStatus: 'Completed',
      CreationTime: 1769850000000,
      LastModifiedTime: 1769850600000,
      LabelCounters: { TotalLabeled: 10 },
    },
  },
  access: (call) => [
    grant(
      ['sagemaker:CreateLabelingJob'],
      [`${call.arn('LabelingJobName', 'sagemaker.labelingJob')}*`.replace('**', '*')],
    ),
    ...passRole(call, ['RoleArn'], 'sagemaker.amazonaws.com'),
    ...duringSync(
      call,
      ['sagemaker:DescribeLabelingJob', 'sagemaker:StopLabelingJob'],
      [`${call.arn('LabelingJobName', 'sagemaker.labelingJob')}*`.replace('**', '*')],
    ),
    ...managedRule(call, 'StepFunctionsGetEventsForSageMakerLabelingJobsRule'),
  ],
  durations: { sync: lasts(14_400, 3600, 86_400) },
  price: noPrice('Labeling is paid by object and by worker, which the definition does not say.'),
  helpUrl: 'https://docs.aws.amazon.com/step-functions/latest/dg/connect-sagemaker.html',
};
