import { list, may, need, text, type ServiceAction } from '../contract';
import {
  databaseAccess,
  databaseArguments,
  databaseFields,
  databaseRetriers,
  requestPrice,
  statementErrors,
} from './common';

/** RDS Data API: batch execute statement. */
export const batchExecuteStatement: ServiceAction = {
  id: 'rdsdata.batchExecuteStatement',
  label: 'Batch execute statement',
  description: 'Run one SQL statement with many sets of parameters.',
  resources: { requestResponse: 'arn:aws:states:::aws-sdk:rdsdata:batchExecuteStatement' },
  defaultPattern: 'requestResponse',
  fields: [
    ...databaseFields,
    need('Sql', text(0, 65536), 'The statement to run.'),
    may('Database', text(0, 64), 'Name of the database.'),
    may('Schema', text(0, 64)),
    may('ParameterSets', list, 'One set of parameters for each run of the statement.'),
    may('TransactionId', text(0, 192), 'Id of the transaction.'),
  ],
  errors: statementErrors,
  recommendedRetriers: databaseRetriers,
  arguments: {
    ...databaseArguments,
    Sql: 'INSERT INTO t VALUES (:id)',
    ParameterSets: [[{ Name: 'id', Value: { LongValue: 1 } }]],
  },
  results: { requestResponse: { UpdateResults: [{ GeneratedFields: [] }] } },
  access: databaseAccess('rds-data:BatchExecuteStatement'),
  price: requestPrice,
  helpUrl: 'https://docs.aws.amazon.com/rdsdataservice/latest/APIReference/API_BatchExecuteStatement.html',
};
