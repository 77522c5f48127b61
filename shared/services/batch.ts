import {
  arnOrName,
  boolean,
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
  type ServiceDefinition,
} from './contract';
import { answerMetadata } from './answerMetadata';
import { assumed, fargate, jobTime, priced } from './pricing';
import { duringSync, grant, managedRule } from './statements';
import { retryTransient } from './retriers';
import { lasts } from './lasts';

const jobRun = lasts(180, 60, 900);

/** Source: AWS developer guide, "Run AWS Batch workloads with Step Functions". */
export const batch: ServiceDefinition = {
  id: 'batch',
  label: 'Batch',
  icon: 'batch',
  billing: 'either',
  billingNote:
    'The compute environment decides: Fargate hides the machines, EC2 shows them; Batch itself costs nothing.',
  category: 'Compute',
  actions: [
    {
      id: 'batch.submitJob',
      label: 'Submit job',
      description: 'Run a batch job and, with .sync, wait until it ends.',
      resources: { requestResponse: 'arn:aws:states:::batch:submitJob', sync: 'arn:aws:states:::batch:submitJob.sync' },
      defaultPattern: 'sync',
      fields: [
        need('JobName', string, 'Name of the job.'),
        need('JobQueue', arnOrName('batch.jobQueue'), 'Name or ARN of the job queue.'),
        need('JobDefinition', arnOrName('batch.jobDefinition'), 'Name, name:revision or ARN of the job definition.'),
        may('ShareIdentifier', string),
        may('SchedulingPriorityOverride', integer()),
        may('ArrayProperties', objectOf(may('Size', integer())), 'Size of an array job.'),
        may(
          'DependsOn',
          listOf(objectOf(may('JobId', string), may('Type', oneOf('N_TO_N', 'SEQUENTIAL')))),
          'Jobs that must have ended before.',
        ),
        may('Parameters', mapOf(string), 'Values for placeholders of the definition.'),
        may(
          'ContainerOverrides',
          objectOf(
            may('Vcpus', integer()),
            may('Memory', integer()),
            may('Command', listOf(string)),
            may('InstanceType', string),
            may('Environment', listOf(objectOf(may('Name', string), may('Value', string)))),
            may(
              'ResourceRequirements',
              listOf(objectOf(need('Value', string), need('Type', oneOf('GPU', 'VCPU', 'MEMORY')))),
            ),
          ),
          'Command, environment and resources instead of those of the definition.',
        ),
        may(
          'NodeOverrides',
          objectOf(
            may('NumNodes', integer()),
            may(
              'NodePropertyOverrides',
              listOf(
                objectOf(
                  need('TargetNodes', string),
                  may('ContainerOverrides', object),
                  may('EcsPropertiesOverride', object),
                  may('InstanceTypes', listOf(string)),
                  may('EksPropertiesOverride', object),
                  may('ConsumableResourcePropertiesOverride', object),
                ),
              ),
            ),
          ),
        ),
        may(
          'RetryStrategy',
          objectOf(
            may('Attempts', integer()),
            may(
              'EvaluateOnExit',
              listOf(
                objectOf(
                  may('OnStatusReason', string),
                  may('OnReason', string),
                  may('OnExitCode', string),
                  need('Action', oneOf('RETRY', 'EXIT')),
                ),
              ),
            ),
          ),
          'How often Batch itself tries the job again.',
        ),
        may('PropagateTags', boolean),
        may('Timeout', objectOf(may('AttemptDurationSeconds', integer())), 'When the job is stopped.'),
        may('Tags', mapOf(string), 'Tags of what is created.'),
        may(
          'EksPropertiesOverride',
          objectOf(
            may(
              'PodProperties',
              objectOf(may('Containers', list), may('InitContainers', list), may('Metadata', object)),
            ),
          ),
        ),
        may('EcsPropertiesOverride', objectOf(may('TaskProperties', listOf(objectOf(may('Containers', list)))))),
        may(
          'ConsumableResourcePropertiesOverride',
          objectOf(
            may(
              'ConsumableResourceList',
              listOf(objectOf(may('ConsumableResource', string), may('Quantity', integer()))),
            ),
          ),
        ),
      ],
      errors: ['Batch.ClientException', 'Batch.ServerException', 'Batch.AWSBatchException', 'States.TaskFailed'],
      recommendedRetriers: [retryTransient('Batch.ServerException')],
      arguments: {
        JobName: 'my-job',
        JobQueue: 'arn:aws:batch:us-east-1:123456789012:job-queue/my-queue',
        JobDefinition: 'arn:aws:batch:us-east-1:123456789012:job-definition/my-definition:1',
      },
      results: {
        requestResponse: {
          JobArn: 'arn:aws:batch:us-east-1:123456789012:job/8f1c2d3e',
          JobId: '8f1c2d3e',
          JobName: 'my-job',
          ...answerMetadata,
        },
        sync: {
          JobArn: 'arn:aws:batch:us-east-1:123456789012:job/8f1c2d3e',
          JobId: '8f1c2d3e',
          JobName: 'my-job',
          JobQueue: 'arn:aws:batch:us-east-1:123456789012:job-queue/my-queue',
          JobDefinition: 'arn:aws:batch:us-east-1:123456789012:job-definition/my-definition:1',
          Status: 'SUCCEEDED',
          CreatedAt: 1769850000000,
          StartedAt: 1769850030000,
          StoppedAt: 1769850600000,
          Attempts: [],
          Container: { ExitCode: 0 },
        },
      },
      access: (call) => [
        grant(['batch:SubmitJob'], ['*']),
        ...(call.given('Tags')
          ? [{ ...grant(['batch:TagResource'], ['*']), why: 'The job gets tags.', ifMissing: 'unknown' as const }]
          : []),
        // A rule tells the end of the job: whether Step Functions fails without asking after it, AWS does not say.
        ...duringSync(call, ['batch:DescribeJobs', 'batch:TerminateJob'], ['*']).map((each) => ({
          ...each,
          ifMissing: each.ifMissing ?? ('unknown' as const),
        })),
        ...managedRule(call, 'StepFunctionsGetEventsForBatchJobsRule'),
      ],
      durations: { sync: jobRun },
      price: priced(
        [assumed('vcpu', 'CPU', 'vCPU', 1), assumed('memoryGB', 'Memory', 'GB', 2), jobTime(jobRun)],
        (call) => fargate(call, call.assume('vcpu'), call.assume('memoryGB')),
        'Taken as Fargate; an environment of EC2 machines is paid by the hour.',
      ),
      helpUrl: 'https://docs.aws.amazon.com/step-functions/latest/dg/connect-batch.html',
    },
  ],
};
