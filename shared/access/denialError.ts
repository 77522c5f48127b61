import type { TaskRequest } from '../states/index';
import type { PermissionCheck } from './checkSteps';
import type { Place } from './accessCall';
import { namedResource } from './namedResource';
import { exceptionPrefix, sdkRefusal } from './sdkRefusals';

/** How a refused call fails in the history. */
export interface Denial {
  readonly error: string;
  readonly cause: string;
}

interface ServiceErrors {
  /** Error name of a refusal: the service's own where its API has one, else that of everything it has no name for. */
  readonly error: string;
  /** The service as its client names it in a cause. */
  readonly service: string;
  readonly code: string;
}

/**
 * Optimized integrations. The form of the causes is that of recorded failures of these integrations; the text of the
 * refusal is that of the IAM User Guide, "Troubleshoot access denied error messages".
 */
const optimized: Readonly<Record<string, ServiceErrors>> = {
  lambda: { error: 'Lambda.AWSLambdaException', service: 'AWSLambda', code: 'AccessDeniedException' },
  states: {
    error: 'StepFunctions.AWSStepFunctionsException',
    service: 'AWSStepFunctions',
    code: 'AccessDeniedException',
  },
  ecs: { error: 'ECS.AccessDeniedException', service: 'AmazonECS', code: 'AccessDeniedException' },
  sagemaker: { error: 'SageMaker.AmazonSageMakerException', service: 'AmazonSageMaker', code: 'AccessDeniedException' },
  sns: { error: 'SNS.AuthorizationErrorException', service: 'AmazonSNS', code: 'AuthorizationError' },
  sqs: { error: 'SQS.AmazonSQSException', service: 'AmazonSQS', code: 'AccessDenied' },
  dynamodb: { error: 'DynamoDB.AmazonDynamoDBException', service: 'AmazonDynamoDBv2', code: 'AccessDeniedException' },
  glue: { error: 'Glue.AWSGlueException', service: 'AWSGlue', code: 'AccessDeniedException' },
  athena: { error: 'Athena.AmazonAthenaException', service: 'AmazonAthena', code: 'AccessDeniedException' },
  batch: { error: 'Batch.AWSBatchException', service: 'AWSBatch', code: 'AccessDeniedException' },
  codebuild: { error: 'CodeBuild.AWSCodeBuildException', service: 'AWSCodeBuild', code: 'AccessDeniedException' },
  bedrock: { error: 'Bedrock.AccessDeniedException', service: 'BedrockRuntime', code: 'AccessDeniedException' },
  events: {
    error: 'EventBridge.AmazonEventBridgeException',
    service: 'AmazonEventBridge',
    code: 'AccessDeniedException',
  },
  elasticmapreduce: {
    error: 'ElasticMapReduce.AmazonElasticMapReduceException',
    service: 'AmazonElasticMapReduce',
    code: 'AccessDeniedException',
  },
};

/** APIs of REST and query form refuse with 403; those of JSON form answer 400 to everything that is the caller's fault. */
const restServices = new Set([
  'lambda',
  'sns',
  'sqs',
  'batch',
  'bedrock',
  'eks',
  'emr-serverless',
  'emr-containers',
  'mediaconvert',
  'databrew',
]);

/** Error and cause of a call that IAM refuses. */
export function errorOfDenial(
  request: Pick<TaskRequest, 'resourceType' | 'stateName' | 'parameters'>,
  check: PermissionCheck,
  roleArn: string,
  place: Place,
  requestId: string,
): Denial {
  const { resourceType } = request;
  const resource = check.resource === '*' ? namedResource(check.action, request.parameters, place) : check.resource;
  const text = refusal({ ...check, resource }, sessionOf(roleArn));
  if (/^events:(PutRule|PutTargets|DescribeRule)$/.test(check.action) && resourceType !== 'events') {
    return { error: 'States.Permissions', cause: `'${roleArn}' is not authorized to create managed-rule.` };
  }
  if (resourceType === 'apigateway') {
    // Source: AWS developer guide, "Create API Gateway REST APIs with Step Functions", "Error handling".
    return { error: 'ApiGateway.403', cause: JSON.stringify({ Message: text }) };
  }
  if (resourceType.startsWith('aws-sdk:')) {
    const service = resourceType.slice('aws-sdk:'.length);
    const { error, status } = sdkRefusal(service);
    return {
      error,
      cause: `${text} (Service: ${exceptionPrefix(service)}, Status Code: ${String(status)}, Request ID: ${requestId})`,
    };
  }
  const known = optimized[resourceType];
  const error = known?.error ?? `${clientName(resourceType)}.AccessDeniedException`;
  const status = restServices.has(resourceType) ? 403 : 400;
  return {
    error,
    cause: `${text} (Service: ${known?.service ?? clientName(resourceType)}; Status Code: ${status}; Error Code: ${known?.code ?? 'AccessDeniedException'}; Request ID: ${requestId}; Proxy: null)`,
  };
}

/** `arn:aws:sts::…:assumed-role/<role>/<session>`: who IAM says has asked. */
function sessionOf(roleArn: string): string {
  const [, partition = 'aws', , , account = '', resource = ''] = roleArn.split(':');
  return `arn:${partition}:sts::${account}:assumed-role/${resource.slice(resource.lastIndexOf('/') + 1)}/stepwright`;
}

const layerNames = { identity: 'identity-based', boundary: 'permissions boundary', session: 'session' } as const;

function refusal({ action, resource, decision }: PermissionCheck, user: string): string {
  const asked = `User: ${user} is not authorized to perform: ${action}${resource === '*' ? '' : ` on resource: ${resource}`}`;
  if (decision.decision === 'explicitDeny') {
    const kind = decision.by[0]?.kind;
    const layer = kind === 'boundary' || kind === 'session' ? layerNames[kind] : layerNames.identity;
    return `${asked} with an explicit deny in ${layer === 'identity-based' ? 'an identity-based policy' : layer === 'session' ? 'a session policy' : 'a permissions boundary'}`;
  }
  const layer = layerNames[decision.missing[0] ?? 'identity'];
  return `${asked} because no ${layer === 'permissions boundary' ? layer : `${layer} policy`} allows the ${action} action`;
}

/** Client names of optimized integrations that the name in a Resource does not tell. */
function clientName(service: string): string {
  const name = service.replaceAll('-', '');
  return name === 'databrew' ? 'DataBrew' : exceptionPrefix(name);
}
