/**
 * Mocks in the file format of AWS Step Functions Local (MockConfigFile.json), with our additions to a response:
 * `DelaySeconds`, `NoAnswer`, `HeartbeatsSeconds`, `HeartbeatLostAfterSeconds` and `Submitted`.
 */
import {
  type JsonObject,
  type JsonPath,
  type JsonValue,
  type Result,
  fail,
  isArray,
  isObject,
  numberOf,
  ok,
  own,
} from '../../base/index';
import type { TaskAnswer } from '../worker';

/** The responses of one test case: state by state, call by call. */
export interface MockTestCase {
  readonly states: ReadonlyMap<string, MockedResponse>;
}

export interface MockedResponse {
  readonly name: string;
  readonly steps: readonly MockedStep[];
}

/** What the calls `from` to `to` of a state are answered; the first call is 0, retries count on. */
export interface MockedStep {
  readonly from: number;
  readonly to: number;
  readonly answer: TaskAnswer;
}

export interface MockProblem {
  readonly code: 'INVALID_MOCK' | 'MISSING_MOCK';
  readonly message: string;
  readonly at: JsonPath;
}

/** Reads one test case of one state machine. Every problem of its responses is told. */
export function readMockTestCase(
  config: JsonValue,
  stateMachine: string,
  testCase: string,
): Result<MockTestCase, readonly MockProblem[]> {
  const problems: MockProblem[] = [];
  const at = ['StateMachines', stateMachine, 'TestCases', testCase];
  const states = child(child(child(child(config, 'StateMachines'), stateMachine), 'TestCases'), testCase);
  if (!isObject(states)) {
    return fail([{ code: 'MISSING_MOCK', message: `There is no test case "${testCase}" for "${stateMachine}"`, at }]);
  }
  const found = new Map<string, MockedResponse>();
  for (const [state, name] of Object.entries(states)) {
    const response = typeof name === 'string' ? child(child(config, 'MockedResponses'), name) : undefined;
    if (typeof name === 'string' && isObject(response)) found.set(state, readResponse(name, response, problems));
    else
      problems.push({
        code: 'MISSING_MOCK',
        message: `There is no mocked response "${String(name)}"`,
        at: [...at, state],
      });
  }
  return problems.length > 0 ? fail(problems) : ok({ states: found });
}

/** The state machines of a file and their test cases, for a list to choose from. */
export function listTestCases(config: JsonValue): ReadonlyMap<string, readonly string[]> {
  const machines = child(config, 'StateMachines');
  const list = new Map<string, readonly string[]>();
  for (const [name, machine] of isObject(machines) ? Object.entries(machines) : []) {
    const cases = child(machine, 'TestCases');
    list.set(name, isObject(cases) ? Object.keys(cases) : []);
  }
  return list;
}

function readResponse(name: string, response: JsonObject, problems: MockProblem[]): MockedResponse {
  const steps: MockedStep[] = [];
  for (const [range, value] of Object.entries(response)) {
    const at = ['MockedResponses', name, range];
    const bounds = /^(\d+)(?:-(\d+))?$/.exec(range);
    const from = Number(bounds?.[1]);
    const to = Number(bounds?.[2] ?? bounds?.[1]);
    const answer = isObject(value) ? readAnswer(value) : undefined;
    if (bounds === null || to < from) {
      problems.push({
        code: 'INVALID_MOCK',
        message: `"${range}" is not a call number like "0" or a range like "1-3"`,
        at,
      });
    } else if (answer === undefined) {
      problems.push({ code: 'INVALID_MOCK', message: 'A response has one of Return, Throw and NoAnswer', at });
    } else steps.push({ from, to, answer });
  }
  return { name, steps };
}

function readAnswer(value: JsonObject): TaskAnswer | undefined {
  const returned = own(value, 'Return');
  const thrown = own(value, 'Throw');
  const lost = numberOf(own(value, 'HeartbeatLostAfterSeconds'));
  const silent = own(value, 'NoAnswer') === true || lost !== undefined;
  if ([returned !== undefined, thrown !== undefined, silent].filter(Boolean).length !== 1) return undefined;
  const delay = numberOf(own(value, 'DelaySeconds'));
  const beats = own(value, 'HeartbeatsSeconds');
  const submitted = own(value, 'Submitted');
  return {
    ...(delay === undefined ? {} : { delayMs: delay * 1000 }),
    ...(isArray(beats) ? { heartbeatsMs: beats.map((beat) => (numberOf(beat) ?? 0) * 1000) } : {}),
    ...(lost === undefined ? {} : { heartbeatsMs: everySecondUntil(lost) }),
    ...(submitted === undefined ? {} : { submitted }),
    ...(returned === undefined ? {} : { outcome: { kind: 'success', output: returned } }),
    ...(isObject(thrown) ? { outcome: failureOf(thrown) } : {}),
  };
}

/** A worker that is alive beats every second; this one stops. */
function everySecondUntil(seconds: number): number[] {
  return Array.from({ length: Math.min(Math.max(0, Math.floor(seconds)), 86_400) }, (_, i) => (i + 1) * 1000);
}

function failureOf(thrown: JsonObject): NonNullable<TaskAnswer['outcome']> {
  const error = own(thrown, 'Error');
  const cause = own(thrown, 'Cause');
  return {
    kind: 'failure',
    ...(typeof error === 'string' ? { error } : {}),
    ...(typeof cause === 'string' ? { cause } : {}),
  };
}

function child(value: JsonValue | undefined, key: string): JsonValue | undefined {
  return isObject(value) ? own(value, key) : undefined;
}
