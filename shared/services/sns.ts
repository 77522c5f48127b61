import { arn, json, mapOf, may, need, objectOf, string, type ServiceDefinition } from './contract';
import { answerMetadata } from './answerMetadata';
import { chunks, priced, textIn } from './pricing';
import { grant } from './statements';
import { lasts } from './lasts';

/** Source: AWS developer guide, "Publish messages to an Amazon SNS topic with Step Functions". */
export const sns: ServiceDefinition = {
  id: 'sns',
  label: 'SNS',
  icon: 'sns',
  billing: 'serverless',
  billingNote: 'No machines are seen: paid by 64 KB of each message; deliveries are extra.',
  category: 'Messaging and events',
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
        may('TopicArn', arn('sns.topic'), 'Topic to publish to. Give one of TopicArn, TargetArn and PhoneNumber.'),
        may('TargetArn', string, 'Endpoint to publish to.'),
        may('PhoneNumber', string, 'Phone number in E.164 form, such as +12065550100.'),
        may('Subject', string, 'Subject line for e-mail subscribers.'),
        may('MessageStructure', string, 'Set to json to send another text per protocol.'),
        may(
          'MessageAttributes',
          mapOf(objectOf(need('DataType', string), may('StringValue', string), may('BinaryValue', json))),
          'Name to { DataType, StringValue }.',
        ),
        may('MessageDeduplicationId', string, 'Identity of the message in a FIFO topic.'),
        may('MessageGroupId', string, 'Group of the message; FIFO topics require it.'),
      ],
      exactlyOneOf: [['TopicArn', 'TargetArn', 'PhoneNumber']],
      errors: [
        'SNS.NotFoundException',
        'SNS.InvalidParameterException',
        'SNS.InternalErrorException',
        'SNS.EndpointDisabledException',
        'SNS.AuthorizationErrorException',
        'SNS.KMSThrottlingException',
        'States.Timeout',
        'States.HeartbeatTimeout',
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
      inputArgument: 'Message',
      results: {
        requestResponse: {
          MessageId: '8f1c2d3e-0000-5000-8000-000000000000',
          ...answerMetadata,
        },
      },
      access: (call) => [grant(['sns:Publish'], [call.given('TopicArn') ? call.arn('TopicArn', 'sns.topic') : '*'])],
      durations: { requestResponse: lasts(0.05, 0.02, 0.3) },
      price: priced(
        [],
        // FIFO topics have a price of their own, which the table does not have: the estimate says so.
        (call) => [
          {
            price: textIn(call, 'TopicArn')?.endsWith('.fifo') === true ? 'sns.fifoPublish' : 'sns.publish',
            units: chunks(call.inputBytes, 64),
          },
        ],
        'Deliveries to e-mail, SMS and HTTP.',
      ),
      helpUrl: 'https://docs.aws.amazon.com/step-functions/latest/dg/connect-sns.html',
    },
  ],
};
