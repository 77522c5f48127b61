import { json, may, need, oneOf, string, text, type ServiceDefinition } from './contract';

/** Source: AWS developer guide, "Invoke an AWS Lambda function with Step Functions". */
export const lambda: ServiceDefinition = {
  id: 'lambda',
  label: 'Lambda',
  icon: 'lambda',
  billing: 'serverless',
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
        need('FunctionName', text(1, 256), 'Name or ARN of the function; may end in a version or alias.'),
        may('Payload', json, 'What the function receives. The whole state input when left out.'),
        may('InvocationType', oneOf('RequestResponse', 'Event', 'DryRun'), 'Event does not wait for the result.'),
        may('Qualifier', text(1, 128), 'Version or alias to run.'),
        may('LogType', oneOf('None', 'Tail'), 'Tail returns the end of the log with the result.'),
        may('ClientContext', string, 'Base64 text handed to the function in its context.'),
      ],
      errors: [
        'Lambda.ServiceException',
        'Lambda.AWSLambdaException',
        'Lambda.SdkClientException',
        'Lambda.TooManyRequestsException',
        'Lambda.ClientExecutionTimeoutException',
        'Lambda.ResourceNotFoundException',
        'Lambda.Unknown',
        'Sandbox.Timedout',
      ],
      // "Handle transient Lambda service exceptions" in AWS's best practices.
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
      arguments: { FunctionName: 'arn:aws:lambda:us-east-1:123456789012:function:my-function:$LATEST' },
      // What Workflow Studio sets up too: the input goes in, the bare payload comes out.
      inputArgument: 'Payload',
      resultField: 'Payload',
      helpUrl: 'https://docs.aws.amazon.com/step-functions/latest/dg/connect-lambda.html',
    },
  ],
};
