import { arn, list, may, need, object, text, type ServiceAction } from '../contract';
import { noPrice } from '../pricing';
import { grant, passRole } from '../statements';
import { retryTransient } from '../retriers';

/** SageMaker: create autopilot job. */
export const createAutoMLJob: ServiceAction = {
  id: 'sagemaker.createAutoMLJobV2',
  label: 'Create Autopilot job',
  description: 'Let Autopilot find a model for a data set.',
  resources: { requestResponse: 'arn:aws:states:::aws-sdk:sagemaker:createAutoMLJobV2' },
  defaultPattern: 'requestResponse',
  fields: [
    need('AutoMLJobName', text(1, 32)),
    need('AutoMLJobInputDataConfig', list),
    need('OutputDataConfig', object, 'Where in S3 the output goes.'),
    need('AutoMLProblemTypeConfig', object),
    need('RoleArn', arn('iam.role'), 'Role that the service takes on to do the work.'),
    may('Tags', list, 'Tags of what is created.'),
    may('SecurityConfig', object),
    may('AutoMLJobObjective', object),
    may('ModelDeployConfig', object),
    may('DataSplitConfig', object),
  ],
  errors: ['SageMaker.ResourceInUseException', 'SageMaker.ResourceLimitExceededException'],
  recommendedRetriers: [retryTransient('SageMaker.ResourceLimitExceededException')],
  arguments: {
    AutoMLJobName: 'my-automl-job',
    AutoMLJobInputDataConfig: [
      { DataSource: { S3DataSource: { S3DataType: 'S3Prefix', S3Uri: 's3://my-bucket/input/' } } },
    ],
    OutputDataConfig: { S3OutputPath: 's3://my-bucket/output/' },
    AutoMLProblemTypeConfig: {},
    RoleArn: 'arn:aws:iam::123456789012:role/service-role',
  },
  results: { requestResponse: { AutoMLJobArn: 'arn:aws:sagemaker:us-east-1:123456789012:automl-job/my-automl-job' } },
  access: (call) => [
    grant(['sagemaker:CreateAutoMLJobV2'], [call.arn('AutoMLJobName', 'sagemaker.autoMLJob')]),
    ...passRole(call, ['RoleArn'], 'sagemaker.amazonaws.com'),
  ],
  price: noPrice('The price is that of the candidates that Autopilot trains, which nobody can know before.'),
  polling: {
    describe: 'arn:aws:states:::aws-sdk:sagemaker:describeAutoMLJobV2',
    label: 'Autopilot job',
    argumentsFrom: { AutoMLJobName: { argument: 'AutoMLJobName' } },
    status: 'AutoMLJobStatus',
    succeeded: ['Completed'],
    failed: ['Failed', 'Stopped'],
    intervalSeconds: 120,
  },
  helpUrl: 'https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_CreateAutoMLJobV2.html',
};
