import { need, text, type ServiceAction } from '../contract';
import { chunks, priced } from '../pricing';
import { grant } from '../statements';
import { retryTransient } from '../retriers';

/** RDS Data API: roll back transaction. */
export const rollbackTransaction: ServiceAction = {
  id: 'rdsdata.rollbackTransaction',
  label: 'Roll back transaction',
  description: 'Roll a transaction back.',
  resources: { requestResponse: 'arn:aws:states:::aws-sdk:rdsdata:rollbackTransaction' },
  defaultPattern: 'requestResponse',
  fields: [
    need('ResourceArn', text(11, 570), 'ARN of the Aurora cluster.'),
    need('SecretArn', text(11, 570), 'ARN of the secret with the login.'),
    need('TransactionId', text(0, 192), 'Id of the transaction.'),
  ],
  errors: [
    'RdsData.SecretsErrorException',
    'RdsData.HttpEndpointNotEnabledException',
    'RdsData.DatabaseErrorException',
    'RdsData.DatabaseUnavailableException',
    'RdsData.TransactionNotFoundException',
    'RdsData.InvalidSecretException',
    'RdsData.InvalidResourceStateException',
    'RdsData.ForbiddenException',
    'RdsData.ServiceUnavailableErrorException',
    'RdsData.DatabaseNotFoundException',
  ],
  recommendedRetriers: [
    retryTransient('RdsData.DatabaseUnavailableException', 'RdsData.ServiceUnavailableErrorException'),
  ],
  arguments: {
    ResourceArn: 'arn:aws:rds:us-east-1:123456789012:cluster:my-cluster',
    SecretArn: 'arn:aws:secretsmanager:us-east-1:123456789012:secret:my-secret-AbCdEf',
    TransactionId: 'AQC5SRDIm',
  },
  results: { requestResponse: { TransactionStatus: 'Rollback Complete' } },
  access: (call) => [
    grant(['rds-data:RollbackTransaction'], [call.arn('ResourceArn', 'rds.cluster')]),
    grant(['secretsmanager:GetSecretValue'], [call.arn('SecretArn', 'secretsmanager.secret')]),
  ],
  price: priced(
    [],
    (call) => [{ price: 'rdsdata.request', units: chunks(Math.max(call.inputBytes, call.outputBytes), 32) }],
    'The hours of the database itself.',
  ),
  helpUrl: 'https://docs.aws.amazon.com/rdsdataservice/latest/APIReference/API_RollbackTransaction.html',
};
