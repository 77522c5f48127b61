import { Duration, SecretValue, Stack } from 'aws-cdk-lib';
import { RestApi } from 'aws-cdk-lib/aws-apigateway';
import { ProvisionedModel } from 'aws-cdk-lib/aws-bedrock';
import { Authorization, Connection } from 'aws-cdk-lib/aws-events';
import { Function as LambdaFunction } from 'aws-cdk-lib/aws-lambda';
import { Topic } from 'aws-cdk-lib/aws-sns';
import { Queue } from 'aws-cdk-lib/aws-sqs';
import { Activity, IntegrationPattern, type IChainable, TaskInput } from 'aws-cdk-lib/aws-stepfunctions';
import * as tasks from 'aws-cdk-lib/aws-stepfunctions-tasks';
import type { Construct } from 'constructs';

import {
  arn,
  athenaQuery,
  batchJob,
  bus,
  child,
  cluster,
  customization,
  eks,
  emrCluster,
  instance,
  mediaJob,
  model,
  project,
  role,
  source,
  table,
  taskDefinition,
  trainingJob,
  transformJob,
  virtualJob,
  withToken,
} from './cdkParts';

const { RUN_JOB, WAIT_FOR_TASK_TOKEN } = IntegrationPattern;

/** Task constructs of aws-cdk-lib by a name, each made with what it asks for. */
export const cdkTasks: Readonly<Record<string, (scope: Construct) => IChainable>> = {
  LambdaInvoke: (scope) =>
    new tasks.LambdaInvoke(scope, 'T', {
      lambdaFunction: LambdaFunction.fromFunctionArn(scope, 'F', arn('lambda', 'function:charge')),
    }),
  'LambdaInvoke token': (scope) =>
    new tasks.LambdaInvoke(scope, 'T', {
      lambdaFunction: LambdaFunction.fromFunctionArn(scope, 'F', arn('lambda', 'function:charge')),
      integrationPattern: WAIT_FOR_TASK_TOKEN,
      payload: withToken,
    }),
  SnsPublish: (scope) =>
    new tasks.SnsPublish(scope, 'T', {
      topic: Topic.fromTopicArn(scope, 'Topic', arn('sns', 'alerts')),
      message: withToken,
    }),
  SqsSendMessage: (scope) =>
    new tasks.SqsSendMessage(scope, 'T', {
      queue: Queue.fromQueueArn(scope, 'Q', arn('sqs', 'jobs')),
      messageBody: withToken,
    }),
  EcsRunTask: (scope) =>
    new tasks.EcsRunTask(scope, 'T', {
      cluster: cluster(scope),
      taskDefinition: taskDefinition(scope),
      launchTarget: new tasks.EcsFargateLaunchTarget(),
    }),
  'EcsRunTask sync': (scope) =>
    new tasks.EcsRunTask(scope, 'T', {
      cluster: cluster(scope),
      taskDefinition: taskDefinition(scope),
      launchTarget: new tasks.EcsFargateLaunchTarget(),
      integrationPattern: RUN_JOB,
    }),
  SageMakerCreateTrainingJob: (scope) => trainingJob(scope),
  'SageMakerCreateTrainingJob sync': (scope) => trainingJob(scope, RUN_JOB),
  SageMakerCreateTransformJob: (scope) => transformJob(scope),
  'SageMakerCreateTransformJob sync': (scope) => transformJob(scope, RUN_JOB),
  SageMakerCreateEndpoint: (scope) =>
    new tasks.SageMakerCreateEndpoint(scope, 'T', { endpointName: 'e', endpointConfigName: 'c' }),
  SageMakerCreateEndpointConfig: (scope) =>
    new tasks.SageMakerCreateEndpointConfig(scope, 'T', {
      endpointConfigName: 'c',
      productionVariants: [{ modelName: 'm', variantName: 'v', instanceType: instance }],
    }),
  SageMakerCreateModel: (scope) =>
    new tasks.SageMakerCreateModel(scope, 'T', {
      modelName: 'm',
      role: role(scope),
      primaryContainer: new tasks.ContainerDefinition({ modelS3Location: source(scope) }),
    }),
  SageMakerUpdateEndpoint: (scope) =>
    new tasks.SageMakerUpdateEndpoint(scope, 'T', { endpointName: 'e', endpointConfigName: 'c' }),
  StepFunctionsStartExecution: (scope) =>
    new tasks.StepFunctionsStartExecution(scope, 'T', { stateMachine: child(scope) }),
  'StepFunctionsStartExecution sync': (scope) =>
    new tasks.StepFunctionsStartExecution(scope, 'T', { stateMachine: child(scope), integrationPattern: RUN_JOB }),
  StepFunctionsInvokeActivity: (scope) =>
    new tasks.StepFunctionsInvokeActivity(scope, 'T', {
      activity: Activity.fromActivityArn(scope, 'A', arn('states', 'activity:a')),
    }),
  EmrCreateCluster: (scope) => emrCluster(scope, IntegrationPattern.REQUEST_RESPONSE),
  'EmrCreateCluster sync': (scope) => emrCluster(scope, RUN_JOB),
  EmrSetClusterTerminationProtection: (scope) =>
    new tasks.EmrSetClusterTerminationProtection(scope, 'T', { clusterId: 'j-1', terminationProtected: true }),
  EmrTerminateCluster: (scope) =>
    new tasks.EmrTerminateCluster(scope, 'T', {
      clusterId: 'j-1',
      integrationPattern: IntegrationPattern.REQUEST_RESPONSE,
    }),
  'EmrTerminateCluster sync': (scope) => new tasks.EmrTerminateCluster(scope, 'T', { clusterId: 'j-1' }),
  EmrAddStep: (scope) =>
    new tasks.EmrAddStep(scope, 'T', {
      clusterId: 'j-1',
      name: 's',
      jar: 'j.jar',
      integrationPattern: IntegrationPattern.REQUEST_RESPONSE,
    }),
  'EmrAddStep sync': (scope) => new tasks.EmrAddStep(scope, 'T', { clusterId: 'j-1', name: 's', jar: 'j.jar' }),
  EmrCancelStep: (scope) => new tasks.EmrCancelStep(scope, 'T', { clusterId: 'j-1', stepId: 's-1' }),
  EmrModifyInstanceFleetByName: (scope) =>
    new tasks.EmrModifyInstanceFleetByName(scope, 'T', {
      clusterId: 'j-1',
      instanceFleetName: 'f',
      targetOnDemandCapacity: 1,
      targetSpotCapacity: 0,
    }),
  EmrModifyInstanceGroupByName: (scope) =>
    new tasks.EmrModifyInstanceGroupByName(scope, 'T', {
      clusterId: 'j-1',
      instanceGroupName: 'g',
      instanceGroup: { instanceCount: 1 },
    }),
  EmrContainersCreateVirtualCluster: (scope) =>
    new tasks.EmrContainersCreateVirtualCluster(scope, 'T', {
      eksCluster: tasks.EksClusterInput.fromTaskInput(TaskInput.fromText('c')),
    }),
  EmrContainersDeleteVirtualCluster: (scope) =>
    new tasks.EmrContainersDeleteVirtualCluster(scope, 'T', { virtualClusterId: TaskInput.fromText('v') }),
  'EmrContainersDeleteVirtualCluster sync': (scope) =>
    new tasks.EmrContainersDeleteVirtualCluster(scope, 'T', {
      virtualClusterId: TaskInput.fromText('v'),
      integrationPattern: RUN_JOB,
    }),
  EmrContainersStartJobRun: (scope) => virtualJob(scope, IntegrationPattern.REQUEST_RESPONSE),
  'EmrContainersStartJobRun sync': (scope) => virtualJob(scope, RUN_JOB),
  GlueStartJobRun: (scope) => new tasks.GlueStartJobRun(scope, 'T', { glueJobName: 'etl' }),
  'GlueStartJobRun sync': (scope) =>
    new tasks.GlueStartJobRun(scope, 'T', { glueJobName: 'etl', integrationPattern: RUN_JOB }),
  GlueStartCrawlerRun: (scope) => new tasks.GlueStartCrawlerRun(scope, 'T', { crawlerName: 'c' }),
  BatchSubmitJob: (scope) => batchJob(scope, IntegrationPattern.REQUEST_RESPONSE),
  'BatchSubmitJob sync': (scope) => batchJob(scope, RUN_JOB),
  DynamoGetItem: (scope) =>
    new tasks.DynamoGetItem(scope, 'T', {
      table: table(scope),
      key: { id: tasks.DynamoAttributeValue.fromString('1') },
    }),
  DynamoPutItem: (scope) =>
    new tasks.DynamoPutItem(scope, 'T', {
      table: table(scope),
      item: { id: tasks.DynamoAttributeValue.fromString('1') },
    }),
  DynamoUpdateItem: (scope) =>
    new tasks.DynamoUpdateItem(scope, 'T', {
      table: table(scope),
      key: { id: tasks.DynamoAttributeValue.fromString('1') },
    }),
  DynamoDeleteItem: (scope) =>
    new tasks.DynamoDeleteItem(scope, 'T', {
      table: table(scope),
      key: { id: tasks.DynamoAttributeValue.fromString('1') },
    }),
  CodeBuildStartBuild: (scope) => new tasks.CodeBuildStartBuild(scope, 'T', { project: project(scope) }),
  'CodeBuildStartBuild sync': (scope) =>
    new tasks.CodeBuildStartBuild(scope, 'T', { project: project(scope), integrationPattern: RUN_JOB }),
  CodeBuildStartBuildBatch: (scope) => new tasks.CodeBuildStartBuildBatch(scope, 'T', { project: project(scope) }),
  'CodeBuildStartBuildBatch sync': (scope) =>
    new tasks.CodeBuildStartBuildBatch(scope, 'T', { project: project(scope), integrationPattern: RUN_JOB }),
  AthenaStartQueryExecution: (scope) => athenaQuery(scope, IntegrationPattern.REQUEST_RESPONSE),
  'AthenaStartQueryExecution sync': (scope) => athenaQuery(scope, RUN_JOB),
  AthenaStopQueryExecution: (scope) => new tasks.AthenaStopQueryExecution(scope, 'T', { queryExecutionId: 'q' }),
  AthenaGetQueryExecution: (scope) => new tasks.AthenaGetQueryExecution(scope, 'T', { queryExecutionId: 'q' }),
  AthenaGetQueryResults: (scope) => new tasks.AthenaGetQueryResults(scope, 'T', { queryExecutionId: 'q' }),
  GlueDataBrewStartJobRun: (scope) => new tasks.GlueDataBrewStartJobRun(scope, 'T', { name: 'clean' }),
  'GlueDataBrewStartJobRun sync': (scope) =>
    new tasks.GlueDataBrewStartJobRun(scope, 'T', { name: 'clean', integrationPattern: RUN_JOB }),
  EksCall: (scope) =>
    new tasks.EksCall(scope, 'T', { cluster: eks(scope), httpMethod: tasks.HttpMethods.GET, httpPath: '/' }),
  CallApiGatewayRestApiEndpoint: (scope) =>
    new tasks.CallApiGatewayRestApiEndpoint(scope, 'T', {
      api: RestApi.fromRestApiId(scope, 'Api', 'abc'),
      stageName: 'prod',
      method: tasks.HttpMethod.GET,
      authType: tasks.AuthType.IAM_ROLE,
    }),
  'CallApiGatewayRestApiEndpoint open': (scope) =>
    new tasks.CallApiGatewayRestApiEndpoint(scope, 'T', {
      api: RestApi.fromRestApiId(scope, 'Api', 'abc'),
      stageName: 'prod',
      method: tasks.HttpMethod.GET,
    }),
  CallApiGatewayHttpApiEndpoint: (scope) =>
    new tasks.CallApiGatewayHttpApiEndpoint(scope, 'T', {
      apiId: 'abc',
      apiStack: Stack.of(scope),
      method: tasks.HttpMethod.GET,
      authType: tasks.AuthType.IAM_ROLE,
    }),
  EventBridgePutEvents: (scope) =>
    new tasks.EventBridgePutEvents(scope, 'T', {
      entries: [{ eventBus: bus(scope), detail: TaskInput.fromObject({}), detailType: 'd', source: 's' }],
    }),
  EventBridgeSchedulerCreateScheduleTask: (scope) =>
    new tasks.EventBridgeSchedulerCreateScheduleTask(scope, 'T', {
      scheduleName: 's',
      schedule: tasks.Schedule.rate(Duration.minutes(5)),
      target: new tasks.EventBridgeSchedulerTarget({ arn: arn('sqs', 'jobs'), role: role(scope) }),
    }),
  CallAwsService: (scope) =>
    new tasks.CallAwsService(scope, 'T', {
      service: 's3',
      action: 'getObject',
      parameters: { Bucket: 'data', Key: 'k' },
      iamResources: ['arn:aws:s3:::data/*'],
    }),
  BedrockInvokeModel: (scope) =>
    new tasks.BedrockInvokeModel(scope, 'T', { model: model(scope), body: TaskInput.fromObject({}) }),
  'BedrockInvokeModel provisioned': (scope) =>
    new tasks.BedrockInvokeModel(scope, 'T', {
      model: ProvisionedModel.fromProvisionedModelArn(scope, 'P', arn('bedrock', 'provisioned-model/p')),
      body: TaskInput.fromObject({}),
    }),
  'BedrockInvokeModel guardrail': (scope) =>
    new tasks.BedrockInvokeModel(scope, 'T', {
      model: model(scope),
      body: TaskInput.fromObject({}),
      guardrail: tasks.Guardrail.enable('guardid123', 1),
    }),
  'BedrockInvokeModel from S3': (scope) =>
    new tasks.BedrockInvokeModel(scope, 'T', {
      model: model(scope),
      input: { s3Location: { bucketName: 'data', objectKey: 'in' } },
      output: { s3Location: { bucketName: 'data', objectKey: 'out' } },
    }),
  BedrockCreateModelCustomizationJob: (scope) => customization(scope, IntegrationPattern.REQUEST_RESPONSE),
  'BedrockCreateModelCustomizationJob sync': (scope) => customization(scope, RUN_JOB),
  HttpInvoke: (scope) =>
    new tasks.HttpInvoke(scope, 'T', {
      apiRoot: 'https://example.com',
      apiEndpoint: TaskInput.fromText('/x'),
      method: TaskInput.fromText('GET'),
      connection: new Connection(scope, 'C', {
        authorization: Authorization.basic('u', SecretValue.secretsManager('x')),
      }),
    }),
  MediaConvertCreateJob: (scope) => mediaJob(scope, IntegrationPattern.REQUEST_RESPONSE),
  'MediaConvertCreateJob sync': (scope) => mediaJob(scope, RUN_JOB),
};
