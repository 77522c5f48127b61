import { json, mapOf, may, need, oneOf, string, text, type ServiceAction } from '../contract';
import { objectArn } from '../callArns';
import { priced } from '../pricing';
import { grant } from '../statements';
import { retryTransient } from '../retriers';

/** S3: put object. */
export const putObject: ServiceAction = {
  id: 's3.putObject',
  label: 'Put object',
  description: 'Write an object.',
  resources: {
    requestResponse: 'arn:aws:states:::aws-sdk:s3:putObject',
    waitForTaskToken: 'arn:aws:states:::aws-sdk:s3:putObject.waitForTaskToken',
  },
  defaultPattern: 'requestResponse',
  fields: [
    need('Bucket', string, 'Name of the bucket.'),
    need('Key', text(1, 100_000), 'Key of the object, or the primary key of the item.'),
    may('Body', json, 'Content: text or JSON.'),
    may('CacheControl', string),
    may('ContentEncoding', string),
    may('ContentType', string, 'MIME type of the body.'),
    may('IfNoneMatch', string),
    may('Metadata', mapOf(string)),
    may('ServerSideEncryption', oneOf('AES256', 'aws:fsx', 'aws:backup', 'aws:kms', 'aws:kms:dsse')),
    may(
      'StorageClass',
      oneOf(
        'STANDARD',
        'REDUCED_REDUNDANCY',
        'STANDARD_IA',
        'ONEZONE_IA',
        'INTELLIGENT_TIERING',
        'GLACIER',
        'DEEP_ARCHIVE',
        'OUTPOSTS',
        'GLACIER_IR',
        'SNOW',
        'EXPRESS_ONEZONE',
        'FSX_OPENZFS',
        'FSX_ONTAP',
        'AWS_BACKUP_WARM',
        'AWS_BACKUP_LOW_COST_WARM',
      ),
    ),
    may('SSEKMSKeyId', string),
    may('Tagging', string),
    may('ExpectedBucketOwner', string),
  ],
  errors: ['S3.NoSuchBucketException', 'S3.S3Exception', 'States.Timeout', 'States.HeartbeatTimeout'],
  recommendedRetriers: [retryTransient('States.TaskFailed')],
  arguments: { Bucket: 'my-bucket', Key: 'output/data.json' },
  inputArgument: 'Body',
  results: { requestResponse: { ETag: '"99914b932bd37a50b983c5e7c90ae93b"', ServerSideEncryption: 'AES256' } },
  access: (call) => [grant(['s3:PutObject'], [objectArn(call)])],
  price: priced([], () => [{ price: 's3.put', units: 1 }], 'Storage by the month.'),
  helpUrl: 'https://docs.aws.amazon.com/AmazonS3/latest/API/API_PutObject.html',
};
