import { integer, mapOf, may, need, object, oneOf, string, type ServiceDefinition } from './contract';
import { answerMetadata } from './answerMetadata';
import { assumed, priced } from './pricing';
import { duringSync, grant, managedRule, passRole } from './statements';
import { retryTransient } from './retriers';
import { lasts } from './lasts';

/** Source: AWS developer guide, "Create AWS Elemental MediaConvert jobs with Step Functions". */
export const mediaConvert: ServiceDefinition = {
  id: 'mediaconvert',
  label: 'MediaConvert',
  icon: 'mediaConvert',
  billing: 'serverless',
  billingNote: 'No machines are seen: paid by the minute of video put out.',
  category: 'Data',
  actions: [
    {
      id: 'mediaconvert.createJob',
      label: 'Create job',
      description: 'Convert a video and, with .sync, wait until it is done.',
      resources: {
        requestResponse: 'arn:aws:states:::mediaconvert:createJob',
        sync: 'arn:aws:states:::mediaconvert:createJob.sync',
      },
      defaultPattern: 'sync',
      fields: [
        need('Role', string, 'Role that MediaConvert takes on.'),
        need('Settings', object, 'Inputs, outputs and codecs of the job.'),
        may('Queue', string),
        may('JobTemplate', string),
        may('Priority', integer(-50, 50)),
        may('UserMetadata', mapOf(string)),
        may('ClientRequestToken', string),
        may('AccelerationSettings', object),
        may('BillingTagsSource', oneOf('QUEUE', 'PRESET', 'JOB_TEMPLATE', 'JOB')),
        may('Tags', mapOf(string), 'Tags of what is created.'),
      ],
      errors: [
        'MediaConvert.TooManyRequestsException',
        'MediaConvert.InternalServerErrorException',
        'MediaConvert.BadRequestException',
        'MediaConvert.NotFoundException',
        'States.TaskFailed',
      ],
      recommendedRetriers: [
        retryTransient('MediaConvert.TooManyRequestsException', 'MediaConvert.InternalServerErrorException'),
      ],
      arguments: {
        Role: 'arn:aws:iam::123456789012:role/service-role',
        Settings: { Inputs: [{ FileInput: 's3://my-bucket/in.mp4' }], OutputGroups: [] },
      },
      results: {
        requestResponse: {
          Job: { Id: '1769850000000-8f1c2d', Status: 'SUBMITTED' },
          ...answerMetadata,
        },
        sync: { Job: { Id: '1769850000000-8f1c2d', Status: 'COMPLETE' } },
      },
      access: (call) => [
        grant(['mediaconvert:CreateJob'], ['*']),
        ...passRole(call, ['Role'], 'mediaconvert.amazonaws.com'),
        ...duringSync(call, ['mediaconvert:GetJob', 'mediaconvert:CancelJob'], ['*']),
        ...managedRule(call, 'StepFunctionsGetEventsForMediaConvertJobRule'),
      ],
      durations: { sync: lasts(120, 30, 1200) },
      price: priced([assumed('videoMinutes', 'Video put out', 'min', 10)], (call) => [
        { price: 'mediaconvert.minute', units: call.assume('videoMinutes') },
      ]),
      helpUrl: 'https://docs.aws.amazon.com/step-functions/latest/dg/connect-mediaconvert.html',
    },
  ],
};
