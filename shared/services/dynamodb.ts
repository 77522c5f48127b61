import type { ServiceDefinition } from './contract';
import { deleteItem } from './dynamodb/deleteItem';
import { getItem } from './dynamodb/getItem';
import { putItem } from './dynamodb/putItem';
import { query } from './dynamodb/query';
import { scan } from './dynamodb/scan';
import { updateItem } from './dynamodb/updateItem';

/** Source: AWS developer guide, "Perform DynamoDB CRUD operations with Step Functions". */
export const dynamodb: ServiceDefinition = {
  id: 'dynamodb',
  label: 'DynamoDB',
  icon: 'dynamodb',
  billing: 'serverless',
  billingNote: 'No machines are seen: paid by read and write unit, on demand.',
  category: 'Storage and databases',
  actions: [getItem, putItem, updateItem, deleteItem, query, scan],
};
