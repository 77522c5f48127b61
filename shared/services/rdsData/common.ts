import { need, text, type AccessCall, type AccessStatement, type ArgumentField, type PriceModel } from '../contract';
import { chunks, priced } from '../pricing';
import { retryTransient } from '../retriers';
import { grant } from '../statements';

/** Errors of calls that may open a connection. */
export const statementErrors: readonly string[] = [
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
];

/** Errors of calls that end a transaction which is open already. */
export const transactionEndErrors: readonly string[] = [
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
];

/** The Data API is paid by requests of 32 KB of data each. */
export const requestPrice: PriceModel = priced(
  [],
  (call) => [{ price: 'rdsdata.request', units: chunks(Math.max(call.inputBytes, call.outputBytes), 32) }],
  'The hours of the database itself.',
);

/** Which database is called, and with which login. */
export const databaseFields: readonly ArgumentField[] = [
  need('ResourceArn', text(11, 570), 'ARN of the Aurora cluster.'),
  need('SecretArn', text(11, 570), 'ARN of the secret with the login.'),
];

export const databaseArguments = {
  ResourceArn: 'arn:aws:rds:us-east-1:123456789012:cluster:my-cluster',
  SecretArn: 'arn:aws:secretsmanager:us-east-1:123456789012:secret:my-secret-AbCdEf',
};

/** The Data API reads the login with the permissions of the caller. */
export function databaseAccess(action: string): (call: AccessCall) => readonly AccessStatement[] {
  return (call) => [
    grant([action], [call.arn('ResourceArn', 'rds.cluster')]),
    grant(['secretsmanager:GetSecretValue'], [call.arn('SecretArn', 'secretsmanager.secret')]),
  ];
}

export const databaseRetriers = [
  retryTransient('RdsData.DatabaseUnavailableException', 'RdsData.ServiceUnavailableErrorException'),
];
