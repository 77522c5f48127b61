import { need, text, type ServiceAction } from '../contract';
import { answerMetadata } from '../answerMetadata';
import { noPrice } from '../pricing';
import { grant } from '../statements';
import { retryTransient } from '../retriers';

/** Athena: stopqueryexecution. */
export const stopQueryExecution: ServiceAction = {
  id: 'athena.stopQueryExecution',
  label: 'StopQueryExecution',
  description: 'Stop a query.',
  resources: { requestResponse: 'arn:aws:states:::athena:stopQueryExecution' },
  defaultPattern: 'requestResponse',
  fields: [need('QueryExecutionId', text(1, 128), 'Id of the query.')],
  errors: ['Athena.InternalServerException', 'Athena.InvalidRequestException'],
  recommendedRetriers: [retryTransient('Athena.InternalServerException')],
  arguments: { QueryExecutionId: '8f1c2d3e' },
  results: {
    requestResponse: {
      ...answerMetadata,
    },
  },
  access: (call) => [grant(['athena:stopQueryExecution'], [call.build('athena.workgroup', { name: '*' })])],
  price: noPrice('Athena is paid by the data that queries scan; this call costs nothing.'),
  helpUrl: 'https://docs.aws.amazon.com/step-functions/latest/dg/connect-athena.html',
};
