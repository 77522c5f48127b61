import { boolean, json, map, may, need, oneOf, string, type ServiceDefinition } from './contract';
import { answerMetadata } from './answerMetadata';
import { apiArn } from './callArns';
import { priced } from './pricing';
import { grant, grantedByTemplate } from './statements';
import { retryTransient } from './retriers';
import { lasts } from './lasts';

/** Source: AWS developer guide, "Create API Gateway REST APIs with Step Functions". */
export const apiGateway: ServiceDefinition = {
  id: 'apigateway',
  label: 'API Gateway',
  icon: 'apiGateway',
  billing: 'serverless',
  billingNote: 'No machines are seen: paid by request.',
  category: 'Web',
  actions: [
    {
      id: 'apigateway.invoke',
      label: 'Invoke API',
      description: 'Call a REST or HTTP API of API Gateway.',
      resources: {
        requestResponse: 'arn:aws:states:::apigateway:invoke',
        waitForTaskToken: 'arn:aws:states:::apigateway:invoke.waitForTaskToken',
      },
      defaultPattern: 'requestResponse',
      fields: [
        need('ApiEndpoint', string, 'Host name of the API, or the HTTPS address.'),
        need('Method', oneOf('GET', 'POST', 'PUT', 'DELETE', 'PATCH', 'HEAD', 'OPTIONS'), 'HTTP method.'),
        may('Headers', map, 'HTTP headers.'),
        may('Stage', string, 'Stage of the API.'),
        may('Path', string, 'Path below the stage.'),
        may('QueryParameters', map, 'Query of the address.'),
        may('RequestBody', json, 'Body of the request: any JSON.'),
        may('AllowNullValues', boolean),
        may('AuthType', oneOf('NO_AUTH', 'IAM_ROLE', 'RESOURCE_POLICY'), 'How the call is authorised.'),
      ],
      errors: ['ApiGateway.403', 'States.Timeout', 'States.HeartbeatTimeout'],
      recommendedRetriers: [retryTransient('States.TaskFailed')],
      arguments: {
        ApiEndpoint: '8f1c2d3e00.execute-api.us-east-1.amazonaws.com',
        Method: 'GET',
        Stage: 'prod',
        Path: 'items',
        AuthType: 'IAM_ROLE',
      },
      results: {
        requestResponse: {
          ApiEndpoint: '8f1c2d3e00.execute-api.us-east-1.amazonaws.com',
          Headers: {},
          ResponseBody: {},
          StatusCode: 200,
          StatusText: 'OK',
          ...answerMetadata,
        },
      },
      // NO_AUTH is the default: such a call is not signed, and nobody asks for a permission.
      access: (call) =>
        !call.given('AuthType') || call.literal('AuthType') === 'NO_AUTH'
          ? [grantedByTemplate(['execute-api:Invoke'], [apiArn(call)])]
          : [grant(['execute-api:Invoke'], [apiArn(call)])],
      durations: { requestResponse: lasts(0.5, 0.1, 5) },
      price: priced([], () => [{ price: 'apigateway.request', units: 1 }], 'What the API itself calls.'),
      helpUrl: 'https://docs.aws.amazon.com/step-functions/latest/dg/connect-api-gateway.html',
    },
  ],
};
