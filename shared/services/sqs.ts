import { integer, json, list, listOf, mapOf, may, need, objectOf, string, type ServiceDefinition } from './contract';
import { answerMetadata } from './answerMetadata';
import { chunks, priced, textIn } from './pricing';
import { grant } from './statements';
import { retryTransient } from './retriers';
import { lasts } from './lasts';

/** Source: AWS developer guide, "Send messages to an Amazon SQS queue with Step Functions". */
export const sqs: ServiceDefinition = {
  id: 'sqs',
  label: 'SQS',
  icon: 'sqs',
  billing: 'serverless',
  billingNote: 'No machines are seen: paid by 64 KB of each request.',
  category: 'Messaging and events',
  actions: [
    {
      id: 'sqs.sendMessage',
      label: 'Send message',
      description: 'Put a message on a queue.',
      resources: {
        requestResponse: 'arn:aws:states:::sqs:sendMessage',
        waitForTaskToken: 'arn:aws:states:::sqs:sendMessage.waitForTaskToken',
      },
      defaultPattern: 'requestResponse',
      fields: [
        need('QueueUrl', string, 'URL of the queue.'),
        need('MessageBody', json, 'Text or JSON to send.'),
        may('DelaySeconds', integer(), 'Seconds until the message can be received.'),
        may(
          'MessageAttributes',
          mapOf(
            objectOf(
              may('StringValue', string),
              may('BinaryValue', json),
              may('StringListValues', listOf(string)),
              may('BinaryListValues', list),
              need('DataType', string),
            ),
          ),
        ),
        may('MessageDeduplicationId', string, 'Of two messages with the same id within five minutes one is delivered.'),
        may('MessageGroupId', string, 'Group of a FIFO queue or topic; order is kept inside it.'),
      ],
      errors: ['SQS.AmazonSQSException', 'SQS.SdkClientException', 'States.Timeout', 'States.HeartbeatTimeout'],
      recommendedRetriers: [retryTransient('SQS.SdkClientException')],
      arguments: { QueueUrl: 'https://sqs.us-east-1.amazonaws.com/123456789012/my-queue' },
      inputArgument: 'MessageBody',
      results: {
        requestResponse: {
          MD5OfMessageBody: '99914b932bd37a50b983c5e7c90ae93b',
          MessageId: '8f1c2d3e-0000-4000-8000-000000000000',
          ...answerMetadata,
        },
      },
      access: (call) => [grant(['sqs:SendMessage'], [call.arn('QueueUrl', 'sqs.queue')])],
      durations: { requestResponse: lasts(0.05, 0.02, 0.3) },
      price: priced([], (call) => [
        {
          price: textIn(call, 'QueueUrl')?.endsWith('.fifo') === true ? 'sqs.fifoRequest' : 'sqs.request',
          units: chunks(call.inputBytes, 64),
        },
      ]),
      helpUrl: 'https://docs.aws.amazon.com/step-functions/latest/dg/connect-sqs.html',
    },
  ],
};
