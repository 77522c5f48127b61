import {
  arn,
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
  text,
  type ServiceDefinition,
} from './contract';
import { answerMetadata } from './answerMetadata';
import { noPrice } from './pricing';
import { duringSync, grant, serviceLinkedRole } from './statements';
import { retryTransient } from './retriers';

/** Source: AWS developer guide, "Create and manage Amazon EMR clusters on EKS with Step Functions". */
export const emrContainers: ServiceDefinition = {
  id: 'emr-containers',
  label: 'EMR on EKS',
  icon: 'emrContainers',
  billing: 'managed',
  billingNote: 'Jobs run on the machines of an EKS cluster.',
  category: 'Data',
  actions: [
    {
      id: 'emr-containers.startJobRun',
      label: 'Start job run',
      description: 'Run a Spark job on EKS and, with .sync, wait until it ends.',
      resources: {
        requestResponse: 'arn:aws:states:::emr-containers:startJobRun',
        sync: 'arn:aws:states:::emr-containers:startJobRun.sync',
      },
      defaultPattern: 'sync',
      fields: [
        need('VirtualClusterId', text(1, 64), 'Id of the virtual cluster.'),
        may('Name', text(1, 64), 'Its name.'),
        may('ExecutionRoleArn', arn('iam.role'), 'Role that the job or model runs with.'),
        may('ReleaseLabel', text(1, 64), 'EMR release, such as emr-7.1.0.'),
        may(
          'JobDriver',
          objectOf(
            may(
              'SparkSubmitJobDriver',
              objectOf(
                need('EntryPoint', text(1, 256)),
                may('EntryPointArguments', listOf(string)),
                may('SparkSubmitParameters', text(1, 102400)),
              ),
            ),
            may(
              'SparkSqlJobDriver',
              objectOf(may('EntryPoint', text(1, 256)), may('SparkSqlParameters', text(1, 102400))),
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
                may('ManagedLogs', object),
                may('PersistentAppUI', oneOf('ENABLED', 'DISABLED')),
                may('CloudWatchMonitoringConfiguration', object),
                may('S3MonitoringConfiguration', object),
                may('ContainerLogRotationConfiguration', object),
              ),
            ),
          ),
          'Settings of application and logging.',
        ),
        may('Tags', mapOf(string), 'Tags of what is created.'),
        may('JobTemplateId', text(1, 64)),
        may('JobTemplateParameters', mapOf(string)),
        may('RetryPolicyConfiguration', objectOf(need('MaxAttempts', integer()))),
      ],
      errors: [
        'EmrContainers.ValidationException',
        'EmrContainers.ResourceNotFoundException',
        'EmrContainers.InternalServerException',
        'States.TaskFailed',
      ],
      recommendedRetriers: [retryTransient('EmrContainers.InternalServerException')],
      arguments: {
        VirtualClusterId: 'vc8f1c2d3e',
        ExecutionRoleArn: 'arn:aws:iam::123456789012:role/service-role',
        ReleaseLabel: 'emr-7.1.0-latest',
        JobDriver: { SparkSubmitJobDriver: { EntryPoint: 's3://my-bucket/job.py' } },
      },
      results: {
        requestResponse: {
          Id: '8f1c2d3e',
          Name: 'my-job',
          Arn: 'arn:aws:emr-containers:us-east-1:123456789012:/virtualclusters/vc8f1c2d3e/jobruns/8f1c2d3e',
          VirtualClusterId: 'vc8f1c2d3e',
          ...answerMetadata,
        },
        sync: { JobRun: { Id: '8f1c2d3e', State: 'COMPLETED' } },
      },
      access: (call) => [
        grant(['emr-containers:StartJobRun'], [call.arn('VirtualClusterId', 'emrContainers.virtualCluster')], {
          StringEquals: { 'emr-containers:ExecutionRoleArn': [call.literal('ExecutionRoleArn') ?? '*'] },
        }),
        ...duringSync(
          call,
          ['emr-containers:DescribeJobRun', 'emr-containers:CancelJobRun'],
          [
            call.build('emrContainers.jobRun', {
              cluster: call.part('VirtualClusterId', 'emrContainers.virtualCluster', 'id'),
              id: '*',
            }),
          ],
        ),
      ],
      price: noPrice(
        'The cluster is paid by the hour for as long as it stands; EMR adds a price for vCPU and GB over time.',
      ),
      helpUrl: 'https://docs.aws.amazon.com/step-functions/latest/dg/connect-emr-eks.html',
    },
    {
      id: 'emr-containers.createVirtualCluster',
      label: 'Create virtual cluster',
      description: 'Create a virtual cluster in an EKS cluster.',
      resources: { requestResponse: 'arn:aws:states:::emr-containers:createVirtualCluster' },
      defaultPattern: 'requestResponse',
      fields: [
        need('Name', text(1, 64), 'Its name.'),
        need(
          'ContainerProvider',
          objectOf(
            need('Type', oneOf('EKS')),
            need('Id', text(1, 100)),
            may(
              'Info',
              objectOf(may('EksInfo', objectOf(may('Namespace', text(1, 63)), may('NodeLabel', text(1, 64))))),
            ),
          ),
        ),
        may('ClientToken', text(1, 64)),
        may('Tags', mapOf(string), 'Tags of what is created.'),
        may('SecurityConfigurationId', text(1, 64)),
        may('SessionEnabled', boolean),
        may(
          'SchedulerConfiguration',
          objectOf(may('MaxInQueueJobRuns', integer(100, 10000)), may('MaxConcurrentJobRuns', integer(1, 10000))),
        ),
      ],
      errors: [
        'EmrContainers.ValidationException',
        'EmrContainers.InternalServerException',
        'EmrContainers.ResourceNotFoundException',
        'EmrContainers.EksRequestThrottledException',
      ],
      recommendedRetriers: [
        retryTransient('EmrContainers.InternalServerException', 'EmrContainers.EksRequestThrottledException'),
      ],
      arguments: {
        Name: 'my-virtual-cluster',
        ContainerProvider: { Id: 'my-eks-cluster', Type: 'EKS', Info: { EksInfo: { Namespace: 'default' } } },
      },
      results: {
        requestResponse: {
          Id: 'vc8f1c2d3e',
          Name: 'my-virtual-cluster',
          Arn: 'arn:aws:emr-containers:us-east-1:123456789012:/virtualclusters/vc8f1c2d3e',
          ...answerMetadata,
        },
      },
      // Source: Amazon EMR on EKS development guide, "Using service-linked roles".
      access: (call) => [
        grant(['emr-containers:CreateVirtualCluster'], ['*']),
        serviceLinkedRole(call, 'emr-containers.amazonaws.com', 'AWSServiceRoleForAmazonEMRContainers'),
      ],
      price: noPrice(
        'The cluster is paid by the hour for as long as it stands; EMR adds a price for vCPU and GB over time.',
      ),
      helpUrl: 'https://docs.aws.amazon.com/step-functions/latest/dg/connect-emr-eks.html',
    },
    {
      id: 'emr-containers.deleteVirtualCluster',
      label: 'Delete virtual cluster',
      description: 'Delete a virtual cluster.',
      resources: {
        requestResponse: 'arn:aws:states:::emr-containers:deleteVirtualCluster',
        sync: 'arn:aws:states:::emr-containers:deleteVirtualCluster.sync',
      },
      defaultPattern: 'sync',
      fields: [need('Id', text(1, 64))],
      errors: ['EmrContainers.ValidationException', 'EmrContainers.InternalServerException', 'States.TaskFailed'],
      recommendedRetriers: [retryTransient('EmrContainers.InternalServerException')],
      arguments: { Id: 'vc8f1c2d3e' },
      results: {
        requestResponse: {
          Id: 'vc8f1c2d3e',
          ...answerMetadata,
        },
        sync: { VirtualCluster: { Id: 'vc8f1c2d3e', State: 'TERMINATED' } },
      },
      access: (call) => [
        grant(['emr-containers:DeleteVirtualCluster'], [call.arn('Id', 'emrContainers.virtualCluster')]),
        ...duringSync(
          call,
          ['emr-containers:DescribeVirtualCluster'],
          [call.arn('Id', 'emrContainers.virtualCluster')],
        ),
      ],
      price: noPrice(
        'The cluster is paid by the hour for as long as it stands; EMR adds a price for vCPU and GB over time.',
      ),
      helpUrl: 'https://docs.aws.amazon.com/step-functions/latest/dg/connect-emr-eks.html',
    },
  ],
};
