import {
  arn,
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
import { duringSync, grant, passRole } from '../statements';
import { retryTransient } from '../retriers';
import { lasts } from '../lasts';

/** Bedrock: create model customization job. */
export const createCustomizationJob: ServiceAction = {
  id: 'bedrock.createModelCustomizationJob',
  label: 'Create model customization job',
  description: 'Fine-tune a foundation model and, with .sync, wait until it ends.',
  resources: {
    requestResponse: 'arn:aws:states:::bedrock:createModelCustomizationJob',
    sync: 'arn:aws:states:::bedrock:createModelCustomizationJob.sync',
  },
  defaultPattern: 'sync',
  fields: [
    need('JobName', text(1, 63), 'Name of the job.'),
    need('CustomModelName', text(1, 63), 'Name of the new model.'),
    need('RoleArn', arn('iam.role'), 'Role that the service takes on to do the work.'),
    need('BaseModelIdentifier', text(1, 2048), 'Model to start from.'),
    need(
      'TrainingDataConfig',
      objectOf(may('S3Uri', text(1, 1024)), may('InvocationLogsConfig', object)),
      'S3Uri of the training data.',
    ),
    need('OutputDataConfig', objectOf(need('S3Uri', text(1, 1024))), 'Where in S3 the output goes.'),
    may('ClientRequestToken', text(1, 256)),
    may(
      'CustomizationType',
      oneOf('FINE_TUNING', 'CONTINUED_PRE_TRAINING', 'DISTILLATION', 'REINFORCEMENT_FINE_TUNING', 'IMPORTED'),
    ),
    may('CustomModelKmsKeyId', text(1, 2048)),
    may('JobTags', listOf(objectOf(need('Key', text(1, 128)), need('Value', text(0, 256))))),
    may('CustomModelTags', listOf(objectOf(need('Key', text(1, 128)), need('Value', text(0, 256))))),
    may('ValidationDataConfig', objectOf(need('Validators', list))),
    may('HyperParameters', mapOf(string), 'Settings of the training.'),
    may('VpcConfig', objectOf(need('SubnetIds', listOf(string)), need('SecurityGroupIds', listOf(string)))),
    may('CustomizationConfig', objectOf(may('DistillationConfig', object), may('RftConfig', object))),
  ],
  errors: [
    'Bedrock.ResourceNotFoundException',
    'Bedrock.AccessDeniedException',
    'Bedrock.ValidationException',
    'Bedrock.ConflictException',
    'Bedrock.InternalServerException',
    'Bedrock.TooManyTagsException',
    'Bedrock.ServiceQuotaExceededException',
    'Bedrock.ThrottlingException',
    'States.TaskFailed',
  ],
  recommendedRetriers: [
    retryTransient('Bedrock.InternalServerException', 'Bedrock.TooManyTagsException', 'Bedrock.ThrottlingException'),
  ],
  arguments: {
    JobName: 'my-customization',
    CustomModelName: 'my-model',
    RoleArn: 'arn:aws:iam::123456789012:role/service-role',
    BaseModelIdentifier: 'amazon.titan-text-express-v1',
    TrainingDataConfig: { S3Uri: 's3://my-bucket/train.jsonl' },
    OutputDataConfig: { S3Uri: 's3://my-bucket/output/' },
  },
  results: {
    requestResponse: {
      JobArn: 'arn:aws:bedrock:us-east-1:123456789012:model-customization-job/my-job',
      ...answerMetadata,
    },
    sync: {
      JobArn: 'arn:aws:bedrock:us-east-1:123456789012:model-customization-job/my-job',
      JobName: 'my-customization',
      Status: 'Completed',
      OutputModelArn: 'arn:aws:bedrock:us-east-1:123456789012:custom-model/my-model',
      CreationTime: '2026-01-31T09:00:00Z',
      EndTime: '2026-01-31T09:00:00Z',
    },
  },
  access: (call) => [
    grant(
      ['bedrock:CreateModelCustomizationJob'],
      [
        call.arn('BaseModelIdentifier', 'bedrock.foundationModel'),
        call.build('bedrock.customModel', { path: '*' }),
        call.build('bedrock.customizationJob', { path: '*' }),
      ],
    ),
    ...(call.given('JobTags') || call.given('CustomModelTags')
      ? [
          grant(
            ['bedrock:TagResource'],
            [call.build('bedrock.customModel', { path: '*' }), call.build('bedrock.customizationJob', { path: '*' })],
          ),
        ]
      : []),
    ...passRole(call, ['RoleArn'], 'bedrock.amazonaws.com'),
    ...duringSync(
      call,
      ['bedrock:GetModelCustomizationJob', 'bedrock:StopModelCustomizationJob'],
      [call.build('bedrock.customizationJob', { path: '*' })],
    ),
  ],
  durations: { sync: lasts(7200, 3600, 28_800) },
  price: noPrice('Customization is paid by tokens trained, which the definition does not say.'),
  helpUrl: 'https://docs.aws.amazon.com/step-functions/latest/dg/connect-bedrock.html',
};
