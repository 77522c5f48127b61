import { map, may, string, type ServiceAction } from '../contract';
import { answerMetadata } from '../answerMetadata';
import { grant } from '../statements';
import {
  conditionExpression,
  conditionalOperator,
  key,
  placeholderFields,
  table,
  writeAnswerFields,
  writeErrors,
  itemCall,
  writePrice,
  writeRetriers,
} from './common';

/** DynamoDB: updateitem. */
export const updateItem: ServiceAction = {
  id: 'dynamodb.updateItem',
  label: 'UpdateItem',
  description: 'Change attributes of an item.',
  resources: { requestResponse: 'arn:aws:states:::dynamodb:updateItem' },
  defaultPattern: 'requestResponse',
  fields: [
    table,
    key,
    may('AttributeUpdates', map),
    may('Expected', map),
    conditionalOperator,
    ...writeAnswerFields,
    may('UpdateExpression', string, 'What to set, remove, add or delete.'),
    conditionExpression,
    ...placeholderFields,
  ],
  errors: writeErrors,
  recommendedRetriers: writeRetriers,
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
  durations: { requestResponse: itemCall },
  price: writePrice,
  helpUrl: 'https://docs.aws.amazon.com/step-functions/latest/dg/connect-ddb.html',
};
