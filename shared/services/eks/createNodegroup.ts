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
import { eksCluster } from '../callArns';
import { noPrice } from '../pricing';
import { duringSync, grant } from '../statements';
import { retryTransient } from '../retriers';
import { lasts } from '../lasts';

/** EKS: create node group. */
export const createNodegroup: ServiceAction = {
  id: 'eks.createNodegroup',
  label: 'Create node group',
  description: 'Add managed nodes to a cluster.',
  resources: {
    requestResponse: 'arn:aws:states:::eks:createNodegroup',
    sync: 'arn:aws:states:::eks:createNodegroup.sync',
  },
  defaultPattern: 'sync',
  fields: [
    need('ClusterName', string, 'Name of the EKS cluster.'),
    need('NodegroupName', string),
    need('Subnets', listOf(string)),
    need('NodeRole', string),
    may(
      'ScalingConfig',
      objectOf(may('MinSize', integer(0)), may('MaxSize', integer(1)), may('DesiredSize', integer(0))),
    ),
    may('DiskSize', integer()),
    may('InstanceTypes', listOf(string)),
    may(
      'AmiType',
      oneOf(
        'AL2_x86_64',
        'AL2_x86_64_GPU',
        'AL2_ARM_64',
        'CUSTOM',
        'BOTTLEROCKET_ARM_64',
        'BOTTLEROCKET_x86_64',
        'BOTTLEROCKET_ARM_64_FIPS',
        'BOTTLEROCKET_x86_64_FIPS',
        'BOTTLEROCKET_ARM_64_NVIDIA',
        'BOTTLEROCKET_x86_64_NVIDIA',
        'BOTTLEROCKET_ARM_64_NVIDIA_FIPS',
        'BOTTLEROCKET_x86_64_NVIDIA_FIPS',
        'WINDOWS_CORE_2019_x86_64',
        'WINDOWS_FULL_2019_x86_64',
        'WINDOWS_CORE_2022_x86_64',
        'WINDOWS_FULL_2022_x86_64',
        'WINDOWS_CORE_2025_x86_64',
        'WINDOWS_FULL_2025_x86_64',
        'AL2023_x86_64_STANDARD',
        'AL2023_ARM_64_STANDARD',
        'AL2023_x86_64_NEURON',
        'AL2023_x86_64_NVIDIA',
        'AL2023_ARM_64_NVIDIA',
      ),
    ),
    may('RemoteAccess', objectOf(may('Ec2SshKey', string), may('SourceSecurityGroups', listOf(string)))),
    may('Labels', mapOf(string)),
    may(
      'Taints',
      listOf(
        objectOf(
          may('Key', text(1, 63)),
          may('Value', text(0, 63)),
          may('Effect', oneOf('NO_SCHEDULE', 'NO_EXECUTE', 'PREFER_NO_SCHEDULE')),
        ),
      ),
    ),
    may('Tags', mapOf(string), 'Tags of what is created.'),
    may('ClientRequestToken', string),
    may('LaunchTemplate', objectOf(may('Name', string), may('Version', string), may('Id', string))),
    may(
      'UpdateConfig',
      objectOf(
        may('MaxUnavailable', integer(1)),
        may('MaxUnavailablePercentage', integer(1, 100)),
        may('UpdateStrategy', oneOf('DEFAULT', 'MINIMAL')),
      ),
    ),
    may(
      'NodeRepairConfig',
      objectOf(
        may('Enabled', boolean),
        may('MaxUnhealthyNodeThresholdCount', integer(1)),
        may('MaxUnhealthyNodeThresholdPercentage', integer(1, 100)),
        may('MaxParallelNodesRepairedCount', integer(1)),
        may('MaxParallelNodesRepairedPercentage', integer(1, 100)),
        may(
          'NodeRepairConfigOverrides',
          listOf(
            objectOf(
              may('NodeMonitoringCondition', string),
              may('NodeUnhealthyReason', string),
              may('MinRepairWaitTimeMins', integer(1)),
              may('RepairAction', oneOf('Replace', 'Reboot', 'NoAction')),
            ),
          ),
        ),
      ),
    ),
    may('CapacityType', oneOf('ON_DEMAND', 'SPOT', 'CAPACITY_BLOCK')),
    may('Version', string),
    may('ReleaseVersion', string),
    may(
      'WarmPoolConfig',
      objectOf(
        may('Enabled', boolean),
        may('MinSize', integer(0)),
        may('MaxGroupPreparedCapacity', integer()),
        may('PoolState', oneOf('STOPPED', 'RUNNING', 'HIBERNATED')),
        may('ReuseOnScaleIn', boolean),
      ),
    ),
  ],
  errors: [
    'Eks.InvalidParameterException',
    'Eks.ServerException',
    'Eks.ServiceUnavailableException',
    'Eks.InvalidRequestException',
    'Eks.ClientException',
    'Eks.ResourceInUseException',
    'Eks.ResourceLimitExceededException',
    'States.TaskFailed',
  ],
  recommendedRetriers: [
    retryTransient('Eks.ServerException', 'Eks.ServiceUnavailableException', 'Eks.ResourceLimitExceededException'),
  ],
  arguments: {
    ClusterName: 'my-cluster',
    NodegroupName: 'my-nodes',
    NodeRole: 'arn:aws:iam::123456789012:role/service-role',
    Subnets: ['subnet-1'],
  },
  results: {
    requestResponse: {
      Nodegroup: { NodegroupName: 'my-nodes', Status: 'CREATING' },
      ...answerMetadata,
    },
    sync: { Nodegroup: { NodegroupName: 'my-nodes', Status: 'ACTIVE' } },
  },
  access: (call) => [
    grant(['eks:CreateNodegroup'], [eksCluster(call)]),
    ...duringSync(call, ['eks:DescribeNodegroup', 'eks:DeleteNodegroup'], [eksCluster(call)]),
  ],
  durations: { sync: lasts(180, 120, 600) },
  price: noPrice('An EKS cluster is paid by the hour for as long as it stands.'),
  helpUrl: 'https://docs.aws.amazon.com/step-functions/latest/dg/connect-eks.html',
};
