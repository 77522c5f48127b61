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

/** DynamoDB: query. */
export const query: ServiceAction = {
  id: 'dynamodb.query',
  label: 'Query',
  description: 'Read the items of one partition key.',
  resources: { requestResponse: 'arn:aws:states:::aws-sdk:dynamodb:query' },
  defaultPattern: 'requestResponse',
  fields: [
    need('TableName', arnOrName('dynamodb.table'), 'Name or ARN of the table.'),
    may('IndexName', text(3, 255), 'Index to read instead of the table.'),
    may('Select', oneOf('ALL_ATTRIBUTES', 'ALL_PROJECTED_ATTRIBUTES', 'SPECIFIC_ATTRIBUTES', 'COUNT')),
    may('AttributesToGet', listOf(string)),
    may('Limit', integer(1), 'How many items to look at, at most.'),
    may('ConsistentRead', boolean, 'See all writes that came before.'),
    may('KeyConditions', map),
    may('QueryFilter', map),
    may('ConditionalOperator', oneOf('AND', 'OR')),
    may('ScanIndexForward', boolean),
    may('ExclusiveStartKey', map),
    may('ReturnConsumedCapacity', oneOf('INDEXES', 'TOTAL', 'NONE')),
    may('ProjectionExpression', string, 'Which attributes to give back.'),
    may('FilterExpression', string, 'Which of the items read to give back.'),
    may('KeyConditionExpression', string, 'Which keys to read.'),
    may('ExpressionAttributeNames', mapOf(string), 'Names for #placeholders of expressions.'),
    may('ExpressionAttributeValues', map, 'Values for :placeholders of expressions.'),
  ],
  errors: ['DynamoDb.ResourceNotFoundException', 'DynamoDb.DynamoDbException'],
  recommendedRetriers: [retryTransient('States.TaskFailed')],
  arguments: {
    TableName: 'my-table',
    KeyConditionExpression: 'id = :id',
    ExpressionAttributeValues: { ':id': { S: '1' } },
  },
  results: { requestResponse: { Count: 1, Items: [{ id: { S: '1' } }], ScannedCount: 1 } },
  access: (call) => [
    grant(
      ['dynamodb:Query'],
      [call.arn('TableName', 'dynamodb.table'), `${call.arn('TableName', 'dynamodb.table')}/index/*`],
    ),
  ],
  price: priced(
    [],
    (call) => [{ price: 'dynamodb.readUnit', units: chunks(call.outputBytes, 4) }],
    'Taken as on-demand capacity; provisioned capacity is paid by the hour.',
  ),
  helpUrl: 'https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_Query.html',
};
