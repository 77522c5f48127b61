/** One list price. */
export interface Price {
  readonly label: string;
  /** What one unit is: a request, an hour, a GB-second … */
  readonly unit: string;
  readonly usd: number;
}

/** Prices of one region. */
export interface PriceTable {
  readonly region: string;
  /** When the prices were written down. */
  readonly date: string;
  readonly source: string;
  readonly prices: Readonly<Record<string, Price>>;
}

const group = (
  prefix: string,
  unit: string,
  entries: Readonly<Record<string, readonly [label: string, usd: number]>>,
): Record<string, Price> =>
  Object.fromEntries(Object.entries(entries).map(([key, [label, usd]]) => [`${prefix}.${key}`, { label, unit, usd }]));

const sagemaker = (types: Readonly<Record<string, number>>) =>
  group(
    'sagemaker',
    'hour',
    Object.fromEntries(Object.entries(types).map(([type, usd]) => [type, [`SageMaker ${type}`, usd]])),
  );

const ec2 = (types: Readonly<Record<string, number>>) =>
  group('ec2', 'hour', Object.fromEntries(Object.entries(types).map(([type, usd]) => [type, [`EC2 ${type}`, usd]])));

/**
 * Public list prices of AWS without free tiers, volume tiers, taxes and data transfer, as they were known when written
 * down, from the pricing pages of the services (aws.amazon.com/<service>/pricing). They are a start: prices change, so
 * check those that matter; each can be changed in the cost view.
 */
export const defaultPrices: PriceTable = {
  region: 'us-east-1',
  date: '2025-06',
  source: 'Public pricing pages of the services; not fetched, to be checked',
  prices: {
    ...group('states', 'transition', { transition: ['Step Functions Standard transition', 0.000025] }),
    ...group('states', 'request', { expressRequest: ['Step Functions Express request', 0.000001] }),
    ...group('states', 'GB-second', { expressGbSecond: ['Step Functions Express memory', 0.00001667] }),
    ...group('lambda', 'request', { request: ['Lambda request', 0.0000002] }),
    ...group('lambda', 'GB-second', { gbSecond: ['Lambda memory (x86)', 0.0000166667] }),
    ...group('glue', 'DPU-hour', {
      dpuHour: ['Glue job', 0.44],
      dpuHourFlex: ['Glue job, Flex', 0.29],
      // Not looked up on AWS's price page yet; said in docs/cost.md.
      memoryDpuHour: ['Glue job, memory-optimized (R workers)', 0.52],
      crawlerDpuHour: ['Glue crawler', 0.44],
    }),
    ...group('databrew', 'node-hour', { nodeHour: ['DataBrew job', 0.48] }),
    ...group('fargate', 'vCPU-hour', { vcpuHour: ['Fargate CPU (Linux, x86)', 0.04048] }),
    ...group('fargate', 'GB-hour', { gbHour: ['Fargate memory (Linux, x86)', 0.004445] }),
    ...ec2({
      't3.medium': 0.0416,
      't3.large': 0.0832,
      'm5.large': 0.096,
      'm5.xlarge': 0.192,
      'm6i.large': 0.096,
      'm7g.large': 0.0816,
      'c5.large': 0.085,
      'c5.xlarge': 0.17,
      'r5.large': 0.126,
      'g4dn.xlarge': 0.526,
      'g5.xlarge': 1.006,
      'p3.2xlarge': 3.06,
    }),
    ...sagemaker({
      'ml.t3.medium': 0.05,
      'ml.m5.large': 0.115,
      'ml.m5.xlarge': 0.23,
      'ml.m5.2xlarge': 0.461,
      'ml.m5.4xlarge': 0.922,
      'ml.c5.xlarge': 0.204,
      'ml.c5.2xlarge': 0.408,
      'ml.r5.large': 0.151,
      'ml.g4dn.xlarge': 0.736,
      'ml.g5.xlarge': 1.408,
      'ml.g5.2xlarge': 1.515,
      'ml.p3.2xlarge': 3.825,
    }),
    ...group('sagemaker', 'unit', {
      featureStoreWriteUnit: ['Feature Store write', 0.00000125],
      featureStoreReadUnit: ['Feature Store read', 0.00000025],
    }),
    ...group('sns', '64 KB request', { publish: ['SNS publish', 0.0000005] }),
    ...group('sqs', '64 KB request', {
      request: ['SQS request (standard)', 0.0000004],
      fifoRequest: ['SQS request (FIFO)', 0.0000005],
    }),
    ...group('s3', 'request', { put: ['S3 PUT, COPY, LIST', 0.000005], get: ['S3 GET, HEAD', 0.0000004] }),
    ...group('dynamodb', 'unit', {
      readUnit: ['DynamoDB read, on demand', 0.000000125],
      writeUnit: ['DynamoDB write, on demand', 0.000000625],
    }),
    ...group('athena', 'TB scanned', { tb: ['Athena query', 5] }),
    ...group('kinesis', '25 KB record', { putUnit: ['Kinesis PUT payload unit', 0.000000014] }),
    ...group('firehose', 'GB', { gb: ['Firehose data taken in', 0.029] }),
    ...group('events', '64 KB event', { event: ['EventBridge custom event', 0.000001] }),
    ...group('scheduler', 'invocation', { invocation: ['EventBridge Scheduler', 0.000001] }),
    ...group('rdsdata', '32 KB request', { request: ['RDS Data API', 0.00000035] }),
    ...group('emr', 'hour', { 'm5.xlarge': ['EMR on m5.xlarge', 0.048] }),
    ...group('emrServerless', 'vCPU-hour', { vcpuHour: ['EMR Serverless CPU', 0.052624] }),
    ...group('emrServerless', 'GB-hour', { gbHour: ['EMR Serverless memory', 0.0057785] }),
    ...group('apigateway', 'request', { request: ['API Gateway REST request', 0.0000035] }),
    ...group('bedrock', 'token', {
      'claude-3-haiku.input': ['Claude 3 Haiku, in', 0.00000025],
      'claude-3-haiku.output': ['Claude 3 Haiku, out', 0.00000125],
      'claude-3-5-sonnet.input': ['Claude 3.5 Sonnet, in', 0.000003],
      'claude-3-5-sonnet.output': ['Claude 3.5 Sonnet, out', 0.000015],
      'nova-lite.input': ['Nova Lite, in', 0.00000006],
      'nova-lite.output': ['Nova Lite, out', 0.00000024],
      'nova-pro.input': ['Nova Pro, in', 0.0000008],
      'nova-pro.output': ['Nova Pro, out', 0.0000032],
      'titan-text-lite.input': ['Titan Text Lite, in', 0.00000015],
      'titan-text-lite.output': ['Titan Text Lite, out', 0.0000002],
    }),
    ...group('codebuild', 'minute', {
      'small.minute': ['CodeBuild general1.small', 0.005],
      'medium.minute': ['CodeBuild general1.medium', 0.01],
      'large.minute': ['CodeBuild general1.large', 0.02],
    }),
    ...group('mediaconvert', 'minute', { minute: ['MediaConvert HD output', 0.015] }),
    ...group('secretsmanager', 'call', { call: ['Secrets Manager call', 0.000005] }),
  },
};

/** The table with other prices, by their keys; one that the table has not is a price of its own. */
export function pricesWith(changes: Readonly<Record<string, number>>): PriceTable {
  const prices = { ...defaultPrices.prices };
  for (const [price, usd] of Object.entries(changes)) {
    prices[price] = { label: price, unit: 'unit', ...defaultPrices.prices[price], usd };
  }
  return { ...defaultPrices, prices };
}
