import { arn, integer, json, may, need, object, objectOf, oneOf, text, type ServiceDefinition } from './contract';
import { noPrice } from './pricing';
import { grant, passRole } from './statements';
import { retryTransient } from './retriers';

/** Source: API model of Amazon EventBridge Scheduler; called through the AWS SDK integration. */
export const scheduler: ServiceDefinition = {
  id: 'scheduler',
  label: 'EventBridge Scheduler',
  icon: 'scheduler',
  billing: 'serverless',
  billingNote: 'No machines are seen: paid by invocation.',
  category: 'Messaging and events',
  actions: [
    {
      id: 'scheduler.createSchedule',
      label: 'Create schedule',
      description: 'Create a schedule that calls something later, once or again and again.',
      resources: { requestResponse: 'arn:aws:states:::aws-sdk:scheduler:createSchedule' },
      defaultPattern: 'requestResponse',
      fields: [
        need(
          'FlexibleTimeWindow',
          objectOf(may('MaximumWindowInMinutes', integer(1, 1440)), need('Mode', oneOf('OFF', 'FLEXIBLE'))),
          'Mode OFF, or FLEXIBLE with minutes.',
        ),
        need('Name', text(1, 64), 'Its name.'),
        need('ScheduleExpression', text(1, 256), 'rate(…), cron(…) or at(…).'),
        need(
          'Target',
          objectOf(
            need('Arn', text(1, 1600)),
            may('DeadLetterConfig', object),
            may('EcsParameters', object),
            may('EventBridgeParameters', object),
            may('Input', json),
            may('KinesisParameters', object),
            may('RetryPolicy', object),
            need('RoleArn', arn('iam.role')),
            may('SageMakerPipelineParameters', object),
            may('SqsParameters', object),
          ),
          'What is called, with which role and input.',
        ),
        may('ActionAfterCompletion', oneOf('NONE', 'DELETE')),
        may('ClientToken', text(1, 64)),
        may('Description', text(0, 512)),
        may('EndDate', json),
        may('GroupName', text(1, 64)),
        may('KmsKeyArn', text(1, 2048)),
        may('ScheduleExpressionTimezone', text(1, 50)),
        may('StartDate', json),
        may('State', oneOf('ENABLED', 'DISABLED')),
      ],
      errors: [
        'Scheduler.ServiceQuotaExceededException',
        'Scheduler.ValidationException',
        'Scheduler.InternalServerException',
        'Scheduler.ConflictException',
        'Scheduler.ResourceNotFoundException',
        'Scheduler.ThrottlingException',
      ],
      recommendedRetriers: [retryTransient('Scheduler.InternalServerException', 'Scheduler.ThrottlingException')],
      arguments: {
        Name: 'my-schedule',
        ScheduleExpression: 'rate(1 day)',
        FlexibleTimeWindow: { Mode: 'OFF' },
        Target: {
          Arn: 'arn:aws:lambda:us-east-1:123456789012:function:my-function',
          RoleArn: 'arn:aws:iam::123456789012:role/service-role',
        },
      },
      results: {
        requestResponse: { ScheduleArn: 'arn:aws:scheduler:us-east-1:123456789012:schedule/default/my-schedule' },
      },
      access: (call) => [
        grant(
          ['scheduler:CreateSchedule'],
          [
            call.build('scheduler.schedule', {
              group: call.given('GroupName') ? (call.literal('GroupName') ?? '*') : 'default',
              name: call.literal('Name') ?? '*',
            }),
          ],
        ),
        ...passRole(call, ['Target.RoleArn'], 'scheduler.amazonaws.com'),
      ],
      price: noPrice('Creating a schedule costs nothing; its invocations are paid later.'),
      helpUrl: 'https://docs.aws.amazon.com/scheduler/latest/APIReference/API_CreateSchedule.html',
    },
  ],
};
