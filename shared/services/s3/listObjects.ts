import { integer, may, need, string, type ServiceAction } from '../contract';
import { priced } from '../pricing';
import { grant } from '../statements';
import { retryTransient } from '../retriers';

/** S3: list objects. */
export const listObjects: ServiceAction = {
  id: 's3.listObjectsV2',
  label: 'List objects',
  description: 'List the objects under a prefix.',
  resources: { requestResponse: 'arn:aws:states:::aws-sdk:s3:listObjectsV2' },
  defaultPattern: 'requestResponse',
  fields: [
    need('Bucket', string, 'Name of the bucket.'),
    may('Delimiter', string),
    may('MaxKeys', integer(), 'How many keys at most.'),
    may('Prefix', string, 'Only keys that start so.'),
    may('ContinuationToken', string),
    may('StartAfter', string),
    may('ExpectedBucketOwner', string),
  ],
  errors: ['S3.NoSuchBucketException', 'S3.S3Exception'],
  recommendedRetriers: [retryTransient('States.TaskFailed')],
  arguments: { Bucket: 'my-bucket', Prefix: 'input/' },
  results: {
    requestResponse: {
      Contents: [
        {
          ETag: '"99914b932bd37a50b983c5e7c90ae93b"',
          Key: 'input/data.json',
          LastModified: '2026-01-31T09:00:00Z',
          Size: 1024,
          StorageClass: 'STANDARD',
        },
      ],
      IsTruncated: false,
      KeyCount: 1,
      MaxKeys: 1000,
      Name: 'my-bucket',
      Prefix: 'input/',
    },
  },
  access: (call) => [
    grant(['s3:ListBucket'], [call.build('s3.bucket', { bucket: call.part('Bucket', 's3.bucket', 'bucket') })]),
  ],
  price: priced([], () => [{ price: 's3.put', units: 1 }]),
  helpUrl: 'https://docs.aws.amazon.com/AmazonS3/latest/API/API_ListObjectsV2.html',
};
