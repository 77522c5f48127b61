import {
  boolean,
  integer,
  json,
  list,
  listOf,
  may,
  need,
  number,
  objectOf,
  oneOf,
  string,
  text,
  type ServiceAction,
} from '../contract';
import {
  databaseAccess,
  databaseArguments,
  databaseFields,
  databaseRetriers,
  requestPrice,
  statementErrors,
} from './common';

/** RDS Data API: execute statement. */
export const executeStatement: ServiceAction = {
  id: 'rdsdata.executeStatement',
  label: 'Execute statement',
  description: 'Run an SQL statement on an Aurora database.',
  resources: { requestResponse: 'arn:aws:states:::aws-sdk:rdsdata:executeStatement' },
  defaultPattern: 'requestResponse',
  fields: [
    ...databaseFields,
    need('Sql', text(0, 65536), 'The statement to run.'),
    may('Database', text(0, 64), 'Name of the database.'),
    may('Schema', text(0, 64)),
    may(
      'Parameters',
      listOf(
        objectOf(
          may('Name', string),
          may(
            'Value',
            objectOf(
              may('IsNull', boolean),
              may('BooleanValue', boolean),
              may('LongValue', integer()),
              may('DoubleValue', number),
              may('StringValue', string),
              may('BlobValue', json),
              may(
                'ArrayValue',
                objectOf(
                  may('BooleanValues', listOf(boolean)),
                  may('LongValues', listOf(integer())),
                  may('DoubleValues', list),
                  may('StringValues', listOf(string)),
                  may('ArrayValues', list),
                ),
              ),
            ),
          ),
          may('TypeHint', oneOf('JSON', 'UUID', 'TIMESTAMP', 'DATE', 'TIME', 'DECIMAL')),
        ),
      ),
      'Values for placeholders of the definition.',
    ),
    may('TransactionId', text(0, 192), 'Id of the transaction.'),
    may('IncludeResultMetadata', boolean),
    may('ContinueAfterTimeout', boolean),
    may(
      'ResultSetOptions',
      objectOf(
        may('DecimalReturnType', oneOf('STRING', 'DOUBLE_OR_LONG')),
        may('LongReturnType', oneOf('STRING', 'LONG')),
      ),
    ),
    may('FormatRecordsAs', oneOf('NONE', 'JSON')),
  ],
  errors: statementErrors,
  recommendedRetriers: databaseRetriers,
  arguments: {
    ...databaseArguments,
    Sql: 'SELECT 1',
    Database: 'mydb',
  },
  results: { requestResponse: { NumberOfRecordsUpdated: 0, Records: [[{ LongValue: 1 }]] } },
  access: databaseAccess('rds-data:ExecuteStatement'),
  price: requestPrice,
  helpUrl: 'https://docs.aws.amazon.com/rdsdataservice/latest/APIReference/API_ExecuteStatement.html',
};
