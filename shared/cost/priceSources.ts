import { defaultPrices } from './prices';

/** AWS's pricing pages by the first part of the keys of prices, below aws.amazon.com. */
const pages: Readonly<Record<string, string>> = {
  apigateway: 'api-gateway',
  athena: 'athena',
  bedrock: 'bedrock',
  codebuild: 'codebuild',
  databrew: 'glue',
  dynamodb: 'dynamodb',
  ec2: 'ec2',
  emr: 'emr',
  emrServerless: 'emr',
  events: 'eventbridge',
  fargate: 'fargate',
  firehose: 'firehose',
  glue: 'glue',
  kinesis: 'kinesis/data-streams',
  lambda: 'lambda',
  mediaconvert: 'mediaconvert',
  rdsdata: 'rds/aurora',
  s3: 's3',
  sagemaker: 'sagemaker-ai',
  scheduler: 'eventbridge',
  secretsmanager: 'secrets-manager',
  sns: 'sns',
  sqs: 'sqs',
  states: 'step-functions',
};

/**
 * Where the price of a key comes from: the page, the region and the date of the table, or the person's own. Null for a key
 * that the table does not have.
 */
export function sourceOfPrice(key: string, isOwn: boolean): string | null {
  if (isOwn) return 'Set on this computer';
  const page = pages[key.split('.')[0] ?? ''];
  if (page === undefined || !Object.hasOwn(defaultPrices.prices, key)) return null;
  return `aws.amazon.com/${page}/pricing, ${defaultPrices.region}, ${defaultPrices.date}`;
}
