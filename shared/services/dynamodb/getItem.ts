import { arnOrName, boolean, listOf, map, mapOf, may, need, oneOf, string, type ServiceAction } from '../contract';
import { answerMetadata } from '../answerMetadata';
import { chunks, priced } from '../pricing';
import { grant } from '../statements';
import { retryTransient } from '../retriers';

/** DynamoDB: getitem. */
export const getItem: ServiceAction = {
  id: 'dynamodb.getItem',
  label: 'GetItem',
  description: 'Read an item by its key.',
  resources: { requestResponse: 'arn:aws:states:::dynamodb:getItem' },
  defaultPattern: 'requestResponse',
  fields: [
    need('TableName', arnOrName('dynamodb.table'), 'Name or ARN of the table.'),
    need('Key', map, 'Key of the object, or the primary key of the item.'),
    may('AttributesToGet', listOf(string)),
    may('ConsistentRead', boolean, 'See all writes that came before.'),
    may('ReturnConsumedCapacity', oneOf('INDEXES', 'TOTAL', 'NONE')),
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
  price: priced(
    [],
    (call) => [{ price: 'dynamodb.readUnit', units: chunks(call.outputBytes, 4) }],
    'Taken as on-demand capacity; provisioned capacity is paid by the hour.',
  ),
  helpUrl: 'https://docs.aws.amazon.com/step-functions/latest/dg/connect-ddb.html',
};
