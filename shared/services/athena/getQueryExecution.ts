import { need, text, type ServiceAction } from '../contract';
import { answerMetadata } from '../answerMetadata';
import { noPrice } from '../pricing';
import { grant } from '../statements';
import { retryTransient } from '../retriers';

/** Athena: getqueryexecution. */
export const getQueryExecution: ServiceAction = {
  id: 'athena.getQueryExecution',
  label: 'GetQueryExecution',
  description: 'Ask for the status of a query.',
  resources: { requestResponse: 'arn:aws:states:::athena:getQueryExecution' },
  defaultPattern: 'requestResponse',
  fields: [need('QueryExecutionId', text(1, 128), 'Id of the query.')],
  errors: ['Athena.InternalServerException', 'Athena.InvalidRequestException'],
  recommendedRetriers: [retryTransient('Athena.InternalServerException')],
  arguments: { QueryExecutionId: '8f1c2d3e' },
  results: {
    requestResponse: {
      QueryExecution: {
        QueryExecutionId: '8f1c2d3e',
        Query: 'SELECT 1',
        StatementType: 'DML',
        ResultConfiguration: { OutputLocation: 's3://my-bucket/results/8f1c2d3e.csv' },
        Status: { State: 'SUCCEEDED', SubmissionDateTime: 1769850000000, CompletionDateTime: 1769850010000 },
        Statistics: { DataScannedInBytes: 1048576, EngineExecutionTimeInMillis: 900 },
        WorkGroup: 'primary',
      },
      ...answerMetadata,
    },
  },
  access: (call) => [grant(['athena:getQueryExecution'], [call.build('athena.workgroup', { name: '*' })])],
  price: noPrice('Athena is paid by the data that queries scan; this call costs nothing.'),
  helpUrl: 'https://docs.aws.amazon.com/step-functions/latest/dg/connect-athena.html',
};
