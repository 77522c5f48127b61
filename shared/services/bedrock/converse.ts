import {
  integer,
  list,
  listOf,
  mapOf,
  may,
  need,
  number,
  object,
  objectOf,
  oneOf,
  string,
  text,
  type ServiceAction,
} from '../contract';
import { modelArn } from '../callArns';
import { assumed, priced } from '../pricing';
import { tokens } from '../serviceCharges';
import { grant } from '../statements';
import { retryTransient } from '../retriers';
import { lasts } from '../lasts';

/** Bedrock: converse. */
export const converse: ServiceAction = {
  id: 'bedrockruntime.converse',
  label: 'Converse',
  description: 'Talk with a foundation model in a form that is the same for all models.',
  resources: { requestResponse: 'arn:aws:states:::aws-sdk:bedrockruntime:converse' },
  defaultPattern: 'requestResponse',
  fields: [
    need('ModelId', text(1, 2048), 'Id or ARN of the model.'),
    may(
      'Messages',
      listOf(objectOf(need('Role', oneOf('user', 'assistant', 'system')), need('Content', list))),
      'The conversation so far.',
    ),
    may(
      'System',
      listOf(objectOf(may('Text', text(1, 100_000)), may('GuardContent', object), may('CachePoint', object))),
      'Instructions to the model.',
    ),
    may(
      'InferenceConfig',
      objectOf(
        may('MaxTokens', integer(1)),
        may('Temperature', number),
        may('TopP', number),
        may('StopSequences', listOf(string)),
      ),
      'MaxTokens, Temperature, TopP, StopSequences.',
    ),
    may('ToolConfig', objectOf(need('Tools', list), may('ToolChoice', object))),
    may(
      'GuardrailConfig',
      objectOf(
        may('GuardrailIdentifier', text(0, 2048)),
        may('GuardrailVersion', string),
        may('Trace', oneOf('enabled', 'disabled', 'enabled_full')),
      ),
    ),
    may('AdditionalModelRequestFields', object),
    may('PromptVariables', mapOf(objectOf(may('Text', string)))),
    may('AdditionalModelResponseFieldPaths', listOf(string)),
    may('RequestMetadata', mapOf(string)),
    may('PerformanceConfig', objectOf(may('Latency', oneOf('standard', 'optimized')))),
    may('ServiceTier', objectOf(need('Type', oneOf('priority', 'default', 'flex', 'reserved')))),
    may('OutputConfig', objectOf(may('TextFormat', object), may('Effort', text(0, 16)))),
  ],
  errors: [
    'BedrockRuntime.AccessDeniedException',
    'BedrockRuntime.ThrottlingException',
    'BedrockRuntime.ResourceNotFoundException',
    'BedrockRuntime.ModelTimeoutException',
    'BedrockRuntime.InternalServerException',
    'BedrockRuntime.ServiceUnavailableException',
    'BedrockRuntime.ValidationException',
    'BedrockRuntime.ModelNotReadyException',
    'BedrockRuntime.ModelErrorException',
  ],
  recommendedRetriers: [
    retryTransient(
      'BedrockRuntime.ThrottlingException',
      'BedrockRuntime.ModelTimeoutException',
      'BedrockRuntime.InternalServerException',
      'BedrockRuntime.ServiceUnavailableException',
    ),
  ],
  arguments: {
    ModelId: 'anthropic.claude-3-haiku-20240307-v1:0',
    Messages: [{ Role: 'user', Content: [{ Text: 'Hello' }] }],
  },
  results: {
    requestResponse: {
      Output: { Message: { Role: 'assistant', Content: [{ Text: 'Hello!' }] } },
      StopReason: 'end_turn',
      Usage: { InputTokens: 10, OutputTokens: 5, TotalTokens: 15 },
      Metrics: { LatencyMs: 400 },
    },
  },
  access: (call) => [
    grant(
      ['bedrock:InvokeModel'],
      [
        modelArn(call),
        `arn:${call.partition}:bedrock:*::foundation-model/*`,
        call.build('bedrock.inferenceProfile', { id: '*' }),
      ],
    ),
  ],
  durations: { requestResponse: lasts(3, 1, 20) },
  price: priced(
    [assumed('inputTokens', 'Tokens in', 'tokens', 1000), assumed('outputTokens', 'Tokens out', 'tokens', 500)],
    tokens,
  ),
  helpUrl: 'https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_Converse.html',
};
