import { type JsonObject, type JsonValue, jsonText } from '../../base/index';
import { patternOf, type Trigger } from '../../triggers/index';
import { arnOf, filled, ref, serviceRole, tagList, type Resource } from './cloudFormation';
import type { MachinePart, PlacedTrigger } from './machinePart';

/** The ids of what all triggers of a machine share. */
export const machineId = ({ base }: MachinePart): string => `${base}StateMachine`;
const schedulerRole = ({ base }: MachinePart): string => `${base}SchedulerRole`;
const eventsRole = ({ base }: MachinePart): string => `${base}EventsRole`;
const apiRole = ({ base }: MachinePart): string => `${base}ApiRole`;
const apiId = ({ base }: MachinePart): string => `${base}Api`;

/** What starts executions of a machine, as resources of CloudFormation with the roles that they need. */
export function triggerResources(part: MachinePart): readonly Resource[] {
  const { triggers } = part;
  const has = (...kinds: readonly Trigger['kind'][]) => triggers.some(({ trigger }) => kinds.includes(trigger.kind));
  return [
    ...triggers.flatMap((each) => resourcesOf(part, each)),
    ...(has('schedule') ? [starterRole(part, schedulerRole(part), 'scheduler.amazonaws.com')] : []),
    ...(has('upload', 'event', 'workflow') ? [starterRole(part, eventsRole(part), 'events.amazonaws.com')] : []),
    ...(has('api') ? [...api(part), starterRole(part, apiRole(part), 'apigateway.amazonaws.com')] : []),
  ];
}

function resourcesOf(part: MachinePart, { id, trigger }: PlacedTrigger): readonly Resource[] {
  switch (trigger.kind) {
    case 'schedule':
      return [{ id, type: 'AWS::Scheduler::Schedule', properties: schedule(part, trigger) }];
    case 'upload':
    case 'event':
    case 'workflow':
      return [{ id, type: 'AWS::Events::Rule', properties: rule(part, trigger) }];
    case 'api':
      return route(part, id, trigger);
    case 'queue':
      return pipe(part, id, trigger, filled(trigger.arn));
    case 'topic':
      return [...topicQueue(part, id, trigger.arn), ...pipe(part, id, trigger, arnOf(`${id}Queue`))];
  }
}

type Of<Kind extends Trigger['kind']> = Extract<Trigger, { kind: Kind }>;

/** Source: EventBridge Scheduler API reference, CreateSchedule; an EndDate and a window are left out where there is none. */
export function scheduleProperties(trigger: Of<'schedule'>): JsonObject {
  const { expression, timezone, start, end, flexibleMinutes, enabled } = trigger;
  return {
    ScheduleExpression: expression,
    ...(timezone === undefined ? {} : { ScheduleExpressionTimezone: timezone }),
    ...(start === undefined ? {} : { StartDate: start }),
    ...(end === undefined ? {} : { EndDate: end }),
    FlexibleTimeWindow:
      flexibleMinutes === undefined ? { Mode: 'OFF' } : { Mode: 'FLEXIBLE', MaximumWindowInMinutes: flexibleMinutes },
    State: enabled ? 'ENABLED' : 'DISABLED',
  };
}

function schedule(part: MachinePart, trigger: Of<'schedule'>): JsonObject {
  return {
    ...scheduleProperties(trigger),
    Target: {
      Arn: ref(machineId(part)),
      RoleArn: arnOf(schedulerRole(part)),
      ...(trigger.input === undefined ? {} : { Input: filled(jsonText(trigger.input)) }),
    },
  };
}

function rule(part: MachinePart, trigger: Of<'upload' | 'event' | 'workflow'>): JsonObject {
  const bus = trigger.kind === 'event' ? trigger.bus : undefined;
  return {
    ...(bus === undefined ? {} : { EventBusName: filled(bus) }),
    EventPattern: filled(patternOf(trigger)),
    State: trigger.enabled ? 'ENABLED' : 'DISABLED',
    Targets: [{ Id: 'workflow', Arn: ref(machineId(part)), RoleArn: arnOf(eventsRole(part)) }],
  };
}

/**
 * A bucket whose events go to EventBridge. It is kept when the stack goes, so that one that exists can be imported into
 * the stack. Source: AWS::S3::Bucket, NotificationConfiguration.
 */
export function bucketResources(parts: readonly MachinePart[]): readonly Resource[] {
  const found = new Map<string, Resource>();
  for (const { id, trigger } of parts.flatMap(({ triggers }) => triggers)) {
    if (trigger.kind !== 'upload' || found.has(trigger.bucket)) continue;
    const properties = {
      BucketName: filled(trigger.bucket),
      NotificationConfiguration: { EventBridgeConfiguration: { EventBridgeEnabled: true } },
    };
    found.set(trigger.bucket, { id: `${id}Bucket`, type: 'AWS::S3::Bucket', properties, isKept: true });
  }
  return [...found.values()];
}

