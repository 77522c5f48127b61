import { may, need, string, text, type ServiceAction } from '../contract';
import { objectArn } from '../callArns';
import { noPrice } from '../pricing';
import { grant } from '../statements';
import { retryTransient } from '../retriers';

/** S3: delete object. */
export const deleteObject: ServiceAction = {
  id: 's3.deleteObject',
  label: 'Delete object',
  description: 'Delete an object.',
  resources: { requestResponse: 'arn:aws:states:::aws-sdk:s3:deleteObject' },
  defaultPattern: 'requestResponse',
  fields: [
    need('Bucket', string, 'Name of the bucket.'),
    need('Key', text(1, 100_000), 'Key of the object, or the primary key of the item.'),
    may('VersionId', string),
  ],
  errors: ['S3.NoSuchBucketException', 'S3.S3Exception'],
  recommendedRetriers: [retryTransient('States.TaskFailed')],
  arguments: { Bucket: 'my-bucket', Key: 'tmp/data.json' },
  results: { requestResponse: {} },
  access: (call) => [grant(['s3:DeleteObject'], [objectArn(call)])],
  price: noPrice('Deleting costs nothing.'),
  helpUrl: 'https://docs.aws.amazon.com/AmazonS3/latest/API/API_DeleteObject.html',
};
