import { ApiError, machineMissing } from './apiError';
import type { ApiState } from './apiState';
import { checkName, readMachineArn } from './arns';
import { jacksonProblem } from './jackson';
import type { ExecutionRecord, MachineRecord } from './records';
import { listTestCases } from '../simulator/index';

interface Asked {
  readonly stateMachineArn: string;
  readonly name?: string | undefined;
  readonly input?: string | undefined;
  readonly traceHeader?: string | undefined;
}

/** Which machine is meant, in which revision, by which version or alias, with which test case. */
export interface Target {
  readonly machine: MachineRecord;
  readonly revisionId: string;
  readonly versionArn?: string;
  readonly aliasArn?: string;
  readonly testCase?: string;
}

/**
 * Finds what an execution is to be started of.
 * @throws ApiError InvalidArn, StateMachineDoesNotExist, StateMachineDeleting
 */
export function targetOf(state: ApiState, arn: string): Target {
  const [plain = '', testCase] = arn.split('#');
  const { machineArn, qualifier } = readMachineArn(plain);
  const machine = state.machines.get(machineArn);
  if (machine === undefined) throw machineMissing(arn);
  state.activeMachine(machineArn);
  if (testCase !== undefined && !knowsCase(state, machine.name, testCase)) throw machineMissing(arn);
  const chosen = testCase === undefined ? {} : { testCase };
  if (qualifier === undefined) return { machine, revisionId: machine.revisionId, ...chosen };
  const alias = state.aliases.get(plain);
  const versionArn = alias === undefined ? plain : routed(state, alias.routing);
  const version = state.versions.get(versionArn);
  if (version === undefined) throw machineMissing(arn);
  const { revisionId } = version;
  return { machine, revisionId, versionArn, ...(alias === undefined ? {} : { aliasArn: plain }), ...chosen };
}

function knowsCase({ settings }: ApiState, machine: string, testCase: string): boolean {
  return settings.mocks !== undefined && (listTestCases(settings.mocks).get(machine) ?? []).includes(testCase);
}

/** One of the versions of an alias, by their weights. */
function routed(
  state: ApiState,
  routing: readonly { readonly stateMachineVersionArn: string; readonly weight: number }[],
): string {
  let left = state.settings.random() * 100;
  for (const { stateMachineVersionArn, weight } of routing) {
    if (left < weight) return stateMachineVersionArn;
    left -= weight;
  }
  return routing[0]?.stateMachineVersionArn ?? '';
}

/** @throws ApiError InvalidExecutionInput */
export function checkInput(input: string): void {
  const refuse = (why: string): ApiError =>
    new ApiError('InvalidExecutionInput', `Invalid State Machine Execution Input: '${why}'`);
  if (input.trim() === '') throw refuse('Invalid execution input.');
  const problem = jacksonProblem(input);
  if (problem !== undefined) throw refuse(problem.message);
}

/**
 * The record of an execution that is to be started; `running` where StartExecution was called for it before, with the same
 * name and input, and it still runs. Express executions never have the same name.
 * @throws ApiError what StartExecution refuses
 */
export function newExecution(
  state: ApiState,
  { stateMachineArn, name, input = '{}', traceHeader }: Asked,
  startTime: number,
): { readonly record: ExecutionRecord; readonly running?: ExecutionRecord } {
  const { machine, ...target } = targetOf(state, stateMachineArn);
  if (name !== undefined) checkName(name);
  checkInput(input);
  const executionName = name ?? state.uuid();
  const isExpress = machine.type === 'EXPRESS';
  const prefix = machine.arn.replace(':stateMachine:', isExpress ? ':express:' : ':execution:');
  const arn = isExpress ? `${prefix}:${executionName}:${state.uuid()}` : `${prefix}:${executionName}`;
  const record: ExecutionRecord = {
    arn,
    name: executionName,
    machineArn: machine.arn,
    ...target,
    type: machine.type,
    input,
    traceHeader,
    seed: Math.floor(state.settings.random() * 2 ** 31),
    startTime,
    status: 'RUNNING',
    redriveCount: 0,
    mapRuns: [],
  };
  const earlier = isExpress ? undefined : state.executions.get(arn);
  if (earlier === undefined) return { record };
  if (earlier.status === 'RUNNING' && earlier.input === input) return { record, running: earlier };
  throw new ApiError('ExecutionAlreadyExists', `Execution Already Exists: '${arn}'`);
}
