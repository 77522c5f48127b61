import { integer, may, need, oneOf, text, type ServiceAction } from '../contract';
import { answerMetadata } from '../answerMetadata';
import { noPrice } from '../pricing';
import { grant } from '../statements';
import { retryTransient } from '../retriers';

/** Athena: get query results. */
export const getQueryResults: ServiceAction = {
  id: 'athena.getQueryResults',
  label: 'Get query results',
  description: 'Read the rows of a query that has ended.',
  resources: { requestResponse: 'arn:aws:states:::athena:getQueryResults' },
  defaultPattern: 'requestResponse',
  fields: [
    need('QueryExecutionId', text(1, 128), 'Id of the query.'),
    may('NextToken', text(1, 1024)),
    may('MaxResults', integer(1, 1000)),
    may('QueryResultType', oneOf('DATA_MANIFEST', 'DATA_ROWS')),
  ],
  errors: ['Athena.InternalServerException', 'Athena.InvalidRequestException', 'Athena.TooManyRequestsException'],
  recommendedRetriers: [retryTransient('Athena.InternalServerException', 'Athena.TooManyRequestsException')],
  arguments: { QueryExecutionId: '8f1c2d3e' },
  results: {
    requestResponse: {
      ResultSet: {
        Rows: [{ Data: [{ VarCharValue: 'day' }] }, { Data: [{ VarCharValue: '2026-01-31' }] }],
        ResultSetMetadata: { ColumnInfo: [{ Name: 'day', Type: 'varchar' }] },
      },
      UpdateCount: 0,
      ...answerMetadata,
    },
  },
  access: (call) => [
    grant(['athena:getQueryResults'], [call.build('athena.workgroup', { name: '*' })]),
    grant(['s3:GetObject'], [`arn:${call.partition}:s3:::*`]),
  ],
  price: noPrice('Athena is paid by the data that queries scan; this call costs nothing.'),
  helpUrl: 'https://docs.aws.amazon.com/step-functions/latest/dg/connect-athena.html',
};
