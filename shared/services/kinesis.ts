import { arn, json, listOf, may, need, objectOf, string, text, type ServiceDefinition } from './contract';
import { chunks, entryUnits, priced } from './pricing';
import { grant } from './statements';
import { retryTransient } from './retriers';
import { lasts } from './lasts';

/** Source: API model of Amazon Kinesis; called through the AWS SDK integration. */
export const kinesis: ServiceDefinition = {
  id: 'kinesis',
  label: 'Kinesis',
  icon: 'kinesis',
  billing: 'serverless',
  billingNote: 'No machines are seen: paid by shard-hour and by 25 KB of each record.',
  category: 'Messaging and events',
  actions: [
    {
      id: 'kinesis.putRecord',
      label: 'Put record',
      description: 'Put a record on a stream.',
      resources: { requestResponse: 'arn:aws:states:::aws-sdk:kinesis:putRecord' },
      defaultPattern: 'requestResponse',
      fields: [
        need('Data', json, 'The record: text or base64.'),
        may('StreamName', text(1, 128), 'Name of the stream.'),
        may('PartitionKey', text(1, 256), 'Decides the shard.'),
        may('ExplicitHashKey', string),
        may('SequenceNumberForOrdering', string),
        may('StreamARN', arn('kinesis.stream'), 'ARN of the stream, instead of its name.'),
      ],
      exactlyOneOf: [['StreamName', 'StreamARN']],
      errors: [
        'Kinesis.ResourceNotFoundException',
        'Kinesis.InvalidArgumentException',
        'Kinesis.ProvisionedThroughputExceededException',
        'Kinesis.KMSThrottlingException',
        'Kinesis.AccessDeniedException',
        'Kinesis.InternalFailureException',
      ],
      recommendedRetriers: [
        retryTransient(
          'Kinesis.ProvisionedThroughputExceededException',
          'Kinesis.KMSThrottlingException',
          'Kinesis.InternalFailureException',
        ),
      ],
      arguments: { StreamName: 'my-stream', Data: '{}', PartitionKey: '1' },
      results: {
        requestResponse: {
          SequenceNumber: '49590338271490256608559692538361571095921575989136588898',
          ShardId: 'shardId-000000000000',
        },
      },
      access: (call) => [
        grant(
          ['kinesis:PutRecord'],
          [
            call.given('StreamARN')
              ? call.arn('StreamARN', 'kinesis.stream')
              : call.arn('StreamName', 'kinesis.stream'),
          ],
        ),
      ],
      durations: { requestResponse: lasts(0.05, 0.02, 0.3) },
      price: priced(
        [],
        (call) => [{ price: 'kinesis.putUnit', units: chunks(call.inputBytes, 25) }],
        'The hours of the shards.',
      ),
      helpUrl: 'https://docs.aws.amazon.com/kinesis/latest/APIReference/API_PutRecord.html',
    },
    {
      id: 'kinesis.putRecords',
      label: 'Put records',
      description: 'Put up to 500 records on a stream.',
      resources: { requestResponse: 'arn:aws:states:::aws-sdk:kinesis:putRecords' },
      defaultPattern: 'requestResponse',
      fields: [
        need(
          'Records',
          listOf(objectOf(need('Data', json), may('ExplicitHashKey', string), may('PartitionKey', text(1, 256)))),
          'Up to 500 records.',
        ),
        may('StreamName', text(1, 128), 'Name of the stream.'),
        may('StreamARN', arn('kinesis.stream'), 'ARN of the stream, instead of its name.'),
      ],
      exactlyOneOf: [['StreamName', 'StreamARN']],
      errors: [
        'Kinesis.ResourceNotFoundException',
        'Kinesis.InvalidArgumentException',
        'Kinesis.ProvisionedThroughputExceededException',
        'Kinesis.KMSThrottlingException',
        'Kinesis.AccessDeniedException',
        'Kinesis.InternalFailureException',
      ],
      recommendedRetriers: [
        retryTransient(
          'Kinesis.ProvisionedThroughputExceededException',
          'Kinesis.KMSThrottlingException',
          'Kinesis.InternalFailureException',
        ),
      ],
      arguments: { StreamName: 'my-stream', Records: [{ Data: '{}', PartitionKey: '1' }] },
      results: {
        requestResponse: {
          FailedRecordCount: 0,
          Records: [
            {
              SequenceNumber: '49590338271490256608559692538361571095921575989136588898',
              ShardId: 'shardId-000000000000',
            },
          ],
        },
      },
      access: (call) => [
        grant(
          ['kinesis:PutRecords'],
          [
            call.given('StreamARN')
              ? call.arn('StreamARN', 'kinesis.stream')
              : call.arn('StreamName', 'kinesis.stream'),
          ],
        ),
      ],
      durations: { requestResponse: lasts(0.05, 0.02, 0.3) },
      price: priced(
        [],
        (call) => [{ price: 'kinesis.putUnit', units: entryUnits(call, 'Records', 25) }],
        'The hours of the shards.',
      ),
      helpUrl: 'https://docs.aws.amazon.com/kinesis/latest/APIReference/API_PutRecords.html',
    },
  ],
};
