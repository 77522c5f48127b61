import { boolean, integer, listOf, map, may, oneOf, string, text, type ServiceAction } from '../contract';
import { retryTransient } from '../retriers';
import {
  conditionalOperator,
  consumedCapacity,
  indexedRead,
  placeholderFields,
  itemCall,
  readPrice,
  table,
} from './common';

/** DynamoDB: query. */
export const query: ServiceAction = {
  id: 'dynamodb.query',
  label: 'Query',
  description: 'Read the items of one partition key.',
  resources: { requestResponse: 'arn:aws:states:::aws-sdk:dynamodb:query' },
  defaultPattern: 'requestResponse',
  fields: [
    table,
    may('IndexName', text(3, 255), 'Index to read instead of the table.'),
    may('Select', oneOf('ALL_ATTRIBUTES', 'ALL_PROJECTED_ATTRIBUTES', 'SPECIFIC_ATTRIBUTES', 'COUNT')),
    may('AttributesToGet', listOf(string)),
    may('Limit', integer(1), 'How many items to look at, at most.'),
    may('ConsistentRead', boolean, 'See all writes that came before.'),
    may('KeyConditions', map),
    may('QueryFilter', map),
    conditionalOperator,
    may('ScanIndexForward', boolean),
    may('ExclusiveStartKey', map),
    consumedCapacity,
    may('ProjectionExpression', string, 'Which attributes to give back.'),
    may('FilterExpression', string, 'Which of the items read to give back.'),
    may('KeyConditionExpression', string, 'Which keys to read.'),
    ...placeholderFields,
  ],
  errors: ['DynamoDb.ResourceNotFoundException', 'DynamoDb.DynamoDbException'],
  recommendedRetriers: [retryTransient('States.TaskFailed')],
  arguments: {
    TableName: 'my-table',
    KeyConditionExpression: 'id = :id',
    ExpressionAttributeValues: { ':id': { S: '1' } },
  },
  results: { requestResponse: { Count: 1, Items: [{ id: { S: '1' } }], ScannedCount: 1 } },
  access: (call) => indexedRead(call, 'dynamodb:Query'),
  durations: { requestResponse: itemCall },
  price: readPrice,
  helpUrl: 'https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_Query.html',
};
