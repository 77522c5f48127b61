import {
  arn,
  integer,
  list,
  listOf,
  mapOf,
  may,
  need,
  object,
  objectOf,
  oneOf,
  string,
  text,
  type ServiceAction,
} from '../contract';
import { answerMetadata } from '../answerMetadata';
import { assumed, jobHours, jobTime, priced } from '../pricing';
import { duringSync, grant, managedRule, passRole } from '../statements';
import { retryTransient } from '../retriers';
import { lasts } from '../lasts';

const jobRun = lasts(240, 120, 1200);

/** EMR Serverless: startjobrun. */
export const startJobRun: ServiceAction = {
  id: 'emr-serverless.startJobRun',
  label: 'startJobRun',
  description: 'Run a Spark or Hive job and, with .sync, wait until it ends.',
  resources: {
    requestResponse: 'arn:aws:states:::emr-serverless:startJobRun',
    sync: 'arn:aws:states:::emr-serverless:startJobRun.sync',
  },
  defaultPattern: 'sync',
  fields: [
    need('ApplicationId', text(1, 64), 'Id of the application.'),
    need('ExecutionRoleArn', arn('iam.role'), 'Role that the job or model runs with.'),
    may('ExecutionIamPolicy', objectOf(may('Policy', text(1, 2048)), may('PolicyArns', listOf(string)))),
    may(
      'JobDriver',
      objectOf(
        may(
          'SparkSubmit',
          objectOf(
            need('EntryPoint', text(1, 4096)),
            may('EntryPointArguments', listOf(string)),
            may('SparkSubmitParameters', text(1, 102400)),
          ),
        ),
        may(
          'Hive',
          objectOf(
            need('Query', text(1, 10280)),
            may('InitQueryFile', text(1, 256)),
            may('Parameters', text(1, 102400)),
          ),
        ),
      ),
      'Entry point and arguments of the job.',
    ),
    may(
      'ConfigurationOverrides',
      objectOf(
        may(
          'ApplicationConfiguration',
          listOf(
            objectOf(
              need('Classification', text(1, 1024)),
              may('Properties', mapOf(string)),
              may('Configurations', list),
            ),
          ),
        ),
        may(
          'MonitoringConfiguration',
          objectOf(
            may('S3MonitoringConfiguration', object),
            may('ManagedPersistenceMonitoringConfiguration', object),
            may('CloudWatchLoggingConfiguration', object),
            may('PrometheusMonitoringConfiguration', object),
          ),
        ),
        may(
          'DiskEncryptionConfiguration',
          objectOf(may('EncryptionContext', mapOf(string)), may('EncryptionKeyArn', text(20, 2048))),
        ),
      ),
      'Settings of application and logging.',
    ),
    may('Tags', mapOf(string), 'Tags of what is created.'),
    may('ExecutionTimeoutMinutes', integer(0, 1000000)),
    may('Name', text(1, 256), 'Its name.'),
    may('Mode', oneOf('BATCH', 'STREAMING')),
    may('RetryPolicy', objectOf(may('MaxAttempts', integer(1)), may('MaxFailedAttemptsPerHour', integer(1)))),
  ],
  errors: [
    'EMRServerless.ValidationException',
    'EMRServerless.ResourceNotFoundException',
    'EMRServerless.InternalServerException',
    'EMRServerless.ConflictException',
    'States.TaskFailed',
  ],
  recommendedRetriers: [retryTransient('EMRServerless.InternalServerException')],
  arguments: {
    ApplicationId: '00f8f1c2d3e00000',
    ExecutionRoleArn: 'arn:aws:iam::123456789012:role/service-role',
    JobDriver: { SparkSubmit: { EntryPoint: 's3://my-bucket/job.py' } },
  },
  results: {
    requestResponse: {
      ApplicationId: '00f8f1c2d3e00000',
      JobRunId: '00f8f1c2d3e00001',
      Arn: 'arn:aws:emr-serverless:us-east-1:123456789012:/applications/00f8f1c2d3e00000/jobruns/00f8f1c2d3e00001',
      ...answerMetadata,
    },
    sync: {
      JobRun: { ApplicationId: '00f8f1c2d3e00000', JobRunId: '00f8f1c2d3e00001', State: 'SUCCESS', StateDetails: '' },
    },
  },
  access: (call) => [
    grant(['emr-serverless:StartJobRun'], [call.arn('ApplicationId', 'emrServerless.application')]),
    ...passRole(call, ['ExecutionRoleArn'], 'emr-serverless.amazonaws.com'),
    ...duringSync(
      call,
      ['emr-serverless:GetJobRun', 'emr-serverless:CancelJobRun'],
      [
        call.build('emrServerless.jobRun', {
          application: call.part('ApplicationId', 'emrServerless.application', 'id'),
          id: '*',
        }),
      ],
    ),
    ...managedRule(call, 'StepFunctionsGetEventsForEMRServerlessJobRule'),
  ],
  durations: { sync: jobRun },
  price: priced(
    [
      assumed('vcpu', 'CPU of all workers', 'vCPU', 12),
      assumed('memoryGB', 'Memory of all workers', 'GB', 48),
      jobTime(jobRun),
    ],
    (call) => [
      { price: 'emrServerless.vcpuHour', units: Math.max(jobHours(call), 1 / 60) * call.assume('vcpu') },
      { price: 'emrServerless.gbHour', units: Math.max(jobHours(call), 1 / 60) * call.assume('memoryGB') },
    ],
  ),
  helpUrl: 'https://docs.aws.amazon.com/step-functions/latest/dg/connect-emr-serverless.html',
};
