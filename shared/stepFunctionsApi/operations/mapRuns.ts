import { executionMissing, invalid, resourceMissing } from '../apiError';
import { readArn } from '../arns';
import { seconds } from '../apiState';
import type { Call, Handlers } from '../call';
import { childrenOf, parentOfMapRun } from '../describedExecution';
import { pageOf } from '../paging';
import type { ExecutionRecord } from '../records';
import type { ItemCounts, MapRunRecord } from '../../states/index';
import type { ApiShape } from '../types';

export const mapRuns: Handlers<'DescribeMapRun' | 'ListMapRuns' | 'UpdateMapRun'> = {
  DescribeMapRun(call, { mapRunArn }) {
    const parent = parentOfMapRun(call, mapRunArn);
    const run = mapRunOf(call, parent, mapRunArn);
    const changed = call.running.get(parent.arn)?.mapRunChanges(mapRunArn) ?? {};
    return {
      mapRunArn,
      executionArn: parent.arn,
      status: statusOf(parent, run),
      startDate: seconds(run.startTime),
      ...stopped(parent, run),
      maxConcurrency: changed.maxConcurrency ?? run.maxConcurrency,
      toleratedFailurePercentage: changed.toleratedFailurePercentage ?? run.toleratedFailurePercentage,
      toleratedFailureCount: changed.toleratedFailureCount ?? run.toleratedFailureCount,
      ...countsOf(call, parent, run),
      redriveCount: parent.redriveCount,
      ...(parent.redriveTime === undefined ? {} : { redriveDate: seconds(parent.redriveTime) }),
    };
  },

  ListMapRuns(call, request) {
    const { state } = call;
    const { executionArn } = request;
    readArn(executionArn, ['execution']);
    const parent = state.executions.get(executionArn);
    if (parent === undefined) throw executionMissing(executionArn);
    const all = [...call.running.mapRuns(parent)].reverse();
    const { items, ...next } = pageOf(request, `mapRuns ${executionArn}`, state.now(), all, (run) => run.mapRunArn);
    return {
      mapRuns: items.map((run) => ({
        executionArn,
        mapRunArn: run.mapRunArn,
        stateMachineArn: parent.machineArn,
        startDate: seconds(run.startTime),
        ...stopped(parent, run),
      })),
      ...next,
    };
  },

  async UpdateMapRun(call, { mapRunArn, ...changes }) {
    const parent = parentOfMapRun(call, mapRunArn);
    if (Object.values(changes).every((change) => change === undefined))
      throw invalid(
        'Either MaxConcurrency, ToleratedFailurePercentage, or ToleratedFailureCount must be specified',
        'MISSING_REQUIRED_PARAMETER',
      );
    if (statusOf(parent, mapRunOf(call, parent, mapRunArn)) !== 'RUNNING')
      throw invalid('Cannot update a completed Map Run', 'CANNOT_UPDATE_COMPLETED_MAP_RUN');
    await call.running.get(parent.arn)?.changeMapRun(mapRunArn, changes);
    return {};
  },
};

/** @throws ApiError ResourceNotFound */
function mapRunOf({ running }: Call, parent: ExecutionRecord, mapRunArn: string): MapRunRecord {
  const run = running.mapRuns(parent).find((one) => one.mapRunArn === mapRunArn);
  if (run === undefined) throw resourceMissing(mapRunArn);
  return run;
}

/** A Map Run whose execution was stopped or timed out was stopped with it. */
function statusOf(parent: ExecutionRecord, { status }: MapRunRecord): MapRunRecord['status'] {
  return status === 'RUNNING' && parent.status !== 'RUNNING' ? 'ABORTED' : status;
}

function stopped(parent: ExecutionRecord, { stopTime }: MapRunRecord): { readonly stopDate?: number } {
  const at = stopTime ?? parent.stopTime;
  return at === undefined ? {} : { stopDate: seconds(at) };
}

/** The counts of a Map Run, of one that goes on from its children. */
function countsOf(
  call: Call,
  parent: ExecutionRecord,
  run: MapRunRecord,
): { readonly itemCounts: ApiShape<'MapRunItemCounts'>; readonly executionCounts: ApiShape<'MapRunExecutionCounts'> } {
  if (run.status !== 'RUNNING')
    return { itemCounts: wired(run.itemCounts), executionCounts: wired(run.executionCounts) };
  const counts = { succeeded: 0, failed: 0, aborted: 0, running: 0 };
  const names = {
    SUCCEEDED: 'succeeded',
    FAILED: 'failed',
    TIMED_OUT: 'failed',
    ABORTED: 'aborted',
    RUNNING: 'running',
  } as const;
  for (const child of childrenOf(call, parent)) if (child.mapRunArn === run.mapRunArn) counts[names[child.status]]++;
  const begun = counts.succeeded + counts.failed + counts.aborted + counts.running;
  const { total } = run.executionCounts;
  const executions = wired({ ...counts, total, pending: Math.max(0, total - begun) });
  // Of a batch that is under way nobody knows how many of its items are done.
  const items = run.itemCounts.total === total ? executions : wired(run.itemCounts);
  return { itemCounts: items, executionCounts: executions };
}

function wired({ total, pending, running, succeeded, failed, aborted }: ItemCounts): ApiShape<'MapRunItemCounts'> {
  return {
    total,
    pending,
    running,
    succeeded,
    failed,
    aborted,
    timedOut: 0,
    resultsWritten: 0,
    failuresNotRedrivable: 0,
    pendingRedrive: 0,
  };
}
