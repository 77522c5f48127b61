import { list, may, need, text, type ServiceAction } from '../contract';
import { chunks, priced } from '../pricing';
import { grant } from '../statements';
import { retryTransient } from '../retriers';

/** RDS Data API: batch execute statement. */
export const batchExecuteStatement: ServiceAction = {
  id: 'rdsdata.batchExecuteStatement',
  label: 'Batch execute statement',
  description: 'Run one SQL statement with many sets of parameters.',
  resources: { requestResponse: 'arn:aws:states:::aws-sdk:rdsdata:batchExecuteStatement' },
  defaultPattern: 'requestResponse',
  fields: [
    need('ResourceArn', text(11, 570), 'ARN of the Aurora cluster.'),
    need('SecretArn', text(11, 570), 'ARN of the secret with the login.'),
    need('Sql', text(0, 65536), 'The statement to run.'),
    may('Database', text(0, 64), 'Name of the database.'),
    may('Schema', text(0, 64)),
    may('ParameterSets', list, 'One set of parameters for each run of the statement.'),
    may('TransactionId', text(0, 192), 'Id of the transaction.'),
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
    Sql: 'INSERT INTO t VALUES (:id)',
    ParameterSets: [[{ Name: 'id', Value: { LongValue: 1 } }]],
  },
  results: { requestResponse: { UpdateResults: [{ GeneratedFields: [] }] } },
  access: (call) => [
    grant(['rds-data:BatchExecuteStatement'], [call.arn('ResourceArn', 'rds.cluster')]),
    grant(['secretsmanager:GetSecretValue'], [call.arn('SecretArn', 'secretsmanager.secret')]),
  ],
  price: priced(
    [],
    (call) => [{ price: 'rdsdata.request', units: chunks(Math.max(call.inputBytes, call.outputBytes), 32) }],
    'The hours of the database itself.',
  ),
  helpUrl: 'https://docs.aws.amazon.com/rdsdataservice/latest/APIReference/API_BatchExecuteStatement.html',
};
