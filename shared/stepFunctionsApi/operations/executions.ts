import { ApiError, executionMissing, machineMissing } from '../apiError';
import { readArn, readMachineArn } from '../arns';
import { seconds, type ApiState } from '../apiState';
import type { Call, Handlers } from '../call';
import {
  childrenOf,
  executionOf,
  listedExecution,
  parentOfMapRun,
  redriveStatusOf,
  type DescribedExecution,
} from '../describedExecution';
import { newExecution, targetOf } from '../newExecution';
import { pageOf } from '../paging';
import type { ExecutionResult } from '../../simulator/index';
import type { ExecutionRecord } from '../records';
import type { Reply, Request } from '../types';
import { describedRevision } from './stateMachines';

export const executions: Handlers<
  | 'StartExecution'
  | 'StartSyncExecution'
  | 'StopExecution'
  | 'RedriveExecution'
  | 'DescribeExecution'
  | 'DescribeStateMachineForExecution'
  | 'ListExecutions'
> = {
  StartExecution(call, request) {
    const { state, running } = call;
    const { record, running: earlier } = newExecution(state, request, state.now());
    if (earlier !== undefined) return started(earlier);
    checkOpen(call);
    running.begin(record, [], record.type === 'STANDARD').catch(state.settings.onFault);
    return started(record);
  },

  async StartSyncExecution(call, request) {
    const { state, running } = call;
    if (targetOf(state, request.stateMachineArn).machine.type !== 'EXPRESS')
      throw new ApiError(
        'StateMachineTypeNotSupported',
        'This operation is not supported by this type of state machine',
      );
    const { record } = newExecution(state, request, state.now());
    const ended = new Promise<ExecutionResult>((resolve) => {
      running.begin(record, [], false, resolve).catch(state.settings.onFault);
    });
    return syncReply(record, await ended, request);
  },

  async StopExecution({ state, running }, { executionArn, error, cause }) {
    readArn(executionArn, ['execution']);
    const record = state.executions.get(executionArn);
    if (record === undefined) throw executionMissing(executionArn);
    await running.get(executionArn)?.stop({
      ...(error === undefined ? {} : { error }),
      ...(cause === undefined ? {} : { cause }),
    });
    const { stopTime } = state.executions.get(executionArn) ?? record;
    return { stopDate: seconds(stopTime ?? state.now()) };
  },

  async RedriveExecution(call, { executionArn, clientToken }) {
    const { state, running } = call;
    readArn(executionArn, ['execution']);
    const record = state.executions.get(executionArn);
    if (record === undefined) throw executionMissing(executionArn);
    if (clientToken !== undefined && record.redrivenBy === clientToken && record.redriveTime !== undefined)
      return { redriveDate: seconds(record.redriveTime) };
    const { redriveStatusReason } = redriveStatusOf(call, record);
    if (redriveStatusReason !== undefined) throw new ApiError('ExecutionNotRedrivable', redriveStatusReason);
    checkOpen(call);
    const redriveTime = state.now();
    await running.redrive({ ...record, redrivenBy: clientToken, redriveTime });
    return { redriveDate: seconds(redriveTime) };
  },

  DescribeExecution(call, { executionArn, includedData }) {
    const record = executionOf(call, executionArn);
    const all = includedData !== 'METADATA_ONLY';
    return {
      ...listedExecution(record),
      ...(all ? { input: record.input, inputDetails: included } : {}),
      ...(all && record.output !== undefined ? { output: record.output, outputDetails: included } : {}),
      ...(all && record.error !== undefined ? { error: record.error } : {}),
      ...(all && record.cause !== undefined ? { cause: record.cause } : {}),
      ...(record.traceHeader === undefined ? {} : { traceHeader: record.traceHeader }),
      ...redriveStatusOf(call, record),
    };
  },

  DescribeStateMachineForExecution(call, { executionArn, includedData }) {
    const record = executionOf(call, executionArn);
    // A child of a distributed Map runs a part of the machine `MACHINE/LABEL` was made of.
    const revision = call.state.revision(record.machineArn.split('/')[0] ?? '', record.revisionId);
    return {
      stateMachineArn: record.machineArn,
      name: record.machineArn.split(':').at(-1) ?? '',
      updateDate: seconds(revision.updateDate),
      ...(record.mapRunArn === undefined ? {} : { mapRunArn: record.mapRunArn, label: labelOf(record.mapRunArn) }),
      ...describedRevision(revision, includedData),
    };
  },

  ListExecutions(call, request) {
    const { state } = call;
    const { stateMachineArn, mapRunArn, statusFilter, redriveFilter } = request;
    if ((stateMachineArn === undefined) === (mapRunArn === undefined))
      throw new ApiError('ValidationException', 'Must specify exactly one of StateMachineArn or MapRunArn');
    const all = mapRunArn === undefined ? ofMachine(state, stateMachineArn ?? '') : ofMapRun(call, mapRunArn);
    const shown = all.filter(
      ({ status, redriveCount }) =>
        (statusFilter === undefined || status === statusFilter) &&
        (redriveFilter === undefined || redriveCount > 0 === (redriveFilter === 'REDRIVEN')),
    );
    const of = `executions ${stateMachineArn ?? mapRunArn ?? ''} ${statusFilter ?? ''} ${redriveFilter ?? ''}`;
    const { items, ...next } = pageOf(request, of, state.now(), shown, ({ arn }) => arn);
    return { executions: items.map(listedExecution), ...next };
  },
};

