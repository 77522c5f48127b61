import { may, text, type ServiceAction } from '../contract';
import {
  databaseAccess,
  databaseArguments,
  databaseFields,
  databaseRetriers,
  requestPrice,
  statementErrors,
} from './common';

/** RDS Data API: begin transaction. */
export const beginTransaction: ServiceAction = {
  id: 'rdsdata.beginTransaction',
  label: 'Begin transaction',
  description: 'Begin a transaction.',
  resources: { requestResponse: 'arn:aws:states:::aws-sdk:rdsdata:beginTransaction' },
  defaultPattern: 'requestResponse',
  fields: [...databaseFields, may('Database', text(0, 64), 'Name of the database.'), may('Schema', text(0, 64))],
  errors: statementErrors,
  recommendedRetriers: databaseRetriers,
  arguments: {
    ...databaseArguments,
  },
  results: { requestResponse: { TransactionId: 'AQC5SRDIm' } },
  access: databaseAccess('rds-data:BeginTransaction'),
  price: requestPrice,
  helpUrl: 'https://docs.aws.amazon.com/rdsdataservice/latest/APIReference/API_BeginTransaction.html',
};
