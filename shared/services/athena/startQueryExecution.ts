import {
  boolean,
  integer,
  listOf,
  mapOf,
  may,
  need,
  objectOf,
  oneOf,
  string,
  text,
  type ServiceAction,
} from '../contract';
import { answerMetadata } from '../answerMetadata';
import { assumed, priced } from '../pricing';
import { duringSync, grant } from '../statements';
import { retryTransient } from '../retriers';
import { lasts } from '../lasts';

/** Athena: start query execution. */
export const startQueryExecution: ServiceAction = {
  id: 'athena.startQueryExecution',
  label: 'Start query execution',
  description: 'Run a query and, with .sync, wait until it ends.',
  resources: {
    requestResponse: 'arn:aws:states:::athena:startQueryExecution',
    sync: 'arn:aws:states:::athena:startQueryExecution.sync',
  },
  defaultPattern: 'sync',
  fields: [
    need('QueryString', text(1, 262144), 'The SQL to run.'),
    may('ClientRequestToken', text(32, 128)),
    may(
      'QueryExecutionContext',
      objectOf(may('Database', text(1, 255)), may('Catalog', text(1, 256))),
      'Database and catalog of the query.',
    ),
    may(
      'ResultConfiguration',
      objectOf(
        may('OutputLocation', string),
        may(
          'EncryptionConfiguration',
          objectOf(need('EncryptionOption', oneOf('SSE_S3', 'SSE_KMS', 'CSE_KMS')), may('KmsKey', string)),
        ),
        may('ExpectedBucketOwner', text(12, 12)),
        may('AclConfiguration', objectOf(need('S3AclOption', oneOf('BUCKET_OWNER_FULL_CONTROL')))),
      ),
      'Where in S3 the result goes.',
    ),
    may('WorkGroup', string, 'Workgroup that the query runs in.'),
    may('ExecutionParameters', listOf(string)),
    may(
      'ResultReuseConfiguration',
      objectOf(
        may(
          'ResultReuseByAgeConfiguration',
          objectOf(need('Enabled', boolean), may('MaxAgeInMinutes', integer(0, 10080))),
        ),
      ),
    ),
    may(
      'EngineConfiguration',
      objectOf(
        may('CoordinatorDpuSize', integer(1, 1)),
        may('MaxConcurrentDpus', integer(2, 5000)),
        may('DefaultExecutorDpuSize', integer(1, 1)),
        may('AdditionalConfigs', mapOf(string)),
        may('SparkProperties', mapOf(string)),
        may('Classifications', listOf(objectOf(may('Name', text(1, 128)), may('Properties', mapOf(string))))),
      ),
    ),
  ],
  errors: [
    'Athena.InternalServerException',
    'Athena.InvalidRequestException',
    'Athena.TooManyRequestsException',
    'Athena.AthenaException',
    'States.TaskFailed',
  ],
  recommendedRetriers: [retryTransient('Athena.InternalServerException', 'Athena.TooManyRequestsException')],
  arguments: { QueryString: 'SELECT 1', WorkGroup: 'primary' },
  results: {
    requestResponse: {
      QueryExecutionId: '8f1c2d3e',
      ...answerMetadata,
    },
    sync: {
      QueryExecution: {
        QueryExecutionId: '8f1c2d3e',
        Query: 'SELECT 1',
        StatementType: 'DML',
        ResultConfiguration: { OutputLocation: 's3://my-bucket/results/8f1c2d3e.csv' },
        Status: { State: 'SUCCEEDED', SubmissionDateTime: 1769850000000, CompletionDateTime: 1769850010000 },
        Statistics: { DataScannedInBytes: 1048576, EngineExecutionTimeInMillis: 900 },
        WorkGroup: 'primary',
      },
    },
  },
  access: (call) => [
    grant(
      ['athena:startQueryExecution', 'athena:getDataCatalog'],
      [
        call.given('WorkGroup')
          ? call.arn('WorkGroup', 'athena.workgroup')
          : call.build('athena.workgroup', { name: 'primary' }),
        call.build('athena.dataCatalog', { name: '*' }),
      ],
    ),
    grant(
      [
        's3:GetBucketLocation',
        's3:GetObject',
        's3:ListBucket',
        's3:ListBucketMultipartUploads',
        's3:ListMultipartUploadParts',
        's3:AbortMultipartUpload',
        's3:CreateBucket',
        's3:PutObject',
      ],
      [`arn:${call.partition}:s3:::*`],
    ),
    grant(
      [
        'glue:CreateDatabase',
        'glue:GetDatabase',
        'glue:GetDatabases',
        'glue:UpdateDatabase',
        'glue:DeleteDatabase',
        'glue:CreateTable',
        'glue:UpdateTable',
        'glue:GetTable',
        'glue:GetTables',
        'glue:DeleteTable',
        'glue:BatchDeleteTable',
        'glue:BatchCreatePartition',
        'glue:CreatePartition',
        'glue:UpdatePartition',
        'glue:GetPartition',
        'glue:GetPartitions',
        'glue:BatchGetPartition',
        'glue:DeletePartition',
        'glue:BatchDeletePartition',
      ],
      [
        call.build('glue.catalog', {}),
        call.build('glue.database', { name: '*' }),
        `arn:${call.partition}:glue:${call.region}:${call.account}:table/*`,
        `arn:${call.partition}:glue:${call.region}:${call.account}:userDefinedFunction/*`,
      ],
    ),
    grant(['lakeformation:GetDataAccess'], ['*']),
    ...duringSync(
      call,
      ['athena:stopQueryExecution', 'athena:getQueryExecution'],
      [
        call.given('WorkGroup')
          ? call.arn('WorkGroup', 'athena.workgroup')
          : call.build('athena.workgroup', { name: 'primary' }),
        call.build('athena.dataCatalog', { name: '*' }),
      ],
    ),
  ],
  durations: { sync: lasts(6, 2, 60) },
  price: priced([assumed('scannedGB', 'Data scanned', 'GB', 1)], (call) => [
    { price: 'athena.tb', units: Math.max(10 / 1024, call.assume('scannedGB')) / 1024 },
  ]),
  helpUrl: 'https://docs.aws.amazon.com/step-functions/latest/dg/connect-athena.html',
};
