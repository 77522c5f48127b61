import { ApiError, executionMissing } from './apiError';
import { readArn } from './arns';
import { seconds, type ApiState } from './apiState';
import type { Call } from './call';
import type { ExecutionRecord } from './records';
import type { ApiShape, Reply } from './types';
import type { ChildExecutionResult } from '../simulator/index';

/** An execution as it is described: one that was started, or a child of a distributed Map. */
export type DescribedExecution = ExecutionRecord & {
  readonly mapRunArn?: string;
  /** The execution that has the history of a child. */
  readonly parentArn?: string;
};

/**
 * The execution under an ARN, also where it is the child of a Map Run.
 * @throws ApiError InvalidArn, ExecutionDoesNotExist
 */
export function executionOf(call: Call, arn: string): DescribedExecution {
  const { parts } = readArn(arn, ['execution']);
  const record = call.state.executions.get(arn);
  if (record !== undefined) return record;
  const [machine = ''] = parts;
  if (!machine.includes('/')) throw executionMissing(arn);
  for (const parent of parentsOf(call.state, machine))
    for (const child of childrenOf(call, parent)) if (child.arn === arn) return child;
  throw executionMissing(arn);
}

/** The executions that may have children under `MACHINE/LABEL`. */
function* parentsOf(state: ApiState, labelled: string): Iterable<ExecutionRecord> {
  const [name] = labelled.split('/');
  for (const record of state.executions.values()) if (record.machineArn.endsWith(`:${name ?? ''}`)) yield record;
}

/** The children of the distributed Maps of an execution whose histories are kept, in the order they started. */
export function childrenOf({ running }: Call, parent: ExecutionRecord): readonly DescribedExecution[] {
  return running.children(parent.arn).map((child) => described(parent, child));
}

function described(parent: ExecutionRecord, child: ChildExecutionResult): DescribedExecution {
  const { settings, status, inputText, outputText, error, cause, startTime, stopTime, redriveCount } = child;
  return {
    arn: settings.executionArn,
    name: settings.executionName,
    machineArn: settings.stateMachineArn,
    revisionId: parent.revisionId,
    type: settings.type,
    input: inputText,
    seed: parent.seed,
    startTime,
    status,
    stopTime,
    output: outputText,
    error,
    cause,
    redriveCount,
    mapRuns: [],
    mapRunArn: child.mapRunArn,
    parentArn: parent.arn,
  };
}

/**
 * The execution that a Map Run belongs to.
 * @throws ApiError InvalidArn, ResourceNotFound
 */
export function parentOfMapRun({ state, running }: Call, mapRunArn: string): ExecutionRecord {
  const { parts } = readArn(mapRunArn, ['mapRun']);
  for (const parent of parentsOf(state, parts[0] ?? ''))
    if (running.mapRuns(parent).some((run) => run.mapRunArn === mapRunArn)) return parent;
  throw new ApiError('ResourceNotFound', `Resource not found: '${mapRunArn}'`, { resourceName: mapRunArn });
}

/** What a list says of an execution, and a description too. */
export function listedExecution(record: DescribedExecution): ApiShape<'ExecutionListItem'> {
  const { arn, name, machineArn, status, startTime, stopTime, versionArn, aliasArn } = record;
  const { redriveCount, redriveTime, mapRunArn } = record;
  return {
    executionArn: arn,
    stateMachineArn: machineArn,
    name,
    status,
    startDate: seconds(startTime),
    ...(stopTime === undefined ? {} : { stopDate: seconds(stopTime) }),
    ...(mapRunArn === undefined ? {} : { mapRunArn }),
    ...(versionArn === undefined ? {} : { stateMachineVersionArn: versionArn }),
    ...(aliasArn === undefined ? {} : { stateMachineAliasArn: aliasArn }),
    redriveCount,
    ...(redriveTime === undefined ? {} : { redriveDate: seconds(redriveTime) }),
  };
}

/** Whether an execution can be redriven, and why not, as DescribeExecution says it. */
export function redriveStatusOf(
  { running, state }: Call,
  record: DescribedExecution,
): Pick<Reply<'DescribeExecution'>, 'redriveStatus' | 'redriveStatusReason'> {
  const no = (why: string) => ({ redriveStatus: 'NOT_REDRIVABLE', redriveStatusReason: why }) as const;
  const { status, parentArn, redriveCount } = record;
  if (status === 'RUNNING' || status === 'SUCCEEDED') return no(`Execution is ${status} and cannot be redriven`);
  if (parentArn !== undefined) {
    if (record.type === 'EXPRESS') return no('Execution is EXPRESS and cannot be redriven');
    return { redriveStatus: 'REDRIVABLE_BY_MAP_RUN' };
  }
  // Source: AWS developer guide, "Redriving executions": the limits of redrives.
  if (redriveCount >= 1000) return no('Execution redrive count exceeds the limit');
  if (running.events(record.arn).length >= 24_999) return no('Execution event history exceeds the redrive limit');
  const fortnight = 14 * 86_400_000;
  if (state.now() - (record.stopTime ?? 0) > fortnight) return no('Execution has exceeded the redrivable period');
  return { redriveStatus: 'REDRIVABLE' };
}
