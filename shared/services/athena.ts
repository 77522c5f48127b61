import type { ServiceDefinition } from './contract';
import { getQueryExecution } from './athena/getQueryExecution';
import { getQueryResults } from './athena/getQueryResults';
import { startQueryExecution } from './athena/startQueryExecution';
import { stopQueryExecution } from './athena/stopQueryExecution';

/** Source: AWS developer guide, "Run Athena queries with Step Functions". */
export const athena: ServiceDefinition = {
  id: 'athena',
  label: 'Athena',
  icon: 'athena',
  billing: 'serverless',
  billingNote: 'No machines are seen: paid by the data that a query scans.',
  category: 'Data',
  actions: [startQueryExecution, getQueryResults, getQueryExecution, stopQueryExecution],
};
