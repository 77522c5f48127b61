import type { ServiceDefinition } from './contract';
import { batchExecuteStatement } from './rdsData/batchExecuteStatement';
import { beginTransaction } from './rdsData/beginTransaction';
import { commitTransaction } from './rdsData/commitTransaction';
import { executeStatement } from './rdsData/executeStatement';
import { rollbackTransaction } from './rdsData/rollbackTransaction';

/** Source: API model of the RDS Data API; called through the AWS SDK integration. */
export const rdsData: ServiceDefinition = {
  id: 'rdsdata',
  label: 'RDS Data API',
  icon: 'rdsData',
  billing: 'managed',
  billingNote: 'The database is a machine of its own, paid by the hour; the Data API is paid by 32 KB of each request.',
  category: 'Storage and databases',
  actions: [executeStatement, batchExecuteStatement, beginTransaction, commitTransaction, rollbackTransaction],
};
