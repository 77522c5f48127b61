import {
  boolean,
  integer,
  list,
  listOf,
  map,
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
import { assumed, priced } from '../pricing';
import { clusterTime } from '../serviceCharges';
import { duringSync, grant, managedRule, passRole, serviceLinkedRole } from '../statements';
import { retryTransient } from '../retriers';
import { lasts } from '../lasts';

/** EMR: create cluster. */
export const createCluster: ServiceAction = {
  id: 'emr.createCluster',
  label: 'Create cluster',
  description: 'Start a cluster and, with .sync, wait until it is ready.',
  resources: {
    requestResponse: 'arn:aws:states:::elasticmapreduce:createCluster',
    sync: 'arn:aws:states:::elasticmapreduce:createCluster.sync',
  },
  defaultPattern: 'sync',
  fields: [
    need('Name', text(0, 256), 'Its name.'),
    need(
      'Instances',
      objectOf(
        may('MasterInstanceType', text(1, 256)),
        may('SlaveInstanceType', text(1, 256)),
        may('InstanceCount', integer()),
        may(
          'InstanceGroups',
          listOf(
            objectOf(
              may('Name', text(0, 256)),
              may('Market', oneOf('ON_DEMAND', 'SPOT')),
              need('InstanceRole', oneOf('MASTER', 'CORE', 'TASK')),
              may('BidPrice', text(0, 256)),
              need('InstanceType', text(1, 256)),
              need('InstanceCount', integer()),
              may('Configurations', list),
              may('EbsConfiguration', object),
              may('AutoScalingPolicy', object),
              may('CustomAmiId', text(0, 256)),
            ),
          ),
        ),
        may(
          'InstanceFleets',
          listOf(
            objectOf(
              may('Name', text(0, 256)),
              need('InstanceFleetType', oneOf('MASTER', 'CORE', 'TASK')),
              may('TargetOnDemandCapacity', integer(0)),
              may('TargetSpotCapacity', integer(0)),
              may('InstanceTypeConfigs', list),
              may('LaunchSpecifications', object),
              may('ResizeSpecifications', object),
              may('Context', text(0, 256)),
            ),
          ),
        ),
        may('Ec2KeyName', text(0, 256)),
        may('Placement', objectOf(may('AvailabilityZone', text(0, 10280)), may('AvailabilityZones', listOf(string)))),
        may('KeepJobFlowAliveWhenNoSteps', boolean),
        may('TerminationProtected', boolean),
        may('UnhealthyNodeReplacement', boolean),
        may('HadoopVersion', text(0, 256)),
        may('Ec2SubnetId', text(0, 256)),
        may('Ec2SubnetIds', listOf(string)),
        may('EmrManagedMasterSecurityGroup', text(0, 256)),
        may('EmrManagedSlaveSecurityGroup', text(0, 256)),
        may('ServiceAccessSecurityGroup', text(0, 256)),
        may('AdditionalMasterSecurityGroups', listOf(string)),
        may('AdditionalSlaveSecurityGroups', listOf(string)),
      ),
      'Machines of the cluster: types, number, network.',
    ),
    may('LogUri', text(0, 10280)),
    may('LogEncryptionKmsKeyId', text(0, 10280)),
    may('AdditionalInfo', text(0, 10280)),
    may('AmiVersion', text(0, 256)),
    may('ReleaseLabel', text(0, 256), 'EMR release, such as emr-7.1.0.'),
    may('StepExecutionRoleArn', text(20, 2048)),
    may(
      'BootstrapActions',
      listOf(
        objectOf(
          need('Name', text(0, 256)),
          need('ScriptBootstrapAction', objectOf(need('Path', text(0, 10280)), may('Args', listOf(string)))),
        ),
      ),
    ),
    may('SupportedProducts', listOf(string)),
    may('NewSupportedProducts', listOf(objectOf(may('Name', text(0, 256)), may('Args', listOf(string))))),
    may(
      'Applications',
      listOf(
        objectOf(
          may('Name', string),
          may('Version', string),
          may('Args', listOf(string)),
          may('AdditionalInfo', mapOf(string)),
        ),
      ),
      'Software on the cluster, such as Spark.',
    ),
    may(
      'Configurations',
      listOf(objectOf(may('Classification', string), may('Configurations', list), may('Properties', mapOf(string)))),
    ),
    may('VisibleToAllUsers', boolean),
    may('JobFlowRole', text(0, 10280), 'Instance profile of the machines.'),
    may('ServiceRole', text(0, 10280), 'Role of the EMR service.'),
    may('Tags', listOf(objectOf(may('Key', string), may('Value', string))), 'Tags of what is created.'),
    may('SecurityConfiguration', text(0, 10280)),
    may('AutoScalingRole', text(0, 10280)),
    may('ScaleDownBehavior', oneOf('TERMINATE_AT_INSTANCE_HOUR', 'TERMINATE_AT_TASK_COMPLETION')),
    may('CustomAmiId', text(0, 256)),
    may('EbsRootVolumeSize', integer()),
    may('RepoUpgradeOnBoot', oneOf('SECURITY', 'NONE')),
    may(
      'KerberosAttributes',
      objectOf(
        need('Realm', text(0, 256)),
        need('KdcAdminPassword', text(0, 256)),
        may('CrossRealmTrustPrincipalPassword', text(0, 256)),
        may('ADDomainJoinUser', text(0, 256)),
        may('ADDomainJoinPassword', text(0, 256)),
      ),
    ),
    may('StepConcurrencyLevel', integer()),
    may(
      'ManagedScalingPolicy',
      objectOf(
        may(
          'ComputeLimits',
          objectOf(
            need('UnitType', oneOf('InstanceFleetUnits', 'Instances', 'VCPU')),
            need('MinimumCapacityUnits', integer()),
            need('MaximumCapacityUnits', integer()),
            may('MaximumOnDemandCapacityUnits', integer()),
            may('MaximumCoreCapacityUnits', integer()),
          ),
        ),
        may('UtilizationPerformanceIndex', integer(1, 100)),
        may('ScalingStrategy', oneOf('DEFAULT', 'ADVANCED')),
      ),
    ),
    may(
      'PlacementGroupConfigs',
      listOf(
        objectOf(
          need('InstanceRole', oneOf('MASTER', 'CORE', 'TASK')),
          may('PlacementStrategy', oneOf('SPREAD', 'PARTITION', 'CLUSTER', 'NONE')),
        ),
      ),
    ),
    may('AutoTerminationPolicy', objectOf(may('IdleTimeout', integer()))),
    may('OSReleaseLabel', text(0, 256)),
    may('EbsRootVolumeIops', integer()),
    may('EbsRootVolumeThroughput', integer()),
    may('ExtendedSupport', boolean),
    may(
      'MonitoringConfiguration',
      objectOf(
        may(
          'CloudWatchLogConfiguration',
          objectOf(
            need('Enabled', boolean),
            may('LogGroupName', text(0, 10280)),
            may('LogStreamNamePrefix', text(0, 10280)),
            may('EncryptionKeyArn', text(0, 10280)),
            may('LogTypes', map),
          ),
        ),
        may('S3LoggingConfiguration', objectOf(may('LogTypeUploadPolicy', mapOf(string)))),
      ),
    ),
    may('SessionEnabled', boolean),
  ],
  errors: ['ElasticMapReduce.AmazonElasticMapReduceException', 'States.TaskFailed'],
  recommendedRetriers: [retryTransient('States.TaskFailed')],
  arguments: {
    Name: 'my-cluster',
    ServiceRole: 'EMR_DefaultRole',
    JobFlowRole: 'EMR_EC2_DefaultRole',
    ReleaseLabel: 'emr-7.1.0',
    Instances: {
      KeepJobFlowAliveWhenNoSteps: true,
      MasterInstanceType: 'm5.xlarge',
      SlaveInstanceType: 'm5.xlarge',
      InstanceCount: 3,
    },
  },
  results: {
    requestResponse: {
      ClusterId: 'j-8F1C2D3E0000',
      ClusterArn: 'arn:aws:elasticmapreduce:us-east-1:123456789012:cluster/j-8F1C2D3E0000',
      ...answerMetadata,
    },
    sync: {
      ClusterId: 'j-8F1C2D3E0000',
      Cluster: { Id: 'j-8F1C2D3E0000', Name: 'my-cluster', Status: { State: 'WAITING' } },
    },
  },
  access: (call) => [
    grant(['elasticmapreduce:RunJobFlow'], ['*']),
    // Source: Amazon EMR management guide, "Tag": since April 2023 RunJobFlow with tags asks for AddTags too.
    ...(call.given('Tags') ? [grant(['elasticmapreduce:AddTags'], [call.build('emr.cluster', { id: '*' })])] : []),
    // Source: Amazon EMR management guide, "Using service-linked roles for cleanup".
    serviceLinkedRole(call, 'elasticmapreduce.amazonaws.com*', 'AWSServiceRoleForEMRCleanup*'),
    ...passRole(call, ['ServiceRole', 'JobFlowRole', 'AutoScalingRole']),
    ...duringSync(call, ['elasticmapreduce:DescribeCluster', 'elasticmapreduce:TerminateJobFlows'], ['*']),
    ...managedRule(call, 'StepFunctionsGetEventForEMRRunJobFlowRule'),
  ],
  durations: { sync: lasts(420, 300, 900) },
  price: priced(
    [assumed('machines', 'Machines', 'm5.xlarge', 3), assumed('clusterMinutes', 'Life of the cluster', 'min', 60)],
    clusterTime,
  ),
  helpUrl: 'https://docs.aws.amazon.com/step-functions/latest/dg/connect-emr.html',
};
