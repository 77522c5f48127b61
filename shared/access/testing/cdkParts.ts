import { FoundationModel, FoundationModelIdentifier } from 'aws-cdk-lib/aws-bedrock';
import { Project } from 'aws-cdk-lib/aws-codebuild';
import { Table } from 'aws-cdk-lib/aws-dynamodb';
import { InstanceClass, InstanceSize, InstanceType, Vpc } from 'aws-cdk-lib/aws-ec2';
import { Cluster, Compatibility, ContainerImage, TaskDefinition } from 'aws-cdk-lib/aws-ecs';
import { Cluster as EksCluster } from 'aws-cdk-lib/aws-eks';
import { EventBus } from 'aws-cdk-lib/aws-events';
import { Role } from 'aws-cdk-lib/aws-iam';
import { Bucket } from 'aws-cdk-lib/aws-s3';
import type { IntegrationPattern } from 'aws-cdk-lib/aws-stepfunctions';
import { JsonPath, StateMachine, TaskInput } from 'aws-cdk-lib/aws-stepfunctions';
import * as tasks from 'aws-cdk-lib/aws-stepfunctions-tasks';
import type { Construct } from 'constructs';

export const arn = (service: string, resource: string): string =>
  `arn:aws:${service}:eu-west-1:123456789012:${resource}`;
export const withToken = TaskInput.fromObject({ token: JsonPath.taskToken });

export const role = (scope: Construct) => Role.fromRoleArn(scope, 'Role', 'arn:aws:iam::123456789012:role/work');
export const table = (scope: Construct) => Table.fromTableName(scope, 'Table', 'orders');
export const bucket = (scope: Construct) => Bucket.fromBucketName(scope, 'Bucket', 'data');
export const bus = (scope: Construct) => EventBus.fromEventBusArn(scope, 'Bus', arn('events', 'event-bus/orders'));
export const child = (scope: Construct) =>
  StateMachine.fromStateMachineArn(scope, 'Child', arn('states', 'stateMachine:child'));
export const vpc = (scope: Construct) =>
  Vpc.fromVpcAttributes(scope, 'Vpc', {
    vpcId: 'vpc-0123456789abcdef0',
    availabilityZones: ['eu-west-1a'],
    privateSubnetIds: ['subnet-0123456789abcdef0'],
  });
export const cluster = (scope: Construct) =>
  Cluster.fromClusterAttributes(scope, 'Cluster', { clusterName: 'c', vpc: vpc(scope) });
export const taskDefinition = (scope: Construct) => {
  const made = new TaskDefinition(scope, 'Definition', {
    compatibility: Compatibility.FARGATE,
    cpu: '256',
    memoryMiB: '512',
  });
  made.addContainer('Work', { image: ContainerImage.fromRegistry('work') });
  return made;
};
export const project = (scope: Construct) => Project.fromProjectName(scope, 'Project', 'build');
export const eks = (scope: Construct) =>
  EksCluster.fromClusterAttributes(scope, 'Eks', {
    clusterName: 'c',
    clusterEndpoint: 'https://c',
    clusterCertificateAuthorityData: 'x',
  });
export const instance = InstanceType.of(InstanceClass.M5, InstanceSize.XLARGE);
export const source = (scope: Construct) => tasks.S3Location.fromBucket(bucket(scope), 'in');
export const model = (scope: Construct) =>
  FoundationModel.fromFoundationModelId(scope, 'Model', FoundationModelIdentifier.AMAZON_TITAN_TEXT_G1_EXPRESS_V1);

export const trainingJob = (scope: Construct, integrationPattern?: IntegrationPattern) =>
  new tasks.SageMakerCreateTrainingJob(scope, 'T', {
    ...pattern(integrationPattern),
    trainingJobName: 'n',
    role: role(scope),
    algorithmSpecification: { algorithmName: 'a' },
    inputDataConfig: [{ channelName: 'c', dataSource: { s3DataSource: { s3Location: source(scope) } } }],
    outputDataConfig: { s3OutputLocation: tasks.S3Location.fromJsonExpression('$.out') },
  });

export const transformJob = (scope: Construct, integrationPattern?: IntegrationPattern) =>
  new tasks.SageMakerCreateTransformJob(scope, 'T', {
    ...pattern(integrationPattern),
    transformJobName: 'n',
    modelName: 'm',
    role: role(scope),
    transformInput: { transformDataSource: { s3DataSource: { s3Uri: 's3://data/in' } } },
    transformOutput: { s3OutputPath: 's3://data/out' },
  });

export const emrCluster = (scope: Construct, integrationPattern: IntegrationPattern) =>
  new tasks.EmrCreateCluster(scope, 'T', {
    integrationPattern,
    name: 'c',
    instances: {},
    serviceRole: role(scope),
    clusterRole: Role.fromRoleArn(scope, 'ClusterRole', 'arn:aws:iam::123456789012:role/flow'),
    tags: { team: 'data' },
  });

export const virtualJob = (scope: Construct, integrationPattern: IntegrationPattern) =>
  new tasks.EmrContainersStartJobRun(scope, 'T', {
    integrationPattern,
    virtualCluster: tasks.VirtualClusterInput.fromVirtualClusterId('v'),
    releaseLabel: tasks.ReleaseLabel.EMR_6_2_0,
    executionRole: role(scope),
    jobDriver: { sparkSubmitJobDriver: { entryPoint: TaskInput.fromText('local:///x') } },
  });

export const batchJob = (scope: Construct, integrationPattern: IntegrationPattern) =>
  new tasks.BatchSubmitJob(scope, 'T', {
    integrationPattern,
    jobName: 'n',
    jobQueueArn: arn('batch', 'job-queue/q'),
    jobDefinitionArn: arn('batch', 'job-definition/d'),
  });

export const athenaQuery = (scope: Construct, integrationPattern: IntegrationPattern) =>
  new tasks.AthenaStartQueryExecution(scope, 'T', {
    integrationPattern,
    queryString: 'SELECT 1',
    workGroup: 'primary',
    resultConfiguration: { outputLocation: { bucketName: 'data', objectKey: 'out' } },
  });

export const customization = (scope: Construct, integrationPattern: IntegrationPattern) =>
  new tasks.BedrockCreateModelCustomizationJob(scope, 'T', {
    integrationPattern,
    baseModel: model(scope),
    customModelName: 'm',
    jobName: 'j',
    hyperParameters: { 'Evaluation percentage': '20' },
    role: role(scope),
    trainingData: { bucket: bucket(scope), path: 'in' },
    outputData: { bucket: Bucket.fromBucketName(scope, 'Out', 'out') },
  });

export const mediaJob = (scope: Construct, integrationPattern: IntegrationPattern) =>
  new tasks.MediaConvertCreateJob(scope, 'T', {
    integrationPattern,
    createJobRequest: { Role: 'arn:aws:iam::123456789012:role/work', Settings: {} },
  });

const pattern = (integrationPattern: IntegrationPattern | undefined) =>
  integrationPattern === undefined ? {} : { integrationPattern };
