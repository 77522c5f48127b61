import { may, need, string, text, type ServiceAction } from '../contract';
import { objectArn } from '../callArns';
import { priced } from '../pricing';
import { grant } from '../statements';
import { retryTransient } from '../retriers';

/** S3: head object. */
export const headObject: ServiceAction = {
  id: 's3.headObject',
  label: 'Head object',
  description: 'Ask for size and date of an object without reading it.',
  resources: { requestResponse: 'arn:aws:states:::aws-sdk:s3:headObject' },
  defaultPattern: 'requestResponse',
  fields: [
    need('Bucket', string, 'Name of the bucket.'),
    need('Key', text(1, 100_000), 'Key of the object, or the primary key of the item.'),
    may('VersionId', string),
  ],
  errors: ['S3.NoSuchKeyException', 'S3.NoSuchBucketException', 'S3.S3Exception'],
  recommendedRetriers: [retryTransient('States.TaskFailed')],
  arguments: { Bucket: 'my-bucket', Key: 'input/data.json' },
  results: {
    requestResponse: {
      AcceptRanges: 'bytes',
      ContentLength: 1024,
      ContentType: 'application/json',
      ETag: '"99914b932bd37a50b983c5e7c90ae93b"',
      LastModified: '2026-01-31T09:00:00Z',
      Metadata: {},
    },
  },
  access: (call) => [grant(['s3:GetObject'], [objectArn(call)])],
  price: priced([], () => [{ price: 's3.get', units: 1 }]),
  helpUrl: 'https://docs.aws.amazon.com/AmazonS3/latest/API/API_HeadObject.html',
};
