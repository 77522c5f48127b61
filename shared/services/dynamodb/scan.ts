import {
  arnOrName,
  boolean,
  integer,
  listOf,
  map,
  mapOf,
  may,
  need,
  oneOf,
  string,
  text,
  type ServiceAction,
} from '../contract';
import { chunks, priced } from '../pricing';
import { grant } from '../statements';
import { retryTransient } from '../retriers';

/** DynamoDB: scan. */
export const scan: ServiceAction = {
  id: 'dynamodb.scan',
  label: 'Scan',
  description: 'Read all items of a table, page by page.',
  resources: { requestResponse: 'arn:aws:states:::aws-sdk:dynamodb:scan' },
  defaultPattern: 'requestResponse',
  fields: [
    need('TableName', arnOrName('dynamodb.table'), 'Name or ARN of the table.'),
    may('IndexName', text(3, 255), 'Index to read instead of the table.'),
    may('AttributesToGet', listOf(string)),
    may('Limit', integer(1), 'How many items to look at, at most.'),
    may('Select', oneOf('ALL_ATTRIBUTES', 'ALL_PROJECTED_ATTRIBUTES', 'SPECIFIC_ATTRIBUTES', 'COUNT')),
    may('ScanFilter', map),
    may('ConditionalOperator', oneOf('AND', 'OR')),
    may('ExclusiveStartKey', map),
    may('ReturnConsumedCapacity', oneOf('INDEXES', 'TOTAL', 'NONE')),
    may('TotalSegments', integer(1, 1000000)),
    may('Segment', integer(0, 999999)),
    may('ProjectionExpression', string, 'Which attributes to give back.'),
    may('FilterExpression', string, 'Which of the items read to give back.'),
    may('ExpressionAttributeNames', mapOf(string), 'Names for #placeholders of expressions.'),
    may('ExpressionAttributeValues', map, 'Values for :placeholders of expressions.'),
    may('ConsistentRead', boolean, 'See all writes that came before.'),
  ],
  errors: ['DynamoDb.ResourceNotFoundException', 'DynamoDb.DynamoDbException'],
  recommendedRetriers: [retryTransient('States.TaskFailed')],
  arguments: { TableName: 'my-table' },
  results: { requestResponse: { Count: 1, Items: [{ id: { S: '1' } }], ScannedCount: 1 } },
  access: (call) => [
    grant(
      ['dynamodb:Scan'],
      [call.arn('TableName', 'dynamodb.table'), `${call.arn('TableName', 'dynamodb.table')}/index/*`],
    ),
  ],
  price: priced(
    [],
    (call) => [{ price: 'dynamodb.readUnit', units: chunks(call.outputBytes, 4) }],
    'Taken as on-demand capacity; provisioned capacity is paid by the hour.',
  ),
  helpUrl: 'https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_Scan.html',
};
