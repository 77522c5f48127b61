import { parseResource } from '../../asl/index';

/** Which answer of which action of the SDK the result of a Task is. */
export interface ResultCall {
  readonly service: string;
  readonly action: string;
  /** The member that the result is, where it is not the whole answer; of a list the first item. */
  readonly member?: string;
  /** Members whose text the integration reads as JSON. */
  readonly parsed?: readonly string[];
  /** Members that the integration names otherwise than the SDK. */
  readonly renamed?: Readonly<Record<string, string>>;
}

/** Optimized integrations are named otherwise than the services of the SDK that they call. */
const sdkNames: Readonly<Record<string, string>> = {
  states: 'sfn',
  events: 'eventbridge',
  elasticmapreduce: 'emr',
  'emr-containers': 'emrcontainers',
  'emr-serverless': 'emrserverless',
};

/**
 * Optimized integrations whose result is not the answer of the action of their own name; null where there is no such
 * action. With `.sync` it is that of the call which tells how the job stands.
 * Source: AWS developer guide, "Integrating optimized services"; AWS API reference of each service, names of results.
 */
const otherCalls: Readonly<Record<string, ResultCall | null>> = {
  'apigateway:invoke': null,
  'http:invoke': null,
  'eks:call': null,
  'eks:runJob': null,
  'eks:runJob.sync': null,
  'lambda:invoke': { service: 'lambda', action: 'invoke', parsed: ['Payload'] },
  'bedrock:invokeModel': { service: 'bedrockruntime', action: 'invokeModel', parsed: ['Body'] },
  'bedrock:createModelCustomizationJob.sync': { service: 'bedrock', action: 'getModelCustomizationJob' },
  'athena:startQueryExecution.sync': { service: 'athena', action: 'getQueryExecution' },
  'batch:submitJob.sync': { service: 'batch', action: 'describeJobs', member: 'Jobs' },
  'databrew:startJobRun.sync': { service: 'databrew', action: 'describeJobRun' },
  'ecs:runTask.sync': { service: 'ecs', action: 'describeTasks', member: 'Tasks' },
  'eks:createCluster.sync': { service: 'eks', action: 'describeCluster' },
  'eks:deleteCluster.sync': { service: 'eks', action: 'describeCluster' },
  'eks:createNodegroup.sync': { service: 'eks', action: 'describeNodegroup' },
  'eks:deleteNodegroup.sync': { service: 'eks', action: 'describeNodegroup' },
  'eks:createFargateProfile.sync': { service: 'eks', action: 'describeFargateProfile' },
  'eks:deleteFargateProfile.sync': { service: 'eks', action: 'describeFargateProfile' },
  'elasticmapreduce:addStep': null,
  'elasticmapreduce:addStep.sync': { service: 'emr', action: 'describeStep' },
  'elasticmapreduce:cancelStep': null,
  'elasticmapreduce:createCluster': null,
  'elasticmapreduce:createCluster.sync': { service: 'emr', action: 'describeCluster' },
  'elasticmapreduce:terminateCluster': { service: 'emr', action: 'terminateJobFlows' },
  'elasticmapreduce:terminateCluster.sync': { service: 'emr', action: 'describeCluster' },
  'elasticmapreduce:setClusterTerminationProtection': { service: 'emr', action: 'setTerminationProtection' },
  'elasticmapreduce:modifyInstanceFleetByName': { service: 'emr', action: 'modifyInstanceFleet' },
  'elasticmapreduce:modifyInstanceGroupByName': { service: 'emr', action: 'modifyInstanceGroups' },
  'emr-containers:startJobRun.sync': { service: 'emrcontainers', action: 'describeJobRun' },
  'emr-containers:deleteVirtualCluster.sync': { service: 'emrcontainers', action: 'describeVirtualCluster' },
  'emr-serverless:createApplication.sync': { service: 'emrserverless', action: 'getApplication' },
  'emr-serverless:startApplication.sync': { service: 'emrserverless', action: 'getApplication' },
  'emr-serverless:stopApplication.sync': { service: 'emrserverless', action: 'getApplication' },
  'emr-serverless:deleteApplication.sync': { service: 'emrserverless', action: 'getApplication' },
  'emr-serverless:cancelJobRun.sync': { service: 'emrserverless', action: 'getJobRun' },
  'emr-serverless:startJobRun.sync': { service: 'emrserverless', action: 'getJobRun' },
  'glue:startJobRun.sync': { service: 'glue', action: 'getJobRun', member: 'JobRun' },
  'mediaconvert:createJob.sync': { service: 'mediaconvert', action: 'getJob' },
  // Recorded on AWS.
  'sqs:sendMessage': {
    service: 'sqs',
    action: 'sendMessage',
    renamed: {
      Md5OfMessageBody: 'MD5OfMessageBody',
      Md5OfMessageAttributes: 'MD5OfMessageAttributes',
      Md5OfMessageSystemAttributes: 'MD5OfMessageSystemAttributes',
    },
  },
  'states:startExecution.sync': { service: 'sfn', action: 'describeExecution' },
  'states:startExecution.sync:2': { service: 'sfn', action: 'describeExecution', parsed: ['Input', 'Output'] },
};

/**
 * Whose answer the result of a Task is. Null where no API model says it: functions, activities, HTTP, and tasks with a
 * token, whose result the caller decides.
 */
export function resultCall(resource: string): ResultCall | null {
  const read = parseResource(resource);
  if (read.kind !== 'integration' || read.pattern === 'waitForTaskToken') return null;
  const { service, action, ending, sdk } = read;
  if (sdk) return { service, action };
  const key = `${service}:${action}${ending}`;
  if (Object.hasOwn(otherCalls, key)) return otherCalls[key] ?? null;
  // `createTrainingJob.sync` of SageMaker asks `describeTrainingJob`; what CodeBuild starts it describes in the same form.
  const asked = service === 'sagemaker' && ending !== '' ? action.replace(/^create/, 'describe') : action;
  return { service: sdkNames[service] ?? service, action: asked };
}
