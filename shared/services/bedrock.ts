import type { ServiceDefinition } from './contract';
import { converse } from './bedrock/converse';
import { createCustomizationJob } from './bedrock/createCustomizationJob';
import { invokeModel } from './bedrock/invokeModel';

/** Source: AWS developer guide, "Invoke and customize Amazon Bedrock models with Step Functions". */
export const bedrock: ServiceDefinition = {
  id: 'bedrock',
  label: 'Bedrock',
  icon: 'bedrock',
  billing: 'serverless',
  billingNote: 'No machines are seen: paid by tokens in and out, by model.',
  category: 'Machine learning',
  actions: [invokeModel, createCustomizationJob, converse],
};
