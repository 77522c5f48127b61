import type { LiveExecution, nestedAnswer } from '../simulator/index';
import type { ApiState } from './apiState';
import type { ExecutionRecord } from './records';

/** How many children of distributed Maps keep their histories. */
export const keptChildren = 1000;

/** What an execution is made with, the same each time it is made again. */
export function optionsOf(
  record: ExecutionRecord,
  roleArn: string,
  state: ApiState,
): ConstructorParameters<typeof LiveExecution>[1] {
  const [, partition = 'aws', , region = '', accountId = '', , stateMachineName = ''] = record.machineArn.split(':');
  return {
    inputText: record.input,
    settings: {
      partition,
      region,
      accountId,
      stateMachineName,
      executionName: record.name,
      ...(record.type === 'EXPRESS' ? { expressId: record.arn.split(':').at(-1) ?? '' } : {}),
      roleArn,
      type: record.type,
    },
    seed: record.seed,
    startTime: record.startTime,
    keepsHistory: (_mapRunArn, index) => index < keptChildren,
    // A run without an end must not keep everybody else waiting for minutes.
    limits: { expressEvents: 100_000, steps: 1_000_000 },
    hooks: {
      refuseTask: ({ resourceType, resource }) =>
        resourceType === 'activity' && state.activities.get(resource) === undefined
          ? `The activity ${resource} does not exist.`
          : undefined,
    },
  };
}

/** What is told of an execution that has ended to the one that started it. */
export function nestedResult(record: ExecutionRecord): Parameters<typeof nestedAnswer>[1] {
  const { arn, name, machineArn, status, input, output, error, cause, startTime, stopTime, redriveCount } = record;
  return {
    status,
    inputText: input,
    ...(output === undefined ? {} : { outputText: output }),
    ...(error === undefined ? {} : { error }),
    ...(cause === undefined ? {} : { cause }),
    settings: { executionArn: arn, executionName: name, stateMachineArn: machineArn },
    startTime,
    ...(stopTime === undefined ? {} : { stopTime }),
    redriveCount,
    redriveStatus: status === 'SUCCEEDED' ? 'NOT_REDRIVABLE' : 'REDRIVABLE',
  };
}
