import { map, may, type ServiceAction } from '../contract';
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

/** DynamoDB: deleteitem. */
export const deleteItem: ServiceAction = {
  id: 'dynamodb.deleteItem',
  label: 'DeleteItem',
  description: 'Delete an item by its key.',
  resources: { requestResponse: 'arn:aws:states:::dynamodb:deleteItem' },
  defaultPattern: 'requestResponse',
  fields: [
    table,
    key,
    may('Expected', map),
    conditionalOperator,
    ...writeAnswerFields,
    conditionExpression,
    ...placeholderFields,
  ],
  errors: writeErrors,
  recommendedRetriers: writeRetriers,
  arguments: { TableName: 'my-table', Key: { id: { S: '1' } } },
  results: {
    requestResponse: {
      ...answerMetadata,
    },
  },
  access: (call) => [grant(['dynamodb:DeleteItem'], [call.arn('TableName', 'dynamodb.table')])],
  durations: { requestResponse: itemCall },
  price: writePrice,
  helpUrl: 'https://docs.aws.amazon.com/step-functions/latest/dg/connect-ddb.html',
};
