import { ApiError } from '../apiError';
import { readMachineArn } from '../arns';
import { seconds, type ApiState } from '../apiState';
import type { Handlers } from '../call';
import { pageOf } from '../paging';
import { shownRevision } from '../revisions';
import type { MachineRecord, VersionRecord } from '../records';

export const versions: Handlers<
  'PublishStateMachineVersion' | 'ListStateMachineVersions' | 'DeleteStateMachineVersion'
> = {
  PublishStateMachineVersion({ state }, { stateMachineArn, revisionId, description }) {
    const { machineArn } = readMachineArn(stateMachineArn);
    const machine = state.activeMachine(machineArn);
    if (revisionId !== undefined && revisionId !== shownRevision(machine.revisionId))
      throw new ApiError(
        'ConflictException',
        `Failed to publish the State Machine version for revision ${revisionId}. The current State Machine revision is ${shownRevision(machine.revisionId)}.`,
      );
    const [latest] = state.versionsOf(machineArn);
    // Source: AWS API reference, PublishStateMachineVersion is idempotent while nothing was updated.
    if (latest?.revisionId === machine.revisionId && latest.description === description) return published(latest);
    return published(publish(state, machine, description));
  },

  ListStateMachineVersions({ state }, request) {
    const { machineArn } = readMachineArn(request.stateMachineArn);
    const all = state.versionsOf(machineArn);
    const { items, ...next } = pageOf(request, `versions ${machineArn}`, state.now(), all, ({ arn }) => arn);
    return { stateMachineVersions: items.map(published), ...next };
  },

  DeleteStateMachineVersion({ state }, { stateMachineVersionArn }) {
    const { machineArn } = readMachineArn(stateMachineVersionArn);
    const naming = state
      .aliasesOf(machineArn)
      .filter(({ routing }) => routing.some((one) => one.stateMachineVersionArn === stateMachineVersionArn));
    if (naming.length > 0)
      throw new ApiError(
        'ConflictException',
        `Version to be deleted must not be referenced by an alias. Current list of aliases referencing this version: [${naming.map(({ name }) => name).join(', ')}]`,
      );
    state.versions.remove(stateMachineVersionArn);
    return {};
  },
};

/**
 * Makes a version of the revision of now. Numbers only grow.
 * @throws ApiError ServiceQuotaExceededException
 */
export function publish(state: ApiState, machine: MachineRecord, description: string | undefined): VersionRecord {
  if (state.versionsOf(machine.arn).length >= state.limits.versions)
    throw new ApiError(
      'ServiceQuotaExceededException',
      `The number of versions of '${machine.arn}' exceeds ${state.limits.versions}`,
    );
  const number = machine.versions + 1;
  const { revisionId } = machine;
  const arn = `${machine.arn}:${number}`;
  const version = { arn, machineArn: machine.arn, number, revisionId, description, creationDate: state.now() };
  state.settings.store.together(() => {
    state.versions.put(arn, version);
    state.machines.put(machine.arn, { ...machine, versions: number });
  });
  return version;
}

const published = ({
  arn,
  creationDate,
}: VersionRecord): { readonly stateMachineVersionArn: string; readonly creationDate: number } => ({
  stateMachineVersionArn: arn,
  creationDate: seconds(creationDate),
});
