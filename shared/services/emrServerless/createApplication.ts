import {
  boolean,
  integer,
  list,
  listOf,
  map,
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
import { noPrice } from '../pricing';
import { duringSync, grant, managedRule, serviceLinkedRole } from '../statements';
import { retryTransient } from '../retriers';

/** EMR Serverless: createapplication. */
export const createApplication: ServiceAction = {
  id: 'emr-serverless.createApplication',
  label: 'createApplication',
  description: 'Create an application for Spark or Hive jobs.',
  resources: {
    requestResponse: 'arn:aws:states:::emr-serverless:createApplication',
    sync: 'arn:aws:states:::emr-serverless:createApplication.sync',
  },
  defaultPattern: 'sync',
  fields: [
    need('ReleaseLabel', text(1, 64), 'EMR release, such as emr-7.1.0.'),
    need('Type', text(1, 64)),
    may('Name', text(1, 64), 'Its name.'),
    may(
      'InitialCapacity',
      mapOf(
        objectOf(
          need('WorkerCount', integer(1, 1000000)),
          may(
            'WorkerConfiguration',
            objectOf(
              need('Cpu', text(1, 15)),
              need('Memory', text(1, 15)),
              may('Disk', text(1, 15)),
              may('DiskType', string),
            ),
          ),
        ),
      ),
    ),
    may('MaximumCapacity', objectOf(need('Cpu', text(1, 15)), need('Memory', text(1, 15)), may('Disk', text(1, 15)))),
    may('Tags', mapOf(string), 'Tags of what is created.'),
    may('AutoStartConfiguration', objectOf(may('Enabled', boolean))),
    may('AutoStopConfiguration', objectOf(may('Enabled', boolean), may('IdleTimeoutMinutes', integer(1, 10080)))),
    may('NetworkConfiguration', objectOf(may('SubnetIds', listOf(string)), may('SecurityGroupIds', listOf(string)))),
    may('Architecture', oneOf('ARM64', 'X86_64')),
    may(
      'ImageConfiguration',
      objectOf(may('ImageUri', text(1, 1024)), may('ApplicationLevelDigestResolution', boolean)),
    ),
    may(
      'WorkerTypeSpecifications',
      mapOf(
        objectOf(
          may(
            'ImageConfiguration',
            objectOf(may('ImageUri', text(1, 1024)), may('ApplicationLevelDigestResolution', boolean)),
          ),
        ),
      ),
    ),
    may(
      'RuntimeConfiguration',
      listOf(
        objectOf(need('Classification', text(1, 1024)), may('Properties', mapOf(string)), may('Configurations', list)),
      ),
    ),
    may(
      'MonitoringConfiguration',
      objectOf(
        may(
          'S3MonitoringConfiguration',
          objectOf(may('LogUri', text(1, 10280)), may('EncryptionKeyArn', text(20, 2048))),
        ),
        may(
          'ManagedPersistenceMonitoringConfiguration',
          objectOf(may('Enabled', boolean), may('EncryptionKeyArn', text(20, 2048))),
        ),
        may(
          'CloudWatchLoggingConfiguration',
          objectOf(
            need('Enabled', boolean),
            may('LogGroupName', text(1, 512)),
            may('LogStreamNamePrefix', text(1, 512)),
            may('EncryptionKeyArn', text(20, 2048)),
            may('LogTypes', map),
          ),
        ),
        may('PrometheusMonitoringConfiguration', objectOf(may('RemoteWriteUrl', text(1, 10280)))),
      ),
    ),
    may(
      'DiskEncryptionConfiguration',
      objectOf(may('EncryptionContext', mapOf(string)), may('EncryptionKeyArn', text(20, 2048))),
    ),
    may(
      'InteractiveConfiguration',
      objectOf(may('StudioEnabled', boolean), may('LivyEndpointEnabled', boolean), may('SessionEnabled', boolean)),
    ),
    may('SchedulerConfiguration', objectOf(may('QueueTimeoutMinutes', integer()), may('MaxConcurrentRuns', integer()))),
    may(
      'IdentityCenterConfiguration',
      objectOf(may('IdentityCenterInstanceArn', text(10, 1024)), may('UserBackgroundSessionsEnabled', boolean)),
    ),
    may('JobLevelCostAllocationConfiguration', objectOf(may('Enabled', boolean))),
  ],
  errors: [
    'EMRServerless.ValidationException',
    'EMRServerless.InternalServerException',
    'EMRServerless.ResourceNotFoundException',
    'EMRServerless.ConflictException',
    'States.TaskFailed',
  ],
  recommendedRetriers: [retryTransient('EMRServerless.InternalServerException')],
  arguments: { ReleaseLabel: 'emr-7.1.0', Type: 'SPARK', Name: 'my-application' },
  results: {
    requestResponse: {
      ApplicationId: '00f8f1c2d3e00000',
      Name: 'my-application',
      Arn: 'arn:aws:emr-serverless:us-east-1:123456789012:/applications/00f8f1c2d3e00000',
      ...answerMetadata,
    },
    sync: { Application: { ApplicationId: '00f8f1c2d3e00000', State: 'CREATED' } },
  },
  access: (call) => [
    grant(
      ['emr-serverless:CreateApplication'],
      [`arn:${call.partition}:emr-serverless:${call.region}:${call.account}:/*`],
    ),
    serviceLinkedRole(call, 'ops.emr-serverless.amazonaws.com', 'AWSServiceRoleForAmazonEMRServerless*'),
    ...duringSync(
      call,
      ['emr-serverless:GetApplication', 'emr-serverless:DeleteApplication'],
      [call.build('emrServerless.application', { id: '*' })],
    ),
    ...managedRule(call, 'StepFunctionsGetEventsForEMRServerlessApplicationRule'),
  ],
  price: noPrice('An application costs nothing while no job runs, unless it keeps capacity ready.'),
  helpUrl: 'https://docs.aws.amazon.com/step-functions/latest/dg/connect-emr-serverless.html',
};