/** An HTTP API whose callers sign their calls. Source: API Gateway developer guide, "Integration subtype reference". */
function api(part: MachinePart): readonly Resource[] {
  return [
    {
      id: apiId(part),
      type: 'AWS::ApiGatewayV2::Api',
      properties: { Name: filled(part.name), ProtocolType: 'HTTP', ...tagMap(part.settings.tags) },
    },
    {
      id: `${apiId(part)}Stage`,
      type: 'AWS::ApiGatewayV2::Stage',
      properties: { ApiId: ref(apiId(part)), StageName: '$default', AutoDeploy: true, ...tagMap(part.settings.tags) },
    },
  ];
}

/** A call without a body starts an execution with an empty input. A route that is switched off is left out of the API. */
function route(part: MachinePart, id: string, { method, path, enabled }: Of<'api'>): readonly Resource[] {
  if (!enabled) return [];
  const input = method === 'GET' ? {} : { Input: '$request.body' };
  return [
    {
      id: `${id}Integration`,
      type: 'AWS::ApiGatewayV2::Integration',
      properties: {
        ApiId: ref(apiId(part)),
        IntegrationType: 'AWS_PROXY',
        IntegrationSubtype: 'StepFunctions-StartExecution',
        PayloadFormatVersion: '1.0',
        CredentialsArn: arnOf(apiRole(part)),
        RequestParameters: { StateMachineArn: ref(machineId(part)), ...input },
      },
    },
    {
      id,
      type: 'AWS::ApiGatewayV2::Route',
      properties: {
        ApiId: ref(apiId(part)),
        RouteKey: `${method} ${path}`,
        AuthorizationType: 'AWS_IAM',
        Target: { 'Fn::Sub': `integrations/\${${id}Integration}` },
      },
    },
  ];
}

/** Source: EventBridge Pipes user guide, "Amazon SQS as a source": batches of more than ten have to wait for each other. */
function pipe(part: MachinePart, id: string, trigger: Of<'queue' | 'topic'>, queue: JsonValue): readonly Resource[] {
  const { batchSize = 10, enabled } = trigger;
  const statements = [
    { Effect: 'Allow', Action: ['sqs:ReceiveMessage', 'sqs:DeleteMessage', 'sqs:GetQueueAttributes'], Resource: queue },
    startStatement(part),
  ];
  return [
    {
      id,
      type: 'AWS::Pipes::Pipe',
      properties: {
        Source: queue,
        SourceParameters: {
          SqsQueueParameters: {
            BatchSize: batchSize,
            ...(batchSize > 10 ? { MaximumBatchingWindowInSeconds: 1 } : {}),
          },
        },
        Target: ref(machineId(part)),
        TargetParameters: { StepFunctionStateMachineParameters: { InvocationType: 'FIRE_AND_FORGET' } },
        RoleArn: arnOf(`${id}Role`),
        DesiredState: enabled ? 'RUNNING' : 'STOPPED',
        ...tagMap(part.settings.tags),
      },
    },
    serviceRole(`${id}Role`, 'pipes.amazonaws.com', statements, ownAccount, tagList(part.settings.tags)),
  ];
}

function topicQueue(part: MachinePart, id: string, topic: string): readonly Resource[] {
  const queue = `${id}Queue`;
  return [
    { id: queue, type: 'AWS::SQS::Queue', properties: { SqsManagedSseEnabled: true, ...tagList(part.settings.tags) } },
    {
      id: `${queue}Policy`,
      type: 'AWS::SQS::QueuePolicy',
      properties: {
        Queues: [ref(queue)],
        PolicyDocument: {
          Version: '2012-10-17',
          Statement: [
            {
              Effect: 'Allow',
              Principal: { Service: 'sns.amazonaws.com' },
              Action: 'sqs:SendMessage',
              Resource: arnOf(queue),
              Condition: { ArnEquals: { 'aws:SourceArn': filled(topic) } },
            },
            {
              Effect: 'Deny',
              Principal: '*',
              Action: 'sqs:*',
              Resource: arnOf(queue),
              Condition: { Bool: { 'aws:SecureTransport': 'false' } },
            },
          ],
        },
      },
    },
    {
      id: `${id}Subscription`,
      type: 'AWS::SNS::Subscription',
      properties: { TopicArn: filled(topic), Protocol: 'sqs', Endpoint: arnOf(queue) },
    },
  ];
}

const startStatement = (part: MachinePart): JsonObject => ({
  Effect: 'Allow',
  Action: 'states:StartExecution',
  Resource: ref(machineId(part)),
});

/** A service takes the role for this account alone. Source: IAM user guide, "The confused deputy problem". */
const ownAccount: JsonObject = { StringEquals: { 'aws:SourceAccount': ref('AWS::AccountId') } };

function starterRole(part: MachinePart, id: string, service: string): Resource {
  // API Gateway gives no source account when it takes the role of an integration.
  const condition = service.startsWith('apigateway.') ? null : ownAccount;
  return serviceRole(id, service, [startStatement(part)], condition, tagList(part.settings.tags));
}

const tagMap = (tags: Readonly<Record<string, string>>): JsonObject =>
  Object.keys(tags).length === 0 ? {} : { Tags: filled(tags) };
