import type { JsonObject } from '../../base/index';
import { variableReferences } from '../../states/index';
import { ApiError, invalid } from '../apiError';
import { checkName, readMachineArn } from '../arns';
import { seconds, type ApiState } from '../apiState';
import { arnIn, isIn, type Handlers } from '../call';
import { checkDefinition } from '../definitions';
import { pageOf } from '../paging';
import type { MachineRecord, RevisionRecord } from '../records';
import type { Reply, Request } from '../types';
import { checkEncryption, checkLogging, checkRole, withTags } from './configurations';
import { initialRevision, isInitial } from '../revisions';
import { publish } from './versions';

export const stateMachines: Handlers<
  'CreateStateMachine' | 'UpdateStateMachine' | 'DescribeStateMachine' | 'DeleteStateMachine' | 'ListStateMachines'
> = {
  CreateStateMachine(call, request) {
    const { state } = call;
    const { name, type = 'STANDARD', publish: publishes = false, versionDescription, tags } = request;
    checkVersionDescription(request);
    checkName(name);
    const arn = arnIn(call, 'stateMachine', name);
    const revision = revisionOf(state, arn, initialRevision(state), { ...request, type });
    // Source: AWS API reference, CreateStateMachine: role and tags are not compared.
    const { definition, loggingConfiguration, tracingConfiguration, encryptionConfiguration } = revision;
    const parts = [definition, type, loggingConfiguration, tracingConfiguration, encryptionConfiguration, publishes];
    const createdBy = JSON.stringify([...parts, versionDescription ?? null]);
    const existing = state.machines.get(arn);
    if (existing !== undefined) return createdAgain(existing, createdBy);
    if (state.machines.size >= state.limits.machines)
      throw new ApiError('StateMachineLimitExceeded', `State Machine Limit Exceeded: '${state.limits.machines}'`);
    const machine: MachineRecord = {
      arn,
      name,
      type,
      creationDate: revision.updateDate,
      status: 'ACTIVE',
      revisionId: revision.revisionId,
      createdBy,
      versions: 0,
      tags: withTags(tags, arn, state.limits.tags),
    };
    state.settings.store.together(() => {
      state.putRevision(revision);
      state.machines.put(arn, machine);
    });
    const created = { stateMachineArn: arn, creationDate: seconds(machine.creationDate) };
    if (!publishes) return created;
    const version = publish(state, machine, versionDescription);
    state.machines.put(arn, { ...state.machine(arn), createdVersion: version.arn });
    return { ...created, stateMachineVersionArn: version.arn };
  },

  UpdateStateMachine({ state }, request) {
    const { stateMachineArn, definition, roleArn, loggingConfiguration, tracingConfiguration } = request;
    const given = [definition, roleArn, loggingConfiguration, tracingConfiguration, request.encryptionConfiguration];
    const { machineArn } = readMachineArn(stateMachineArn);
    const machine = state.activeMachine(machineArn);
    if (given.every((one) => one === undefined))
      throw new ApiError(
        'MissingRequiredParameter',
        'Either the definition, the role ARN, the LoggingConfiguration, or the TracingConfiguration must be specified',
      );
    checkVersionDescription(request);
    const before = state.revision(machineArn, machine.revisionId);
    const revision = revisionOf(state, machineArn, state.uuid(), {
      definition: definition ?? before.definition,
      roleArn: roleArn ?? before.roleArn,
      loggingConfiguration: loggingConfiguration ?? before.loggingConfiguration,
      tracingConfiguration: tracingConfiguration ?? before.tracingConfiguration,
      encryptionConfiguration: request.encryptionConfiguration ?? before.encryptionConfiguration,
      type: machine.type,
    });
    const updated = { ...machine, revisionId: revision.revisionId };
    state.settings.store.together(() => {
      state.putRevision(revision);
      state.machines.put(machineArn, updated);
    });
    const reply = { updateDate: seconds(revision.updateDate), revisionId: revision.revisionId };
    if (request.publish !== true) return reply;
    return { ...reply, stateMachineVersionArn: publish(state, updated, request.versionDescription).arn };
  },

  DescribeStateMachine({ state }, { stateMachineArn, includedData }) {
    const { machineArn, qualifier } = readMachineArn(stateMachineArn);
    const machine = state.machine(machineArn);
    const version = qualifier === undefined ? undefined : state.versions.get(stateMachineArn);
    if (qualifier !== undefined && version === undefined)
      throw new ApiError('StateMachineDoesNotExist', `State Machine Does Not Exist: '${stateMachineArn}'`);
    const revision = state.revision(machineArn, version?.revisionId ?? machine.revisionId);
    return {
      stateMachineArn,
      name: machine.name,
      status: machine.status,
      type: machine.type,
      creationDate: seconds(version?.creationDate ?? machine.creationDate),
      ...(version?.description === undefined ? {} : { description: version.description }),
      ...describedRevision(revision, includedData),
    };
  },

  DeleteStateMachine({ state, running }, { stateMachineArn }) {
    const { machineArn, qualifier } = readMachineArn(stateMachineArn);
    if (qualifier !== undefined && !state.versions.get(stateMachineArn))
      throw invalid('API does not support labeled ARNs', 'API_DOES_NOT_SUPPORT_LABELED_ARNS');
    const machine = state.machines.get(machineArn);
    if (machine === undefined) return {};
    state.machines.put(machineArn, { ...machine, status: 'DELETING' });
    running.removeDeleted(machineArn);
    return {};
  },

  ListStateMachines(call, request): Reply<'ListStateMachines'> {
    const { state } = call;
    const own = [...state.machines.values()].filter(({ arn }) => isIn(call, arn));
    // Source: AWS API reference and recordings: by name.
    own.sort((a, b) => (a.name < b.name ? -1 : 1));
    const { items, ...next } = pageOf(request, 'machines', state.now(), own, ({ arn }) => arn);
    return {
      stateMachines: items.map(({ arn, name, type, creationDate }) => ({
        stateMachineArn: arn,
        name,
        type,
        creationDate: seconds(creationDate),
      })),
      ...next,
    };
  },
};

