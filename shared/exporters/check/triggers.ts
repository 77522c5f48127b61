import { type JsonObject, type JsonValue, isArray, isObject, own } from '../../base/index';
import { checkTrigger, type Trigger } from '../../triggers/index';
import { listOf } from './machine';
import type { Tell } from './finding';

type Resources = Readonly<Record<string, JsonObject>>;

/** Who takes the role of what starts executions. */
const services: Readonly<Record<string, string>> = {
  'AWS::Scheduler::Schedule': 'scheduler.amazonaws.com',
  'AWS::Events::Rule': 'events.amazonaws.com',
  'AWS::Pipes::Pipe': 'pipes.amazonaws.com',
};

/** Judges what starts executions by the rules of triggers: expressions, zones, patterns, batches, targets and their roles. */
export function checkTriggers(resources: Resources, tell: Tell): void {
  for (const [id, resource] of Object.entries(resources)) {
    const at = ['Resources', id, 'Properties'];
    const type = String(own(resource, 'Type'));
    const properties = propertiesOf(resource);
    const trigger = triggerOf(type, properties);
    if (trigger !== null)
      for (const [field, message] of Object.entries(checkTrigger(trigger))) tell([...at, field], message);
    for (const target of targetsOf(type, properties)) checkTarget(target, services[type] ?? '', resources, at, tell);
    if (type === 'AWS::ApiGatewayV2::Route') checkRoute(properties, at, tell);
    if (type === 'AWS::Serverless::StateMachine') checkEvents(properties, at, tell);
  }
}

export const propertiesOf = (resource: JsonObject): JsonObject => {
  const properties = own(resource, 'Properties');
  return isObject(properties) ? properties : {};
};

/** A resource as a trigger of ours; null where it is none, or where only a deployment knows what it says. */
function triggerOf(type: string, properties: JsonObject): Trigger | null {
  const common = { id: '', enabled: true };
  const text = (name: string) => {
    const value = own(properties, name);
    return typeof value === 'string' ? value : undefined;
  };
  if (type === 'AWS::Scheduler::Schedule' || type === 'ScheduleV2') {
    const window = own(properties, 'FlexibleTimeWindow');
    const minutes = isObject(window) ? own(window, 'MaximumWindowInMinutes') : undefined;
    const [timezone, start, end] = [text('ScheduleExpressionTimezone'), text('StartDate'), text('EndDate')];
    return {
      ...common,
      kind: 'schedule',
      expression: text('ScheduleExpression') ?? '',
      ...(timezone === undefined ? {} : { timezone }),
      ...(start === undefined ? {} : { start }),
      ...(end === undefined ? {} : { end }),
      ...(typeof minutes === 'number' ? { flexibleMinutes: minutes } : {}),
    };
  }
  const pattern = own(properties, type === 'EventBridgeRule' ? 'Pattern' : 'EventPattern');
  if (type === 'AWS::Events::Rule' || type === 'EventBridgeRule')
    return { ...common, kind: 'event', pattern: isObject(pattern) ? (asWritten(pattern) as JsonObject) : {} };
  if (type !== 'AWS::Pipes::Pipe') return null;
  const source = own(properties, 'Source');
  const parameters = own(properties, 'SourceParameters');
  const queue = isObject(parameters) ? own(parameters, 'SqsQueueParameters') : undefined;
  const size = isObject(queue) ? own(queue, 'BatchSize') : undefined;
  const arn = typeof source === 'string' ? source : 'arn:aws:sqs:us-east-1:123456789012:made-here';
  return { ...common, kind: 'queue', arn, ...(typeof size === 'number' ? { batchSize: size } : {}) };
}

/** A value whose functions are the texts that they fill in. */
function asWritten(value: JsonValue): JsonValue {
  if (isArray(value)) return value.map(asWritten);
  if (!isObject(value)) return value;
  const [[name = '', given] = [], ...others] = Object.entries(value);
  if (others.length === 0 && typeof given === 'string' && name === 'Fn::Sub') return given;
  if (others.length === 0 && typeof given === 'string' && name === 'Ref') return `\${${given}}`;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, asWritten(item)]));
}

interface Target {
  readonly arn: JsonValue | undefined;
  readonly role: JsonValue | undefined;
}

function targetsOf(type: string, properties: JsonObject): readonly Target[] {
  const of = (target: JsonValue | undefined): readonly Target[] =>
    isObject(target) ? [{ arn: own(target, 'Arn'), role: own(target, 'RoleArn') }] : [];
  if (type === 'AWS::Scheduler::Schedule') return of(own(properties, 'Target'));
  if (type === 'AWS::Events::Rule') return listOf(own(properties, 'Targets')).flatMap(of);
  if (type === 'AWS::Pipes::Pipe') return [{ arn: own(properties, 'Target'), role: own(properties, 'RoleArn') }];
  return [];
}

function checkTarget(
  { arn, role }: Target,
  service: string,
  resources: Resources,
  at: readonly string[],
  tell: Tell,
): void {
  const machine = isObject(arn) ? resources[String(own(arn, 'Ref'))] : undefined;
  if (isObject(arn) && !String(machine === undefined ? '' : own(machine, 'Type')).endsWith('::StateMachine'))
    tell(at, 'It starts no state machine of this template.');
  const attribute = isObject(role) ? listOf(own(role, 'Fn::GetAtt'))[0] : undefined;
  const made = typeof attribute === 'string' ? resources[attribute] : undefined;
  if (role === undefined) return tell(at, 'It has no role to start executions with.');
  if (made === undefined) return;
  const text = JSON.stringify(made);
  if (!text.includes(`"${service}"`)) tell(at, `${service} may not take its role.`);
  if (!text.includes('"states:StartExecution"')) tell(at, 'Its role does not allow states:StartExecution.');
}

/** Source: API Gateway, "Routes for HTTP APIs": a method and a path. */
function checkRoute(properties: JsonObject, at: readonly string[], tell: Tell): void {
  const [method = '', path = ''] = String(own(properties, 'RouteKey')).split(' ');
  if (!/^(?:GET|POST|PUT|DELETE|PATCH|HEAD|OPTIONS|ANY)$/.test(method) || !path.startsWith('/'))
    tell([...at, 'RouteKey'], 'A route is a method and a path: POST /executions.');
}

function checkEvents(properties: JsonObject, at: readonly string[], tell: Tell): void {
  const events = own(properties, 'Events');
  for (const [name, event] of Object.entries(isObject(events) ? events : {})) {
    if (!isObject(event)) continue;
    const trigger = triggerOf(String(own(event, 'Type')), propertiesOf(event));
    if (trigger === null)
      tell([...at, 'Events', name], `There is no event of type ${String(own(event, 'Type'))} here.`);
    else
      for (const [field, message] of Object.entries(checkTrigger(trigger)))
        tell([...at, 'Events', name, field], message);
  }
}
