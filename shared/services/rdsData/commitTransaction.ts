import { need, text, type ServiceAction } from '../contract';
import {
  databaseAccess,
  databaseArguments,
  databaseFields,
  databaseRetriers,
  requestPrice,
  transactionEndErrors,
} from './common';

/** RDS Data API: commit transaction. */
export const commitTransaction: ServiceAction = {
  id: 'rdsdata.commitTransaction',
  label: 'Commit transaction',
  description: 'Commit a transaction.',
  resources: { requestResponse: 'arn:aws:states:::aws-sdk:rdsdata:commitTransaction' },
  defaultPattern: 'requestResponse',
  fields: [...databaseFields, need('TransactionId', text(0, 192), 'Id of the transaction.')],
  errors: transactionEndErrors,
  recommendedRetriers: databaseRetriers,
  arguments: {
    ...databaseArguments,
    TransactionId: 'AQC5SRDIm',
  },
  results: { requestResponse: { TransactionStatus: 'Transaction Committed' } },
  access: databaseAccess('rds-data:CommitTransaction'),
  price: requestPrice,
  helpUrl: 'https://docs.aws.amazon.com/rdsdataservice/latest/APIReference/API_CommitTransaction.html',
};
