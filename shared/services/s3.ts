import type { ServiceDefinition } from './contract';
import { copyObject } from './s3/copyObject';
import { deleteObject } from './s3/deleteObject';
import { getObject } from './s3/getObject';
import { headObject } from './s3/headObject';
import { listObjects } from './s3/listObjects';
import { putObject } from './s3/putObject';

/** Source: API model and permissions of Amazon S3; called through the AWS SDK integration. */
export const s3: ServiceDefinition = {
  id: 's3',
  label: 'S3',
  icon: 's3',
  billing: 'serverless',
  billingNote: 'No machines are seen: paid by request and by what is stored.',
  category: 'Storage and databases',
  actions: [getObject, putObject, listObjects, copyObject, headObject, deleteObject],
};
