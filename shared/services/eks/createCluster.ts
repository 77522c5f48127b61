import {
  arn,
  boolean,
  integer,
  list,
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

/** EKS: create cluster. */
export const createCluster: ServiceAction = {
  id: 'eks.createCluster',
  label: 'Create cluster',
  description: 'Create a cluster and, with .sync, wait until it is active.',
  resources: { requestResponse: 'arn:aws:states:::eks:createCluster', sync: 'arn:aws:states:::eks:createCluster.sync' },
  defaultPattern: 'sync',
  fields: [
    need('Name', text(1, 100), 'Its name.'),
    need('RoleArn', arn('iam.role'), 'Role that the service takes on to do the work.'),
    need(
      'ResourcesVpcConfig',
      objectOf(
        may('SubnetIds', listOf(string)),
        may('SecurityGroupIds', listOf(string)),
        may('EndpointPublicAccess', boolean),
        may('EndpointPrivateAccess', boolean),
        may('PublicAccessCidrs', listOf(string)),
        may('ControlPlaneEgressMode', oneOf('AWS_MANAGED', 'CUSTOMER_ROUTED', 'CUSTOMER_ISOLATED')),
      ),
    ),
    may('Version', string),
    may(
      'KubernetesNetworkConfig',
      objectOf(
        may('ServiceIpv4Cidr', string),
        may('IpFamily', oneOf('ipv4', 'ipv6')),
        may('ElasticLoadBalancing', objectOf(may('Enabled', boolean))),
      ),
    ),
    may(
      'Logging',
      objectOf(may('ClusterLogging', listOf(objectOf(may('Types', listOf(string)), may('Enabled', boolean))))),
    ),
    may('ClientRequestToken', string),
    may('Tags', mapOf(string), 'Tags of what is created.'),
    may(
      'EncryptionConfig',
      listOf(objectOf(may('Resources', listOf(string)), may('Provider', objectOf(may('KeyArn', string))))),
    ),
    may(
      'OutpostConfig',
      objectOf(
        need('OutpostArns', listOf(string)),
        need('ControlPlaneInstanceType', string),
        may('ControlPlanePlacement', objectOf(may('GroupName', string), may('SpreadLevel', oneOf('host', 'rack')))),
        may('EtcdInstanceType', string),
        may('EtcdPlacement', objectOf(may('SpreadLevel', oneOf('host', 'rack')))),
      ),
    ),
    may(
      'AccessConfig',
      objectOf(
        may('BootstrapClusterCreatorAdminPermissions', boolean),
        may('AuthenticationMode', oneOf('API', 'API_AND_CONFIG_MAP', 'CONFIG_MAP')),
      ),
    ),
    may('BootstrapSelfManagedAddons', boolean),
    may('UpgradePolicy', objectOf(may('SupportType', oneOf('STANDARD', 'EXTENDED')))),
    may('ZonalShiftConfig', objectOf(may('Enabled', boolean))),
    may(
      'RemoteNetworkConfig',
      objectOf(
        may('RemoteNodeNetworks', listOf(objectOf(may('Cidrs', listOf(string))))),
        may('RemotePodNetworks', listOf(objectOf(may('Cidrs', listOf(string))))),
      ),
    ),
    may(
      'ComputeConfig',
      objectOf(may('Enabled', boolean), may('NodePools', listOf(string)), may('NodeRoleArn', string)),
    ),
    may('StorageConfig', objectOf(may('BlockStorage', objectOf(may('Enabled', boolean))))),
    may('DeletionProtection', boolean),
    may(
      'ControlPlaneScalingConfig',
      objectOf(may('Tier', oneOf('standard', 'tier-xl', 'tier-2xl', 'tier-4xl', 'tier-8xl'))),
    ),
    may(
      'KubeApiServerConfig',
      objectOf(
        may('EventTtl', string),
        may('ServiceNodePortRange', objectOf(may('MinPort', integer()), may('MaxPort', integer()))),
      ),
    ),
    may(
      'KubeSchedulerConfig',
      objectOf(
        may(
          'NodeResourcesFit',
          objectOf(
            may(
              'ScoringStrategy',
              objectOf(may('Type', oneOf('LeastAllocated', 'MostAllocated')), may('Resources', list)),
            ),
          ),
        ),
      ),
    ),
    may(
      'KubeControllerManagerConfig',
      objectOf(
        may('PodGcControllerConfig', objectOf(may('TerminatedPodGcThreshold', integer(1, 1000000)))),
        may('HorizontalPodAutoscalerControllerConfig', objectOf(may('HorizontalPodAutoscalerSyncPeriod', string))),
      ),
    ),
  ],
  errors: [
    'Eks.InvalidParameterException',
    'Eks.ServerException',
    'Eks.ServiceUnavailableException',
    'Eks.ClientException',
    'Eks.ResourceInUseException',
    'Eks.ResourceLimitExceededException',
    'Eks.UnsupportedAvailabilityZoneException',
    'States.TaskFailed',
  ],
  recommendedRetriers: [
    retryTransient('Eks.ServerException', 'Eks.ServiceUnavailableException', 'Eks.ResourceLimitExceededException'),
  ],
  arguments: {
    Name: 'my-cluster',
    RoleArn: 'arn:aws:iam::123456789012:role/service-role',
    ResourcesVpcConfig: { SubnetIds: ['subnet-1', 'subnet-2'] },
  },
  results: {
    requestResponse: {
      Cluster: { Name: 'my-cluster', Status: 'CREATING' },
      ...answerMetadata,
    },
    sync: { Cluster: { Name: 'my-cluster', Status: 'ACTIVE' } },
  },
  access: (call) => [
    grant(['eks:CreateCluster'], [eksCluster(call)]),
    ...duringSync(call, ['eks:DescribeCluster', 'eks:DeleteCluster'], [eksCluster(call)]),
  ],
  durations: { sync: lasts(600, 480, 1200) },
  price: noPrice('An EKS cluster is paid by the hour for as long as it stands.'),
  helpUrl: 'https://docs.aws.amazon.com/step-functions/latest/dg/connect-eks.html',
};
