import { mapOf, may, need, oneOf, string, text, type ServiceAction } from '../contract';
import { objectArn, sourceArn } from '../callArns';
import { priced } from '../pricing';
import { grant } from '../statements';
import { retryTransient } from '../retriers';

/** S3: copy object. */
export const copyObject: ServiceAction = {
  id: 's3.copyObject',
  label: 'Copy object',
  description: 'Copy an object inside S3.',
  resources: { requestResponse: 'arn:aws:states:::aws-sdk:s3:copyObject' },
  defaultPattern: 'requestResponse',
  fields: [
    need('Bucket', string, 'Name of the bucket.'),
    need('CopySource', string, 'bucket/key of the object to copy.'),
    need('Key', text(1, 100_000), 'Key of the object, or the primary key of the item.'),
    may('Metadata', mapOf(string)),
    may('MetadataDirective', oneOf('COPY', 'REPLACE')),
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
  ],
  errors: ['S3.NoSuchKeyException', 'S3.NoSuchBucketException', 'S3.S3Exception'],
  recommendedRetriers: [retryTransient('States.TaskFailed')],
  arguments: { Bucket: 'my-bucket', Key: 'archive/data.json', CopySource: 'my-bucket/input/data.json' },
  results: {
    requestResponse: {
      CopyObjectResult: { ETag: '"99914b932bd37a50b983c5e7c90ae93b"', LastModified: '2026-01-31T09:00:00Z' },
      ServerSideEncryption: 'AES256',
    },
  },
  access: (call) => [grant(['s3:GetObject'], [sourceArn(call)]), grant(['s3:PutObject'], [objectArn(call)])],
  price: priced([], () => [{ price: 's3.put', units: 1 }], 'Storage by the month.'),
  helpUrl: 'https://docs.aws.amazon.com/AmazonS3/latest/API/API_CopyObject.html',
};
