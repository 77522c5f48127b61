import { boolean, integer, listOf, map, may, oneOf, string, text, type ServiceAction } from '../contract';
import { retryTransient } from '../retriers';
import { conditionalOperator, consumedCapacity, indexedRead, placeholderFields, readPrice, table } from './common';
import { lasts } from '../lasts';

/** DynamoDB: scan. */
export const scan: ServiceAction = {
  id: 'dynamodb.scan',
  label: 'Scan',
  description: 'Read all items of a table, page by page.',
  resources: { requestResponse: 'arn:aws:states:::aws-sdk:dynamodb:scan' },
  defaultPattern: 'requestResponse',
  fields: [
    table,
    may('IndexName', text(3, 255), 'Index to read instead of the table.'),
    may('AttributesToGet', listOf(string)),
    may('Limit', integer(1), 'How many items to look at, at most.'),
    may('Select', oneOf('ALL_ATTRIBUTES', 'ALL_PROJECTED_ATTRIBUTES', 'SPECIFIC_ATTRIBUTES', 'COUNT')),
    may('ScanFilter', map),
    conditionalOperator,
    may('ExclusiveStartKey', map),
    consumedCapacity,
    may('TotalSegments', integer(1, 1000000)),
    may('Segment', integer(0, 999999)),
    may('ProjectionExpression', string, 'Which attributes to give back.'),
    may('FilterExpression', string, 'Which of the items read to give back.'),
    ...placeholderFields,
    may('ConsistentRead', boolean, 'See all writes that came before.'),
  ],
  errors: ['DynamoDb.ResourceNotFoundException', 'DynamoDb.DynamoDbException'],
  recommendedRetriers: [retryTransient('States.TaskFailed')],
  arguments: { TableName: 'my-table' },
  results: { requestResponse: { Count: 1, Items: [{ id: { S: '1' } }], ScannedCount: 1 } },
  access: (call) => indexedRead(call, 'dynamodb:Scan'),
  durations: { requestResponse: lasts(0.1, 0.02, 2) },
  price: readPrice,
  helpUrl: 'https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_Scan.html',
};
