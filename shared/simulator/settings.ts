import type { MachineType } from '../asl/index';
import type { RunLimits, RunSettings } from '../states/index';

export type StateMachineType = MachineType;

export interface EngineLimits extends RunLimits {
  /** Events of one history; AWS ends a Standard execution at 25,000. */
  readonly events: number;
  /** Events of an Express execution, which AWS does not limit; a limit of ours. */
  readonly expressEvents: number;
  /** Events of an execution and its children together; a limit of ours against memory. */
  readonly allEvents: number;
  /** States entered by an execution and its children together; a limit of ours against endless Express loops. */
  readonly steps: number;
  /** Characters of outputs in the histories of an execution and its children; a limit of ours against memory. */
  readonly historyCharacters: number;
  /** Lines of control alive at once, in all branches, iterations and child executions; a limit of ours. */
  readonly threads: number;
  /** Bytes of all variables that a line of control sees together. */
  readonly variableBytes: number;
}

export const awsLimits: EngineLimits = {
  payloadBytes: 262_144,
  events: 25_000,
  expressEvents: 1_000_000,
  allEvents: 2_000_000,
  steps: 10_000_000,
  historyCharacters: 268_435_456,
  threads: 100_000,
  variableBytes: 10_485_760,
};

export interface ExecutionSettings extends RunSettings {
  readonly roleArn: string;
  readonly executionName: string;
}

export interface SettingsInput {
  readonly region?: string;
  readonly partition?: string;
  readonly accountId?: string;
  readonly stateMachineName?: string;
  readonly executionName: string;
  /** What stands behind the name in the ARN of an Express execution; the name again when not given. */
  readonly expressId?: string;
  readonly roleArn?: string;
  readonly type?: StateMachineType;
  /** `YYYY-MM-DD`; the latest known behaviour when not given. */
  readonly awsAsOf?: string;
}

/** After every change that is known. */
const latest = '9999-12-31';

/** Fills in what the caller leaves open, in the form of AWS's ARNs. */
export function executionSettings(given: SettingsInput): ExecutionSettings {
  const region = given.region ?? 'us-east-1';
  const partition = given.partition ?? 'aws';
  const accountId = given.accountId ?? '123456789012';
  const stateMachineName = given.stateMachineName ?? 'StateMachine';
  const type = given.type ?? 'STANDARD';
  const base = `arn:${partition}:states:${region}:${accountId}`;
  return {
    region,
    partition,
    accountId,
    stateMachineName,
    stateMachineArn: `${base}:stateMachine:${stateMachineName}`,
    executionArn: executionArn(base, type, stateMachineName, given.executionName, given.expressId),
    executionName: given.executionName,
    roleArn: given.roleArn ?? `arn:${partition}:iam::${accountId}:role/StepFunctionsRole`,
    type,
    awsAsOf: given.awsAsOf ?? latest,
  };
}

/** The settings of a child execution: those of the others of its Map Run, but for its name. There may be a million. */
export function settingsOfChild(others: ExecutionSettings, executionName: string): ExecutionSettings {
  const { partition, region, accountId, stateMachineName, type } = others;
  const base = `arn:${partition}:states:${region}:${accountId}`;
  return { ...others, executionName, executionArn: executionArn(base, type, stateMachineName, executionName) };
}

function executionArn(
  base: string,
  type: ExecutionSettings['type'],
  machine: string,
  name: string,
  expressId = name,
): string {
  return type === 'EXPRESS'
    ? `${base}:express:${machine}:${name}:${expressId}`
    : `${base}:execution:${machine}:${name}`;
}
