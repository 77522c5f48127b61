import { boolean, may, need, text, type ServiceDefinition } from './contract';
import { parameterArn } from './callArns';
import { noPrice } from './pricing';
import { grant } from './statements';
import { retryTransient } from './retriers';

/** Source: API model of AWS Systems Manager; called through the AWS SDK integration. */
export const ssm: ServiceDefinition = {
  id: 'ssm',
  label: 'Parameter Store',
  icon: 'ssm',
  billing: 'serverless',
  billingNote: 'No machines are seen; standard parameters cost nothing.',
  category: 'Configuration',
  actions: [
    {
      id: 'ssm.getParameter',
      label: 'Get parameter',
      description: 'Read a parameter.',
      resources: { requestResponse: 'arn:aws:states:::aws-sdk:ssm:getParameter' },
      defaultPattern: 'requestResponse',
      fields: [need('Name', text(1, 2048), 'Its name.'), may('WithDecryption', boolean, 'Decrypt a SecureString.')],
      errors: [
        'Ssm.InternalServerErrorException',
        'Ssm.InvalidKeyIdException',
        'Ssm.ParameterNotFoundException',
        'Ssm.ParameterVersionNotFoundException',
      ],
      recommendedRetriers: [retryTransient('Ssm.InternalServerErrorException')],
      arguments: { Name: 'my-parameter' },
      results: {
        requestResponse: {
          Parameter: {
            Name: 'my-parameter',
            Type: 'String',
            Value: 'sample',
            Version: 1,
            Arn: 'arn:aws:ssm:us-east-1:123456789012:parameter/my-parameter',
            DataType: 'text',
            LastModifiedDate: '2026-01-31T09:00:00Z',
          },
        },
      },
      access: (call) => [grant(['ssm:GetParameter'], [parameterArn(call)])],
      price: noPrice('Standard parameters cost nothing.'),
      helpUrl: 'https://docs.aws.amazon.com/systems-manager/latest/APIReference/API_GetParameter.html',
    },
  ],
};
