import { type JsonValue, type Result, fail, ok } from '../base/index';
import { listTestCases } from '../simulator/index';
import type { TaskMocks } from './mocks';
import type { PlacedObject } from './objects';

/** A test case of a mock configuration file, in the form of Step Functions Local. */
export interface MockFile {
  readonly name: string;
  readonly config: JsonValue;
  readonly stateMachine: string;
  readonly testCase: string;
}

/** When a breakpoint counts. */
export interface BreakCondition {
  /** Only at the nth entry, counted from 1; null for every one. */
  readonly nth: number | null;
  /** JSONata over `input` and `variables`; empty for always. */
  readonly expression: string;
}

/** What the runs of one workflow start with. */
export interface RunConfiguration {
  readonly inputText: string;
  readonly seed: number;
  readonly type: 'STANDARD' | 'EXPRESS';
  readonly mocks: TaskMocks;
  readonly mockFile?: MockFile;
  /** Files that stand for objects of S3; buckets without one hold samples. */
  readonly objects?: readonly PlacedObject[];
  readonly breakOnError: boolean;
  /** Runs are made under the policies of the access view. */
  readonly withPolicies: boolean;
  /** By name of the state: when its breakpoint counts; always when there is no entry. */
  readonly conditions: Readonly<Record<string, BreakCondition>>;
  /** Expressions whose values are shown at the cursor of a run. */
  readonly watches: readonly string[];
}

export const defaultConfiguration: RunConfiguration = {
  inputText: '{}',
  seed: 1,
  type: 'STANDARD',
  mocks: {},
  breakOnError: false,
  withPolicies: false,
  conditions: {},
  watches: [],
};

/** Reads a mock configuration file of Step Functions Local, with its first test case chosen; else what is wrong with it. */
export function readMockFile(name: string, text: string): Result<MockFile, string> {
  let config: JsonValue;
  try {
    config = JSON.parse(text) as JsonValue;
  } catch (problem) {
    return fail(`${name} is not JSON: ${problem instanceof Error ? problem.message : ''}`);
  }
  for (const [stateMachine, [testCase]] of listTestCases(config))
    if (testCase !== undefined) return ok({ name, config, stateMachine, testCase });
  return fail(
    `${name} has no test cases: expected "StateMachines" with "TestCases", as Step Functions Local has them.`,
  );
}
