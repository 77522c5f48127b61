import { may, need, text, type ServiceAction } from '../contract';
import { chunks, priced } from '../pricing';
import { grant } from '../statements';
import { retryTransient } from '../retriers';

/** RDS Data API: begin transaction. */
export const beginTransaction: ServiceAction = {
  id: 'rdsdata.beginTransaction',
  label: 'Begin transaction',
  description: 'Begin a transaction.',
  resources: { requestResponse: 'arn:aws:states:::aws-sdk:rdsdata:beginTransaction' },
  defaultPattern: 'requestResponse',
  fields: [
    need('ResourceArn', text(11, 570), 'ARN of the Aurora cluster.'),
    need('SecretArn', text(11, 570), 'ARN of the secret with the login.'),
    may('Database', text(0, 64), 'Name of the database.'),
    may('Schema', text(0, 64)),
  ],
  errors: [
    'RdsData.SecretsErrorException',
    'RdsData.HttpEndpointNotEnabledException',
    'RdsData.DatabaseErrorException',
    'RdsData.DatabaseResumingException',
    'RdsData.DatabaseUnavailableException',
    'RdsData.TransactionNotFoundException',
    'RdsData.InvalidSecretException',
    'RdsData.InvalidResourceStateException',
    'RdsData.ForbiddenException',
    'RdsData.ServiceUnavailableErrorException',
  ],
  recommendedRetriers: [
    retryTransient('RdsData.DatabaseUnavailableException', 'RdsData.ServiceUnavailableErrorException'),
  ],
  arguments: {
    ResourceArn: 'arn:aws:rds:us-east-1:123456789012:cluster:my-cluster',
    SecretArn: 'arn:aws:secretsmanager:us-east-1:123456789012:secret:my-secret-AbCdEf',
  },
  results: { requestResponse: { TransactionId: 'AQC5SRDIm' } },
  access: (call) => [
    grant(['rds-data:BeginTransaction'], [call.arn('ResourceArn', 'rds.cluster')]),
    grant(['secretsmanager:GetSecretValue'], [call.arn('SecretArn', 'secretsmanager.secret')]),
  ],
  price: priced(
    [],
    (call) => [{ price: 'rdsdata.request', units: chunks(Math.max(call.inputBytes, call.outputBytes), 32) }],
    'The hours of the database itself.',
  ),
  helpUrl: 'https://docs.aws.amazon.com/rdsdataservice/latest/APIReference/API_BeginTransaction.html',
};
