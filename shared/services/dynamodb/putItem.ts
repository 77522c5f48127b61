import { map, may, need, type ServiceAction } from '../contract';
import { answerMetadata } from '../answerMetadata';
import { grant } from '../statements';
import {
  conditionExpression,
  conditionalOperator,
  placeholderFields,
  table,
  writeAnswerFields,
  writeErrors,
  itemCall,
  writePrice,
  writeRetriers,
} from './common';

/** DynamoDB: putitem. */
export const putItem: ServiceAction = {
  id: 'dynamodb.putItem',
  label: 'PutItem',
  description: 'Write an item.',
  resources: { requestResponse: 'arn:aws:states:::dynamodb:putItem' },
  defaultPattern: 'requestResponse',
  fields: [
    table,
    need('Item', map, 'The item as a map of typed attributes.'),
    may('Expected', map),
    ...writeAnswerFields,
    conditionalOperator,
    conditionExpression,
    ...placeholderFields,
  ],
  errors: writeErrors,
  recommendedRetriers: writeRetriers,
  arguments: { TableName: 'my-table', Item: { id: { S: '1' } } },
  results: {
    requestResponse: {
      ...answerMetadata,
    },
  },
  access: (call) => [grant(['dynamodb:PutItem'], [call.arn('TableName', 'dynamodb.table')])],
  durations: { requestResponse: itemCall },
  price: writePrice,
  helpUrl: 'https://docs.aws.amazon.com/step-functions/latest/dg/connect-ddb.html',
};
