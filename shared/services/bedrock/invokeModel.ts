import {
  json,
  may,
  need,
  objectOf,
  oneOf,
  string,
  type AccessCall,
  type AccessStatement,
  type ServiceAction,
} from '../contract';
import { answerMetadata } from '../answerMetadata';
import { modelArn, s3UriArn } from '../callArns';
import { assumed, priced } from '../pricing';
import { tokens } from '../serviceCharges';
import { grant, grantedByTemplate } from '../statements';
import { retryTransient } from '../retriers';
import { lasts } from '../lasts';

/** Source: Amazon Bedrock user guide, "Set up permissions to use guardrails for content filtering". */
function guardrail(call: AccessCall): readonly AccessStatement[] {
  if (!call.given('GuardrailIdentifier')) return [];
  return [grant(['bedrock:ApplyGuardrail'], [call.arn('GuardrailIdentifier', 'bedrock.guardrail')])];
}

/** Bedrock: invoke model. */
export const invokeModel: ServiceAction = {
  id: 'bedrock.invokeModel',
  label: 'Invoke model',
  description: 'Ask a foundation model.',
  resources: {
    requestResponse: 'arn:aws:states:::bedrock:invokeModel',
    waitForTaskToken: 'arn:aws:states:::bedrock:invokeModel.waitForTaskToken',
  },
  defaultPattern: 'requestResponse',
  fields: [
    need('ModelId', string, 'Id or ARN of the model.'),
    may('Body', json, 'Content: text or JSON.'),
    may('Input', objectOf(may('S3Uri', string)), 'Input of the execution: any JSON.'),
    may('Output', objectOf(may('S3Uri', string)), 'Result of the task: any JSON as text.'),
    may('ContentType', string, 'MIME type of the body.'),
    may('Accept', string, 'MIME type wanted.'),
    may('GuardrailIdentifier', string),
    may('GuardrailVersion', string),
    may('Trace', oneOf('ENABLED', 'DISABLED', 'ENABLED_FULL')),
  ],
  exactlyOneOf: [['Body', 'Input']],
  errors: [
    'Bedrock.AccessDeniedException',
    'Bedrock.ResourceNotFoundException',
    'Bedrock.ThrottlingException',
    'Bedrock.ModelTimeoutException',
    'Bedrock.InternalServerException',
    'Bedrock.ServiceUnavailableException',
    'Bedrock.ValidationException',
    'Bedrock.ServiceQuotaExceededException',
    'Bedrock.ModelNotReadyException',
    'Bedrock.ModelErrorException',
    'States.Timeout',
    'States.HeartbeatTimeout',
  ],
  recommendedRetriers: [
    retryTransient(
      'Bedrock.ThrottlingException',
      'Bedrock.ModelTimeoutException',
      'Bedrock.InternalServerException',
      'Bedrock.ServiceUnavailableException',
    ),
  ],
  arguments: {
    ModelId: 'anthropic.claude-3-haiku-20240307-v1:0',
    Body: { anthropic_version: 'bedrock-2023-05-31', max_tokens: 500, messages: [{ role: 'user', content: 'Hello' }] },
  },
  results: {
    requestResponse: {
      Body: { content: [{ type: 'text', text: 'Hello!' }], usage: { input_tokens: 10, output_tokens: 5 } },
      ContentType: 'application/json',
      ...answerMetadata,
    },
  },
  access: (call) => [
    grant(['bedrock:InvokeModel'], [modelArn(call)]),
    grantedByTemplate(['bedrock:InvokeModel'], [call.build('bedrock.provisionedModel', { id: '*' })]),
    ...guardrail(call),
    ...(call.given('Input.S3Uri') ? [grant(['s3:GetObject'], [s3UriArn(call, 'Input.S3Uri')])] : []),
    ...(call.given('Output.S3Uri') ? [grant(['s3:PutObject'], [s3UriArn(call, 'Output.S3Uri')])] : []),
  ],
  durations: { requestResponse: lasts(3, 1, 20) },
  price: priced(
    [assumed('inputTokens', 'Tokens in', 'tokens', 1000), assumed('outputTokens', 'Tokens out', 'tokens', 500)],
    tokens,
  ),
  helpUrl: 'https://docs.aws.amazon.com/step-functions/latest/dg/connect-bedrock.html',
};