const included = { included: true };

const started = ({ arn, startTime }: ExecutionRecord): Reply<'StartExecution'> => ({
  executionArn: arn,
  startDate: seconds(startTime),
});

/** @throws ApiError ExecutionLimitExceeded */
function checkOpen({ state, running }: Call): void {
  if (running.size >= state.limits.openExecutions)
    throw new ApiError('ExecutionLimitExceeded', `Execution Limit Exceeded: '${state.limits.openExecutions}'`);
}

/** The executions of a machine, a version or an alias, the latest first. @throws ApiError */
function ofMachine(state: ApiState, arn: string): readonly DescribedExecution[] {
  const { machineArn, qualifier } = readMachineArn(arn);
  const machine = state.machine(machineArn);
  if (machine.type === 'EXPRESS')
    throw new ApiError('StateMachineTypeNotSupported', 'This operation is not supported by this type of state machine');
  if (qualifier !== undefined && !state.versions.get(arn) && !state.aliases.get(arn)) throw machineMissing(arn);
  const found = [...state.executions.values()].filter(
    ({ machineArn: of, versionArn, aliasArn }) =>
      of === machineArn && (qualifier === undefined || versionArn === arn || aliasArn === arn),
  );
  return found.reverse();
}

function ofMapRun(call: Call, mapRunArn: string): readonly DescribedExecution[] {
  return childrenOf(call, parentOfMapRun(call, mapRunArn))
    .filter((child) => child.mapRunArn === mapRunArn)
    .reverse();
}

/** The label of the Map state in `…:mapRun:MACHINE/LABEL:ID`. */
const labelOf = (mapRunArn: string): string => mapRunArn.split(':').at(-2)?.split('/').at(-1) ?? '';

function syncReply(
  record: ExecutionRecord,
  result: ExecutionResult,
  { includedData }: Request<'StartSyncExecution'>,
): Reply<'StartSyncExecution'> {
  const { status, startTime, stopTime = startTime, outputText, error, cause } = result;
  const all = includedData !== 'METADATA_ONLY';
  return {
    executionArn: record.arn,
    stateMachineArn: record.machineArn,
    name: record.name,
    startDate: seconds(startTime),
    stopDate: seconds(stopTime),
    // A caller cannot stop one; what is stopped from inside counts as failed.
    status: status === 'SUCCEEDED' || status === 'TIMED_OUT' ? status : 'FAILED',
    ...(error === undefined ? {} : { error }),
    ...(cause === undefined ? {} : { cause }),
    ...(all ? { input: record.input, inputDetails: included } : {}),
    ...(all && outputText !== undefined ? { output: outputText, outputDetails: included } : {}),
    ...(record.traceHeader === undefined ? {} : { traceHeader: record.traceHeader }),
    // Source: AWS, Step Functions pricing: by 100 ms and by 64 MB.
    billingDetails: {
      billedMemoryUsedInMB: 64,
      billedDurationInMilliseconds: Math.max(1, Math.ceil((stopTime - startTime) / 100)) * 100,
    },
  };
}
