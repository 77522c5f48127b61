import { arnOrName, map, mapOf, may, need, oneOf, string, type ServiceAction } from '../contract';
import { answerMetadata } from '../answerMetadata';
import { chunks, priced } from '../pricing';
import { grant } from '../statements';
import { retryTransient } from '../retriers';

/** DynamoDB: updateitem. */
export const updateItem: ServiceAction = {
  id: 'dynamodb.updateItem',
  label: 'UpdateItem',
  description: 'Change attributes of an item.',
  resources: { requestResponse: 'arn:aws:states:::dynamodb:updateItem' },
  defaultPattern: 'requestResponse',
  fields: [
    need('TableName', arnOrName('dynamodb.table'), 'Name or ARN of the table.'),
    need('Key', map, 'Key of the object, or the primary key of the item.'),
    may('AttributeUpdates', map),
    may('Expected', map),
    may('ConditionalOperator', oneOf('AND', 'OR')),
    may(
      'ReturnValues',
      oneOf('NONE', 'ALL_OLD', 'UPDATED_OLD', 'ALL_NEW', 'UPDATED_NEW'),
      'Which attributes to give back.',
    ),
    may('ReturnConsumedCapacity', oneOf('INDEXES', 'TOTAL', 'NONE')),
    may('ReturnItemCollectionMetrics', oneOf('SIZE', 'NONE')),
    may('UpdateExpression', string, 'What to set, remove, add or delete.'),
    may('ConditionExpression', string, 'The call is carried out only when this holds.'),
    may('ExpressionAttributeNames', mapOf(string), 'Names for #placeholders of expressions.'),
    may('ExpressionAttributeValues', map, 'Values for :placeholders of expressions.'),
  ],
  errors: [
    'DynamoDB.AmazonDynamoDBException',
    'DynamoDB.ResourceNotFoundException',
    'DynamoDB.ConditionalCheckFailedException',
    'DynamoDB.ProvisionedThroughputExceededException',
    'DynamoDB.ItemCollectionSizeLimitExceededException',
    'DynamoDB.TransactionConflictException',
    'DynamoDB.RequestLimitExceededException',
    'DynamoDB.InternalServerError',
    'DynamoDB.ThrottlingException',
  ],
  recommendedRetriers: [
    retryTransient(
      'DynamoDB.ProvisionedThroughputExceededException',
      'DynamoDB.ItemCollectionSizeLimitExceededException',
      'DynamoDB.RequestLimitExceededException',
      'DynamoDB.InternalServerError',
      'DynamoDB.ThrottlingException',
    ),
  ],
  arguments: {
    TableName: 'my-table',
    Key: { id: { S: '1' } },
    UpdateExpression: 'SET processed = :yes',
    ExpressionAttributeValues: { ':yes': { BOOL: true } },
  },
  results: {
    requestResponse: {
      ...answerMetadata,
    },
  },
  access: (call) => [grant(['dynamodb:UpdateItem'], [call.arn('TableName', 'dynamodb.table')])],
  price: priced(
    [],
    (call) => [{ price: 'dynamodb.writeUnit', units: chunks(call.inputBytes, 1) }],
    'Taken as on-demand capacity; provisioned capacity is paid by the hour.',
  ),
  helpUrl: 'https://docs.aws.amazon.com/step-functions/latest/dg/connect-ddb.html',
};
