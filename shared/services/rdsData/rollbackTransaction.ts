import { need, text, type ServiceAction } from '../contract';
import {
  databaseAccess,
  databaseArguments,
  databaseFields,
  databaseRetriers,
  requestPrice,
  transactionEndErrors,
} from './common';

/** RDS Data API: roll back transaction. */
export const rollbackTransaction: ServiceAction = {
  id: 'rdsdata.rollbackTransaction',
  label: 'Roll back transaction',
  description: 'Roll a transaction back.',
  resources: { requestResponse: 'arn:aws:states:::aws-sdk:rdsdata:rollbackTransaction' },
  defaultPattern: 'requestResponse',
  fields: [...databaseFields, need('TransactionId', text(0, 192), 'Id of the transaction.')],
  errors: transactionEndErrors,
  recommendedRetriers: databaseRetriers,
  arguments: {
    ...databaseArguments,
    TransactionId: 'AQC5SRDIm',
  },
  results: { requestResponse: { TransactionStatus: 'Rollback Complete' } },
  access: databaseAccess('rds-data:RollbackTransaction'),
  price: requestPrice,
  helpUrl: 'https://docs.aws.amazon.com/rdsdataservice/latest/APIReference/API_RollbackTransaction.html',
};
