import { boolean, listOf, mapOf, may, string, type ServiceAction } from '../contract';
import { answerMetadata } from '../answerMetadata';
import { grant } from '../statements';
import { retryTransient } from '../retriers';
import { consumedCapacity, key, itemCall, readPrice, table } from './common';

/** DynamoDB: getitem. */
export const getItem: ServiceAction = {
  id: 'dynamodb.getItem',
  label: 'GetItem',
  description: 'Read an item by its key.',
  resources: { requestResponse: 'arn:aws:states:::dynamodb:getItem' },
  defaultPattern: 'requestResponse',
  fields: [
    table,
    key,
    may('AttributesToGet', listOf(string)),
    may('ConsistentRead', boolean, 'See all writes that came before.'),
    consumedCapacity,
    may('ProjectionExpression', string, 'Which attributes to give back.'),
    may('ExpressionAttributeNames', mapOf(string), 'Names for #placeholders of expressions.'),
  ],
  errors: [
    'DynamoDB.AmazonDynamoDBException',
    'DynamoDB.ResourceNotFoundException',
    'DynamoDB.ProvisionedThroughputExceededException',
    'DynamoDB.RequestLimitExceededException',
    'DynamoDB.InternalServerError',
    'DynamoDB.ThrottlingException',
  ],
  recommendedRetriers: [
    retryTransient(
      'DynamoDB.ProvisionedThroughputExceededException',
      'DynamoDB.RequestLimitExceededException',
      'DynamoDB.InternalServerError',
      'DynamoDB.ThrottlingException',
    ),
  ],
  arguments: { TableName: 'my-table', Key: { id: { S: '1' } } },
  resultField: 'Item',
  results: {
    requestResponse: {
      Item: { id: { S: '1' } },
      ...answerMetadata,
    },
  },
  access: (call) => [grant(['dynamodb:GetItem'], [call.arn('TableName', 'dynamodb.table')])],
  durations: { requestResponse: itemCall },
  price: readPrice,
  helpUrl: 'https://docs.aws.amazon.com/step-functions/latest/dg/connect-ddb.html',
};
