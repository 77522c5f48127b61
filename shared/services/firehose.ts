import { json, need, objectOf, text, type ServiceDefinition } from './contract';
import { chunks, priced } from './pricing';
import { grant } from './statements';
import { retryTransient } from './retriers';
import { lasts } from './lasts';

/** Source: API model of Amazon Data Firehose; called through the AWS SDK integration. */
export const firehose: ServiceDefinition = {
  id: 'firehose',
  label: 'Firehose',
  icon: 'firehose',
  billing: 'serverless',
  billingNote: 'No machines are seen: paid by the data taken in.',
  category: 'Messaging and events',
  actions: [
    {
      id: 'firehose.putRecord',
      label: 'Put record',
      description: 'Hand a record to a delivery stream.',
      resources: { requestResponse: 'arn:aws:states:::aws-sdk:firehose:putRecord' },
      defaultPattern: 'requestResponse',
      fields: [
        need('DeliveryStreamName', text(1, 64), 'Name of the delivery stream.'),
        need('Record', objectOf(need('Data', json)), 'The record to put.'),
      ],
      errors: [
        'Firehose.ResourceNotFoundException',
        'Firehose.InvalidArgumentException',
        'Firehose.InvalidKMSResourceException',
        'Firehose.InvalidSourceException',
        'Firehose.ServiceUnavailableException',
      ],
      recommendedRetriers: [retryTransient('Firehose.ServiceUnavailableException')],
      arguments: { DeliveryStreamName: 'my-stream', Record: { Data: '{}' } },
      results: { requestResponse: { RecordId: '8f1c2d3e', Encrypted: false } },
      access: (call) => [grant(['firehose:PutRecord'], [call.arn('DeliveryStreamName', 'firehose.deliveryStream')])],
      durations: { requestResponse: lasts(0.05, 0.02, 0.3) },
      price: priced([], (call) => [{ price: 'firehose.gb', units: (chunks(call.inputBytes, 5) * 5) / 1024 / 1024 }]),
      helpUrl: 'https://docs.aws.amazon.com/firehose/latest/APIReference/API_PutRecord.html',
    },
  ],
};
