import { json, map, may, need, string, text, type ServiceDefinition } from './contract';

/** Source: AWS developer guide, "Publish messages to an Amazon SNS topic with Step Functions". */
export const sns: ServiceDefinition = {
  id: 'sns',
  label: 'SNS',
  icon: 'sns',
  billing: 'serverless',
  actions: [
    {
      id: 'sns.publish',
      label: 'Publish',
      description: 'Send a message to a topic, a phone or an endpoint; with a task token, wait for an answer.',
      resources: {
        requestResponse: 'arn:aws:states:::sns:publish',
        waitForTaskToken: 'arn:aws:states:::sns:publish.waitForTaskToken',
      },
      defaultPattern: 'requestResponse',
      fields: [
        need('Message', json, 'Text, or JSON that Step Functions turns into text.'),
        may('TopicArn', string, 'Topic to publish to. Give one of TopicArn, TargetArn and PhoneNumber.'),
        may('TargetArn', string, 'Endpoint to publish to.'),
        may('PhoneNumber', string, 'Phone number in E.164 form, such as +12065550100.'),
        may('Subject', text(1, 100), 'Subject line for e-mail subscribers.'),
        may('MessageStructure', string, 'Set to json to send another text per protocol.'),
        may('MessageAttributes', map, 'Name to { DataType, StringValue }.'),
        may('MessageGroupId', text(1, 128), 'Group of the message; FIFO topics require it.'),
        may('MessageDeduplicationId', text(1, 128), 'Identity of the message in a FIFO topic.'),
      ],
      exactlyOneOf: [['TopicArn', 'TargetArn', 'PhoneNumber']],
      errors: [
        'SNS.InternalErrorException',
        'SNS.KMSThrottlingException',
        'SNS.NotFoundException',
        'SNS.InvalidParameterException',
        'SNS.AuthorizationErrorException',
        'SNS.EndpointDisabledException',
      ],
      recommendedRetriers: [
        {
          ErrorEquals: ['SNS.InternalErrorException', 'SNS.KMSThrottlingException'],
          IntervalSeconds: 2,
          MaxAttempts: 4,
          BackoffRate: 2,
        },
      ],
      arguments: { TopicArn: 'arn:aws:sns:us-east-1:123456789012:my-topic', Message: 'Hello from Step Functions' },
      helpUrl: 'https://docs.aws.amazon.com/step-functions/latest/dg/connect-sns.html',
    },
  ],
};
