import {
  type AccessCall,
  type AccessStatement,
  arnOrName,
  map,
  mapOf,
  may,
  need,
  oneOf,
  string,
  type ArgumentField,
  type PriceModel,
} from '../contract';
import { chunks, priced } from '../pricing';
import { grant, grantedByTemplate } from '../statements';
import { retryTransient } from '../retriers';
import { lasts } from '../lasts';

export const itemCall = lasts(
  0.02,
  0.005,
  0.1,
  'Amazon DynamoDB: "single-digit millisecond performance", and the way there and back',
);

export const table: ArgumentField = need('TableName', arnOrName('dynamodb.table'), 'Name or ARN of the table.');

export const key: ArgumentField = need('Key', map, 'Key of the object, or the primary key of the item.');

export const conditionalOperator: ArgumentField = may('ConditionalOperator', oneOf('AND', 'OR'));

export const consumedCapacity: ArgumentField = may('ReturnConsumedCapacity', oneOf('INDEXES', 'TOTAL', 'NONE'));

/** What a call that writes an item can give back. */
export const writeAnswerFields: readonly ArgumentField[] = [
  may(
    'ReturnValues',
    oneOf('NONE', 'ALL_OLD', 'UPDATED_OLD', 'ALL_NEW', 'UPDATED_NEW'),
    'Which attributes to give back.',
  ),
  consumedCapacity,
  may('ReturnItemCollectionMetrics', oneOf('SIZE', 'NONE')),
];

export const conditionExpression: ArgumentField = may(
  'ConditionExpression',
  string,
  'The call is carried out only when this holds.',
);

/** What the placeholders of expressions stand for. */
export const placeholderFields: readonly ArgumentField[] = [
  may('ExpressionAttributeNames', mapOf(string), 'Names for #placeholders of expressions.'),
  may('ExpressionAttributeValues', map, 'Values for :placeholders of expressions.'),
];

/** Errors that pass when a write is tried again. */
export const writeRetriers = [
  retryTransient(
    'DynamoDB.ProvisionedThroughputExceededException',
    'DynamoDB.ItemCollectionSizeLimitExceededException',
    'DynamoDB.RequestLimitExceededException',
    'DynamoDB.InternalServerError',
    'DynamoDB.ThrottlingException',
  ),
];

/** Errors of calls that write an item. */
export const writeErrors: readonly string[] = [
  'DynamoDB.AmazonDynamoDBException',
  'DynamoDB.ResourceNotFoundException',
  'DynamoDB.ConditionalCheckFailedException',
  'DynamoDB.ProvisionedThroughputExceededException',
  'DynamoDB.ItemCollectionSizeLimitExceededException',
  'DynamoDB.TransactionConflictException',
  'DynamoDB.RequestLimitExceededException',
  'DynamoDB.InternalServerError',
  'DynamoDB.ThrottlingException',
];

/** A write unit is 1 KB. */
export const writePrice: PriceModel = priced(
  [],
  (call) => [{ price: 'dynamodb.writeUnit', units: chunks(call.inputBytes, 1) }],
  'Taken as on-demand capacity; provisioned capacity is paid by the hour.',
);

/**
 * Reads of a table are authorised on the table, those of an index on the index.
 * Source: Service Authorization Reference, "Actions defined by Amazon DynamoDB".
 */
export function indexedRead(call: AccessCall, action: string): readonly AccessStatement[] {
  const tableArn = call.arn('TableName', 'dynamodb.table');
  if (call.given('IndexName')) return [grant([action], [`${tableArn}/index/${call.literal('IndexName') ?? '*'}`])];
  return [grant([action], [tableArn]), grantedByTemplate([action], [`${tableArn}/index/*`])];
}

/** A read unit is 4 KB; a read that need not see the last writes takes half of it. */
export const readPrice: PriceModel = priced(
  [],
  (call) => [
    {
      price: 'dynamodb.readUnit',
      units: chunks(call.outputBytes, 4) * (call.arguments['ConsistentRead'] === true ? 1 : 0.5),
    },
  ],
  'Taken as on-demand capacity; provisioned capacity is paid by the hour.',
);
