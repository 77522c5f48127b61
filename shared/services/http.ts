import { arn, json, map, may, need, objectOf, oneOf, string, type ServiceDefinition } from './contract';
import { httpCondition } from './callArns';
import { noPrice } from './pricing';
import { grant } from './statements';
import { lasts } from './lasts';

/** Source: AWS developer guide, "Call HTTPS APIs in Step Functions workflows". */
export const http: ServiceDefinition = {
  id: 'http',
  label: 'HTTP endpoint',
  icon: 'http',
  billing: 'serverless',
  billingNote: 'Somebody else runs the machines.',
  category: 'Web',
  actions: [
    {
      id: 'http.invoke',
      label: 'Call HTTPS API',
      description: 'Call any HTTPS API with the credentials of an EventBridge connection.',
      resources: { requestResponse: 'arn:aws:states:::http:invoke' },
      defaultPattern: 'requestResponse',
      fields: [
        need('ApiEndpoint', string, 'Host name of the API, or the HTTPS address.'),
        need('Method', oneOf('GET', 'POST', 'PUT', 'DELETE', 'PATCH', 'OPTIONS', 'HEAD'), 'HTTP method.'),
        may(
          'InvocationConfig',
          objectOf(need('ConnectionArn', arn('events.connection'))),
          'ConnectionArn of the EventBridge connection with the credentials.',
        ),
        may(
          'Authentication',
          objectOf(need('ConnectionArn', arn('events.connection'))),
          'ConnectionArn, the older form.',
        ),
        may('Headers', map, 'HTTP headers.'),
        may('QueryParameters', map, 'Query of the address.'),
        may('RequestBody', json, 'Body of the request: any JSON.'),
        may(
          'Transform',
          objectOf(
            may('RequestBodyEncoding', oneOf('NONE', 'URL_ENCODED')),
            may(
              'RequestEncodingOptions',
              objectOf(may('ArrayFormat', oneOf('INDICES', 'REPEAT', 'COMMAS', 'BRACKETS'))),
            ),
          ),
          'How body and lists are encoded.',
        ),
      ],
      exactlyOneOf: [['InvocationConfig', 'Authentication']],
      errors: [
        'States.Http.StatusCode.429',
        'States.Http.StatusCode.500',
        'States.Http.StatusCode.503',
        'States.Http.Socket',
        'Events.ConnectionResource.InvalidConnectionState',
        'Events.ConnectionResource.InvalidPrivateConnectionState',
        'Events.ConnectionResource.AccessDenied',
        'Events.ConnectionResource.ResourceNotFound',
        'Events.ConnectionResource.AuthInProgress',
        'Events.ConnectionResource.ConcurrentModification',
        'Events.ConnectionResource.InternalError',
      ],
      recommendedRetriers: [
        {
          ErrorEquals: [
            'States.Http.StatusCode.429',
            'States.Http.StatusCode.503',
            'States.Http.StatusCode.504',
            'States.Http.StatusCode.502',
          ],
          BackoffRate: 2,
          IntervalSeconds: 1,
          MaxAttempts: 3,
          JitterStrategy: 'FULL',
        },
      ],
      arguments: {
        ApiEndpoint: 'https://api.example.com/items',
        Method: 'GET',
        InvocationConfig: {
          ConnectionArn:
            'arn:aws:events:us-east-1:123456789012:connection/my-connection/8f1c2d3e-0000-4000-8000-000000000000',
        },
      },
      results: {
        requestResponse: {
          Headers: { 'content-type': ['application/json'] },
          ResponseBody: {},
          StatusCode: 200,
          StatusText: 'OK',
        },
      },
      access: (call) => [
        grant(['states:InvokeHTTPEndpoint'], [call.build('states.stateMachine', {})], httpCondition(call)),
        grant(
          ['events:RetrieveConnectionCredentials'],
          [
            call.given('Authentication.ConnectionArn')
              ? call.arn('Authentication.ConnectionArn', 'events.connection')
              : call.arn('InvocationConfig.ConnectionArn', 'events.connection'),
          ],
        ),
        grant(
          ['secretsmanager:GetSecretValue', 'secretsmanager:DescribeSecret'],
          [`arn:${call.partition}:secretsmanager:*:*:secret:events!connection/*`],
        ),
      ],
      durations: { requestResponse: lasts(0.5, 0.1, 5) },
      price: noPrice('What the endpoint takes for a call, only its owner knows.'),
      helpUrl: 'https://docs.aws.amazon.com/step-functions/latest/dg/call-https-apis.html',
    },
  ],
};
