/**
 * What Step Functions adds to the answer of an optimized integration. Recorded on AWS for DynamoDB, SQS, SNS, Lambda, ECS
 * and Step Functions; answers of SDK calls and of events:putEvents do not have it.
 */
export const answerMetadata = {
  SdkHttpMetadata: { AllHttpHeaders: {}, HttpHeaders: {}, HttpStatusCode: 200 },
  SdkResponseMetadata: { RequestId: '8f1c2d3e-0000-4000-8000-000000000000' },
} as const;
