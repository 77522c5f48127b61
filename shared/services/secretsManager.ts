import { may, need, text, type ServiceDefinition } from './contract';
import { secretArn } from './callArns';
import { priced } from './pricing';
import { grant } from './statements';
import { retryTransient } from './retriers';

/** Source: API model of AWS Secrets Manager; called through the AWS SDK integration. */
export const secretsManager: ServiceDefinition = {
  id: 'secretsmanager',
  label: 'Secrets Manager',
  icon: 'secretsManager',
  billing: 'serverless',
  billingNote: 'No machines are seen: paid by secret and by call.',
  category: 'Configuration',
  actions: [
    {
      id: 'secretsmanager.getSecretValue',
      label: 'Get secret value',
      description: 'Read a secret; its value stands in the history of the execution in clear text.',
      resources: { requestResponse: 'arn:aws:states:::aws-sdk:secretsmanager:getSecretValue' },
      defaultPattern: 'requestResponse',
      fields: [
        need('SecretId', text(1, 2048), 'Name or ARN of the secret.'),
        may('VersionId', text(32, 64)),
        may('VersionStage', text(1, 256)),
      ],
      errors: [
        'SecretsManager.ResourceNotFoundException',
        'SecretsManager.InvalidParameterException',
        'SecretsManager.InvalidRequestException',
        'SecretsManager.DecryptionFailureException',
        'SecretsManager.InternalServiceErrorException',
      ],
      recommendedRetriers: [retryTransient('SecretsManager.InternalServiceErrorException')],
      arguments: { SecretId: 'my-secret' },
      results: {
        requestResponse: {
          Arn: 'arn:aws:secretsmanager:us-east-1:123456789012:secret:my-secret-AbCdEf',
          Name: 'my-secret',
          SecretString: 'sample',
          VersionId: '8f1c2d3e-0000-4000-8000-000000000000',
          VersionStages: ['AWSCURRENT'],
          CreatedDate: '2026-01-31T09:00:00Z',
        },
      },
      access: (call) => [grant(['secretsmanager:GetSecretValue'], [secretArn(call)])],
      price: priced([], () => [{ price: 'secretsmanager.call', units: 1 }]),
      helpUrl: 'https://docs.aws.amazon.com/secretsmanager/latest/apireference/API_GetSecretValue.html',
    },
  ],
};
