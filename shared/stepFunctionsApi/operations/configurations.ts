import { ApiError } from '../apiError';
import { readArn } from '../arns';
import type { Tags } from '../records';
import type { ApiShape } from '../types';

type Logging = ApiShape<'LoggingConfiguration'>;
type Encryption = ApiShape<'EncryptionConfiguration'>;

/**
 * Checks where a machine is to log. Log groups are CloudWatch's: none is known here, so that one that is named is taken.
 * @throws ApiError InvalidLoggingConfiguration
 */
export function checkLogging(given: Logging | undefined): Logging {
  const refuse = (why: string): ApiError =>
    new ApiError('InvalidLoggingConfiguration', `Invalid Logging Configuration: ${why}`);
  const { level = 'OFF', includeExecutionData = false, destinations = [] } = given ?? {};
  if (destinations.length > 1 || (level !== 'OFF' && destinations.length === 0))
    throw refuse('Must specify exactly one Log Destination.');
  for (const { cloudWatchLogsLogGroup } of destinations)
    if (!/^arn:[^:]+:logs:[^:]*:[^:]*:log-group:[^:]+:\*$/.test(cloudWatchLogsLogGroup?.logGroupArn ?? ''))
      throw refuse('Log Destination not found.');
  return { level, includeExecutionData, ...(destinations.length === 0 ? {} : { destinations }) };
}

/** @throws ApiError InvalidEncryptionConfiguration */
export function checkEncryption(given: Encryption | undefined): Encryption {
  if (given === undefined || given.type === 'AWS_OWNED_KEY') {
    if (given?.kmsKeyId === undefined && given?.kmsDataKeyReusePeriodSeconds === undefined)
      return { type: 'AWS_OWNED_KEY' };
    throw encryptionProblem('kmsKeyId and kmsDataKeyReusePeriodSeconds cannot be set with AWS_OWNED_KEY');
  }
  if (given.kmsKeyId === undefined) throw encryptionProblem('kmsKeyId must be set with CUSTOMER_MANAGED_KMS_KEY');
  return { kmsDataKeyReusePeriodSeconds: 300, ...given };
}

const encryptionProblem = (why: string): ApiError =>
  new ApiError('InvalidEncryptionConfiguration', `Invalid Encryption Configuration: '${why}'`);

/** @throws ApiError InvalidArn */
export function checkRole(arn: string): void {
  if (/^arn:[^:]+:iam::\d{12}:role\/./.test(arn)) return;
  // What is no ARN at all is told in the words for any ARN.
  if (!arn.startsWith('arn:')) readArn(arn, []);
  throw new ApiError('InvalidArn', `Invalid Role Arn: '${arn}'`);
}

/**
 * Tags with those that are there already.
 * @throws ApiError TooManyTags
 */
export function withTags(given: ApiShape<'TagList'> | undefined, arn: string, limit: number, before: Tags = {}): Tags {
  const tags: Record<string, string> = { ...before };
  for (const { key = '', value = '' } of given ?? []) tags[key] = value;
  if (Object.keys(tags).length > limit)
    throw new ApiError('TooManyTags', `Too Many Tags: '${arn}' has more than ${limit} tags`, { resourceName: arn });
  return tags;
}
