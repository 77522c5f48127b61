import type { JsonValue } from '../../shared/base/index';
import { listTestCases, readMockTestCase } from '../../shared/simulator/index';
import { readMockFile, type MockFile } from '../../shared/runs/index';
import type { Console } from '../console';
import { wrongUsage } from '../refusal';
import type { Workflow } from '../workflows/workflow';
import { readJsonFile } from './readJson';

/** The options that say which answers of a mock file a run gets. */
interface MockOptions {
  readonly mocks: string | null;
  readonly 'test-case': string | null;
  readonly 'mocks-for': string | null;
}

/**
 * The test case of a mock file that options name; null when there is no file.
 * @throws Refusal when it cannot be read, or the test case is not in it
 */
export async function readMocks(workflow: Workflow, options: MockOptions, console: Console): Promise<MockFile | null> {
  const { mocks, 'test-case': testCase, 'mocks-for': machine } = options;
  if (mocks === null) {
    const alone = testCase === null ? (machine === null ? null : 'mocks-for') : 'test-case';
    if (alone !== null) throw wrongUsage(`--${alone} needs --mocks, the file that it is in.`);
    return null;
  }
  const { label, text, value } = await readJsonFile(mocks, console);
  const read = readMockFile(label, text);
  if (!read.ok) throw wrongUsage(read.problem);
  const chosen = chosenCase(label, value, workflow.name, machine, testCase);
  const answers = readMockTestCase(value, chosen.stateMachine, chosen.testCase);
  if (!answers.ok)
    throw wrongUsage(
      `${label}: ${answers.problem.map(({ message, at }) => `${message} (at ${at.join('/')})`).join('; ')}`,
    );
  return { ...read.value, ...chosen };
}

function chosenCase(
  file: string,
  config: JsonValue,
  workflow: string,
  machine: string | null,
  testCase: string | null,
): Pick<MockFile, 'stateMachine' | 'testCase'> {
  const cases = listTestCases(config);
  const machines = [...cases.keys()];
  const having = machines.filter((each) => testCase === null || cases.get(each)?.includes(testCase));
  const stateMachine =
    machine ??
    (machines.includes(workflow) ? workflow : having.length === 1 ? having[0] : undefined) ??
    machines[0] ??
    '';
  const names = cases.get(stateMachine);
  if (!names) throw wrongUsage(`${file} has no state machine "${stateMachine}", but ${machines.join(', ')}.`);
  if (machine === null && !machines.includes(workflow) && having.length > 1)
    throw wrongUsage(`${file} is for ${machines.join(', ')}: choose one with --mocks-for.`);
  if (testCase !== null && !names.includes(testCase))
    throw wrongUsage(
      `${file} has no test case "${testCase}" for "${stateMachine}", but ${names.join(', ') || 'none'}.`,
    );
  const [first, ...others] = names;
  if (testCase === null && others.length > 0)
    throw wrongUsage(`${file} has the test cases ${names.join(', ')}: choose one with --test-case.`);
  const wanted = testCase ?? first;
  if (wanted === undefined) throw wrongUsage(`${file} has no test case for "${stateMachine}".`);
  return { stateMachine, testCase: wanted };
}