function createdAgain(existing: MachineRecord, createdBy: string): Reply<'CreateStateMachine'> {
  const { arn, creationDate, createdVersion } = existing;
  if (existing.status === 'DELETING')
    throw new ApiError('StateMachineDeleting', `State Machine is being deleted: '${arn}'`);
  if (existing.createdBy !== createdBy)
    throw new ApiError('StateMachineAlreadyExists', `State Machine Already Exists: '${arn}'`);
  return {
    stateMachineArn: arn,
    creationDate: seconds(creationDate),
    ...(createdVersion === undefined ? {} : { stateMachineVersionArn: createdVersion }),
  };
}

function checkVersionDescription({
  publish: publishes = false,
  versionDescription,
}: Pick<Request<'CreateStateMachine'>, 'publish' | 'versionDescription'>): void {
  if (versionDescription !== undefined && !publishes)
    throw invalid('Version description can only be set when publish is true');
}

type Configured = Pick<
  Request<'CreateStateMachine'>,
  'definition' | 'roleArn' | 'loggingConfiguration' | 'tracingConfiguration' | 'encryptionConfiguration'
> & { readonly type: 'STANDARD' | 'EXPRESS' };

/** A revision of what is wanted. @throws ApiError where AWS refuses it */
function revisionOf(state: ApiState, machineArn: string, revisionId: string, wanted: Configured): RevisionRecord {
  checkDefinition(wanted.definition, wanted.type, state.settings.catalogue);
  checkRole(wanted.roleArn);
  return {
    machineArn,
    revisionId,
    definition: wanted.definition,
    roleArn: wanted.roleArn,
    updateDate: state.now(),
    loggingConfiguration: checkLogging(wanted.loggingConfiguration),
    tracingConfiguration: { enabled: wanted.tracingConfiguration?.enabled ?? false },
    encryptionConfiguration: checkEncryption(wanted.encryptionConfiguration),
  };
}

/** What a description says of a revision. */
export function describedRevision(
  revision: RevisionRecord,
  includedData: 'ALL_DATA' | 'METADATA_ONLY' = 'ALL_DATA',
): Pick<
  Reply<'DescribeStateMachine'>,
  | 'definition'
  | 'roleArn'
  | 'loggingConfiguration'
  | 'tracingConfiguration'
  | 'encryptionConfiguration'
  | 'revisionId'
  | 'variableReferences'
> {
  const { definition, roleArn, loggingConfiguration, tracingConfiguration, encryptionConfiguration } = revision;
  const references = variableReferences(JSON.parse(definition) as JsonObject);
  return {
    definition: includedData === 'ALL_DATA' ? definition : '{}',
    roleArn,
    loggingConfiguration,
    tracingConfiguration,
    encryptionConfiguration,
    ...(isInitial(revision.revisionId) ? {} : { revisionId: revision.revisionId }),
    ...(includedData === 'ALL_DATA' && Object.keys(references).length > 0 ? { variableReferences: references } : {}),
  };
}
