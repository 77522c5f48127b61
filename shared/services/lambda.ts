import { arnOrName, json, may, need, oneOf, string, text, type ServiceDefinition } from './contract';
import { answerMetadata } from './answerMetadata';
import { functionArns } from './callArns';
import { assumed, priced } from './pricing';
import { grant } from './statements';
import { lasts } from './lasts';

const functionRun = lasts(0.2, 0.02, 3);

/** Source: AWS developer guide, "Invoke an AWS Lambda function with Step Functions". */
export const lambda: ServiceDefinition = {
  id: 'lambda',
  label: 'Lambda',
  icon: 'lambda',
  billing: 'serverless',
  billingNote: 'No machines are seen: paid by request and by memory over time.',
  category: 'Compute',
  actions: [
    {
      id: 'lambda.invoke',
      label: 'Invoke',
      description: 'Run a Lambda function and use what it returns.',
      resources: {
        requestResponse: 'arn:aws:states:::lambda:invoke',
        waitForTaskToken: 'arn:aws:states:::lambda:invoke.waitForTaskToken',
      },
      defaultPattern: 'requestResponse',
      fields: [
        need(
          'FunctionName',
          arnOrName('lambda.function'),
          'Name or ARN of the function; may end in a version or alias.',
        ),
        may('InvocationType', oneOf('Event', 'RequestResponse', 'DryRun'), 'DryRun'),
        may('LogType', oneOf('None', 'Tail'), 'Tail'),
        may('ClientContext', string, 'Base64 text handed to the function in its context.'),
        may('Payload', json, 'What the function receives. The whole state input when left out.'),
        may('Qualifier', text(1, 128), 'Version or alias to run.'),
      ],
      errors: [
        'Lambda.ServiceException',
        'Lambda.AWSLambdaException',
        'Lambda.SdkClientException',
        'Lambda.ClientExecutionTimeoutException',
        'Lambda.TooManyRequestsException',
        'Lambda.Unknown',
        'Sandbox.Timedout',
        'Lambda.ResourceNotFoundException',
        'States.Timeout',
        'States.HeartbeatTimeout',
      ],
      recommendedRetriers: [
        {
          ErrorEquals: [
            'Lambda.ServiceException',
            'Lambda.AWSLambdaException',
            'Lambda.SdkClientException',
            'Lambda.TooManyRequestsException',
          ],
          IntervalSeconds: 1,
          MaxAttempts: 3,
          BackoffRate: 2,
          JitterStrategy: 'FULL',
        },
      ],
      arguments: { FunctionName: 'my-function' },
      inputArgument: 'Payload',
      resultField: 'Payload',
      results: {
        requestResponse: {
          ExecutedVersion: '$LATEST',
          Payload: {},
          StatusCode: 200,
          ...answerMetadata,
        },
      },
      access: (call) => [grant(['lambda:InvokeFunction'], functionArns(call))],
      durations: { requestResponse: functionRun },
      price: priced(
        [
          assumed('memoryMB', 'Memory', 'MB', 512),
          assumed(
            'functionSeconds',
            'Run time',
            's',
            functionRun.seconds,
            'Used where the run took no time, or waited for a token.',
          ),
        ],
        (call) => [
          { price: 'lambda.request', units: 1 },
          {
            price: 'lambda.gbSecond',
            units:
              (call.pattern === 'waitForTaskToken' || call.seconds === 0
                ? call.assume('functionSeconds')
                : call.seconds) *
              (call.assume('memoryMB') / 1024),
          },
        ],
      ),
      helpUrl: 'https://docs.aws.amazon.com/step-functions/latest/dg/connect-lambda.html',
    },
  ],
};
