import type { JsonObject, JsonValue } from '../../base/index';
import { listTestCases, readMockTestCase, type MockedStep } from '../../simulator/index';
import type { TaskMock, TaskMocks } from '../mocks';
import type { WorkflowTest } from '../workflowTest';

/**
 * The tests as a MockConfigFile.json of Step Functions Local: a test case each, with the responses of the tasks that have
 * mocks. What it has no form for is left out: input, seed and what is expected. A task that never answers is written in
 * our addition to it, `NoAnswer`. Source: AWS developer guide, "Testing with mocked service integrations".
 */
export function mockConfigOf(stateMachine: string, tests: readonly WorkflowTest[]): JsonObject {
  const responses: Record<string, JsonValue> = {};
  const cases = tests.map(({ name, mocks }): [string, JsonValue] => {
    const states = Object.entries(mocks).flatMap(([state, mock]): [string, string][] => {
      const response = responseOf(mock);
      if (response === undefined) return [];
      const title = `${name}: ${state}`;
      responses[title] = response;
      return [[state, title]];
    });
    return [name, Object.fromEntries(states)];
  });
  return { StateMachines: { [stateMachine]: { TestCases: Object.fromEntries(cases) } }, MockedResponses: responses };
}

/** A call that no task makes so often: from here on the answer is the last. */
const everyCall = 9999;

function responseOf(mock: TaskMock): JsonValue | undefined {
  const calls = (from: number, to = everyCall): string => `${String(from)}-${String(to)}`;
  switch (mock.kind) {
    case 'stub':
    // Step Functions Local has no form for it.
    case 'workflow':
      return undefined;
    case 'never':
      return { [calls(0)]: { NoAnswer: true } };
    case 'succeed':
      return { [calls(0)]: { Return: mock.output, ...delayOf(mock.delaySeconds) } };
    case 'fail':
      return { [calls(0)]: { Throw: { Error: mock.error, Cause: mock.cause }, ...delayOf(mock.delaySeconds) } };
    case 'failFirst':
      return {
        [calls(0, mock.times - 1)]: { Throw: { Error: mock.error, Cause: mock.cause } },
        [calls(mock.times)]: { Return: mock.output ?? {} },
      };
    case 'answers': {
      const last = mock.outputs.length - 1;
      return Object.fromEntries(
        mock.outputs.map((output, i) => [i === last ? calls(i) : String(i), { Return: output }]),
      );
    }
  }
}

function delayOf(seconds: number | undefined): { readonly DelaySeconds?: number } {
  return seconds === undefined ? {} : { DelaySeconds: seconds };
}

/** A test case of a mock configuration file, as mocks of tasks. */
export interface ImportedCase {
  readonly name: string;
  readonly mocks: TaskMocks;
}

/**
 * The test cases of a mock configuration file, those of every state machine in it. A response that is no mock of ours
 * (errors after answers, heartbeats) and a test case that cannot be read are named in `leftOut`.
 */
export function importedCases(config: JsonValue): {
  readonly cases: readonly ImportedCase[];
  readonly leftOut: readonly string[];
} {
  const leftOut: string[] = [];
  const cases = [...listTestCases(config)].flatMap(([machine, names]) =>
    names.flatMap((name): ImportedCase[] => {
      const read = readMockTestCase(config, machine, name);
      if (!read.ok) {
        leftOut.push(`${name}: ${read.problem.map(({ message }) => message).join('; ')}`);
        return [];
      }
      const mocks = [...read.value.states].flatMap(([state, { steps }]): [string, TaskMock][] => {
        const mock = mockOf(steps);
        if (mock === undefined) leftOut.push(`${name}: the answers of "${state}"`);
        return mock === undefined ? [] : [[state, mock]];
      });
      return [{ name, mocks: Object.fromEntries(mocks) }];
    }),
  );
  return { cases, leftOut };
}

function mockOf(given: readonly MockedStep[]): TaskMock | undefined {
  const steps = [...given].sort((a, b) => a.from - b.from);
  const outcomes = steps.map(({ answer }) => answer.outcome);
  const [first] = steps;
  const outcome = first?.answer.outcome;
  if (first === undefined || steps.some(({ answer }) => answer.heartbeatsMs !== undefined)) return undefined;
  const delay = first.answer.delayMs === undefined ? {} : { delaySeconds: first.answer.delayMs / 1000 };
  if (steps.length === 1) {
    if (outcome === undefined) return { kind: 'never' };
    if (outcome.kind === 'success') return { kind: 'succeed', output: outcome.output, ...delay };
    return { kind: 'fail', error: outcome.error ?? '', cause: outcome.cause ?? '', ...delay };
  }
  const outputs = steps.flatMap(({ from, to }, i): JsonValue[] => {
    const each = outcomes[i];
    // The last range has no end that matters: its answer is that of all later calls.
    const times = i === steps.length - 1 ? 1 : to - from + 1;
    return each?.kind === 'success' ? Array.from({ length: times }, () => each.output) : [];
  });
  const successes = outcomes.filter((each) => each?.kind === 'success').length;
  if (successes === steps.length) return { kind: 'answers', outputs };
  const [output] = outputs;
  if (steps.length !== 2 || successes !== 1 || outcome?.kind !== 'failure' || output === undefined) return undefined;
  const { error = '', cause = '' } = outcome;
  return { kind: 'failFirst', times: first.to - first.from + 1, error, cause, output };
}
