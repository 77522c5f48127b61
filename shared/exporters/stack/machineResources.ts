import { type JsonObject, type JsonValue, isArray, own } from '../../base/index';
import { arnOf, filled, ref, serviceRole, tagList, type Resource } from './cloudFormation';
import { definitionText, type MachinePart } from './machinePart';
import { machineId } from './triggerResources';

export const roleId = ({ base }: MachinePart): string => `${base}Role`;
export const logGroupId = ({ base }: MachinePart): string => `${base}Logs`;

/** The state machine with its role and its log group, as resources of CloudFormation. */
export function machineResources(part: MachinePart): readonly Resource[] {
  return [
    { id: machineId(part), type: 'AWS::StepFunctions::StateMachine', properties: machineProperties(part) },
    ...besideMachine(part),
  ];
}

/** The role and the log group of a machine. */
export function besideMachine(part: MachinePart): readonly Resource[] {
  return [role(part), ...logGroup(part)];
}

/** Source: CloudFormation, "AWS::StepFunctions::StateMachine". */
function machineProperties(part: MachinePart): JsonObject {
  const { name, type, settings } = part;
  const kmsKey = settings.kmsKey === null ? null : filled(settings.kmsKey);
  return {
    StateMachineName: filled(name),
    StateMachineType: type,
    RoleArn: arnOf(roleId(part)),
    ...(part.isText ? { DefinitionString: definitionText(part) } : { Definition: part.definition as JsonValue }),
    ...substitutionsOf(part),
    ...loggingOf(part),
    TracingConfiguration: { Enabled: settings.tracing },
    ...(kmsKey === null
      ? {}
      : {
          EncryptionConfiguration: {
            Type: 'CUSTOMER_MANAGED_KMS_KEY',
            KmsKeyId: kmsKey,
            KmsDataKeyReusePeriodSeconds: 300,
          },
        }),
    ...tagList(settings.tags),
  };
}

/** What a definition's `${name}` stands for. */
export function substitutionsOf({ substitutions }: MachinePart): JsonObject {
  if (substitutions.size === 0) return {};
  return { DefinitionSubstitutions: Object.fromEntries([...substitutions].map(([name, id]) => [name, ref(id)])) };
}

export function loggingOf(part: MachinePart): JsonObject {
  const { logLevel, logData } = part.settings;
  if (logLevel === 'OFF') return {};
  const group = { CloudWatchLogsLogGroup: { LogGroupArn: arnOf(logGroupId(part)) } };
  return { LoggingConfiguration: { Level: logLevel, IncludeExecutionData: logData, Destinations: [group] } };
}

/** The name's beginning keeps the resource policy of CloudWatch Logs short. Source: AWS developer guide, "Logging using CloudWatch Logs". */
export const logGroupName = (part: MachinePart): string => `/aws/vendedlogs/states/${part.name}`;

function logGroup(part: MachinePart): readonly Resource[] {
  if (part.settings.logLevel === 'OFF') return [];
  const properties = {
    LogGroupName: filled(logGroupName(part)),
    RetentionInDays: part.settings.logDays,
    ...tagList(part.settings.tags),
  };
  return [{ id: logGroupId(part), type: 'AWS::Logs::LogGroup', properties }];
}

/** The text of the ARN that a machine will have; no reference, which would lead in a circle. */
export const machineArnText = (part: MachinePart): string =>
  `arn:\${AWS::Partition}:states:\${AWS::Region}:\${AWS::AccountId}:stateMachine:${part.name}`;

/** Source: AWS developer guide, "Prevent cross-service confused deputy issue". */
function role(part: MachinePart): Resource {
  const statements = part.policy === null ? [] : own(part.policy, 'Statement');
  const condition = {
    StringEquals: { 'aws:SourceAccount': ref('AWS::AccountId') },
    ArnLike: { 'aws:SourceArn': filled(machineArnText(part)) },
  };
  const filledStatements = isArray(statements) ? statements.map(filled) : [];
  return serviceRole(roleId(part), 'states.amazonaws.com', filledStatements, condition, tagList(part.settings.tags));
}
