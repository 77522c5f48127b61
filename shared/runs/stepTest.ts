import type { TaskResults } from '../services/index';
import { type JsonObject, type JsonValue, type Result, fail, isObject, jsonEqual, own } from '../base/index';
import { type TestStateAnswer, type TestStateRequest, stubStore, stubWorker, testState } from '../simulator/index';
import { callersOf } from './callerAnswers';
import { readJsonText } from './jsonText';

/** What stands in for the work of a state that is tested alone. */
export type StepMock =
  /** Something of the shape that the service answers. */
  | { readonly kind: 'stub' }
  /** JSON text. With `anyShape` it need not be what the service can give. */
  | { readonly kind: 'result'; readonly text: string; readonly anyShape?: true }
  | { readonly kind: 'error'; readonly error: string; readonly cause: string };

/** A state to be run alone, with what it is given. */
export type StepTest = {
  readonly state: string;
  /** JSON text. */
  readonly inputText: string;
  /** JSON text of an object; empty for none. */
  readonly variablesText: string;
  readonly mock: StepMock;
  /** How often its retriers have tried already. */
  readonly retries: number;
};

/** What came of it, in the form of AWS's TestState. */
export type StepAnswer = TestStateAnswer;

/**
 * Runs one state of a definition alone, with the data of every stage. It has no limit of its own: an expression may never end.
 * Fails with the sentence that AWS's TestState refuses such a call with.
 * @param startTime milliseconds since the epoch
 * @param results what Tasks give: mocks are held to it, and samples are made of it
 */
export async function testStep(
  definitionText: string,
  { state, inputText, variablesText, mock, retries }: StepTest,
  startTime: number,
  results?: TaskResults,
): Promise<Result<StepAnswer, string>> {
  const request: TestStateRequest = {
    definition: definitionText,
    stateName: state,
    input: inputText,
    inspectionLevel: 'DEBUG',
    // The service is played by the stub where there is no mock; TestState asks for a role then.
    roleArn: 'arn:aws:iam::123456789012:role/StepFunctionsRole',
    ...(variablesText.trim() === '' ? {} : { variables: variablesText }),
    ...mockOf(mock),
    ...(retries > 0 ? { stateConfiguration: { retrierRetryCount: retries } } : {}),
  };
  const answer = await testState(request, {
    startTime,
    worker: callersOf(definitionText)(stubWorker(1, results)),
    store: stubStore(startTime),
    ...(results ? { results } : {}),
  });
  return answer.ok ? answer : fail(answer.problem.message);
}

function mockOf(mock: StepMock): Pick<TestStateRequest, 'mock'> {
  switch (mock.kind) {
    case 'stub':
      return {};
    // What a person tries need not be whole: what is there is judged, not what is missing.
    case 'result':
      return { mock: { result: mock.text, fieldValidationMode: mock.anyShape ? 'NONE' : 'PRESENT' } };
    case 'error':
      return { mock: { errorOutput: { error: mock.error, cause: mock.cause } } };
  }
}

/** A step test that was kept with what has to come of it. The tests of a sidecar hold it, told apart by its kind. */
export type KeptStepTest = StepTest & {
  readonly kind: 'state';
  readonly name: string;
  readonly expected: {
    readonly status: StepAnswer['status'];
    /** JSON text; null expects none. */
    readonly output: string | null;
    readonly next: string | null;
    readonly error: string | null;
  };
};

/** The test that expects what came of a step this time. */
export function keptStepTest(name: string, test: StepTest, answer: StepAnswer): KeptStepTest {
  return { kind: 'state', name, ...test, expected: outcomeOf(answer) };
}

function outcomeOf({ status, output, nextState, error }: StepAnswer): KeptStepTest['expected'] {
  return { status, output: output ?? null, next: nextState ?? null, error: error ?? null };
}

/** How an answer differs from what a kept test expects, in sentences; none where it does not. */
export function judgeStep({ expected }: KeptStepTest, answer: StepAnswer): readonly string[] {
  const found = outcomeOf(answer);
  const say = (what: string, is: string | null, was: string | null) =>
    `${what} is ${is ?? 'none'}, expected ${was ?? 'none'}`;
  return [
    ...(found.status === expected.status ? [] : [say('status', found.status, expected.status)]),
    ...(jsonEqual(readJsonText(found.output), readJsonText(expected.output))
      ? []
      : [say('output', found.output, expected.output)]),
    ...(found.next === expected.next ? [] : [say('next state', found.next, expected.next)]),
    ...(found.error === expected.error ? [] : [say('error', found.error, expected.error)]),
  ];
}

/** The step tests among the tests of a sidecar; what has not the form of one is left out here and stays in the sidecar. */
export function readStepTests(values: readonly JsonValue[]): readonly KeptStepTest[] {
  return values.flatMap((value) => readStepTest(value) ?? []);
}

const statuses = ['SUCCEEDED', 'FAILED', 'RETRIABLE', 'CAUGHT_ERROR'] as const;

function readStepTest(value: JsonValue): KeptStepTest | null {
  if (!isObject(value) || own(value, 'kind') !== 'state') return null;
  const text = (from: JsonObject, key: string) => {
    const found = own(from, key);
    return typeof found === 'string' ? found : null;
  };
  const [name, state, inputText] = [text(value, 'name'), text(value, 'state'), text(value, 'inputText')];
  const [expected, mock] = [own(value, 'expected'), readMock(own(value, 'mock'))];
  const status = isObject(expected) ? statuses.find((each) => each === own(expected, 'status')) : undefined;
  if (name === null || state === null || inputText === null || !isObject(expected) || !mock || !status) return null;
  const retries = own(value, 'retries');
  return {
    kind: 'state',
    name,
    state,
    inputText,
    variablesText: text(value, 'variablesText') ?? '',
    mock,
    retries: typeof retries === 'number' && retries >= 0 ? retries : 0,
    expected: {
      status,
      output: text(expected, 'output'),
      next: text(expected, 'next'),
      error: text(expected, 'error'),
    },
  };
}

function readMock(value: JsonValue | undefined): StepMock | null {
  if (!isObject(value)) return null;
  const [text, error, cause] = [own(value, 'text'), own(value, 'error'), own(value, 'cause')];
  switch (own(value, 'kind')) {
    case 'stub':
      return { kind: 'stub' };
    case 'result':
      if (typeof text !== 'string') return null;
      return { kind: 'result', text, ...(own(value, 'anyShape') === true ? { anyShape: true } : {}) };
    case 'error':
      return typeof error === 'string' ? { kind: 'error', error, cause: typeof cause === 'string' ? cause : '' } : null;
    default:
      return null;
  }
}

/** The tests of a sidecar with a step test in the place of the one of its name, added, or with null taken away. */
export function withStepTest(
  values: readonly JsonValue[],
  name: string,
  test: KeptStepTest | null,
): readonly JsonValue[] {
  const at = values.findIndex((value) => readStepTest(value)?.name === name);
  const next: readonly JsonValue[] = test === null ? [] : [test];
  return at < 0 ? [...values, ...next] : [...values.slice(0, at), ...next, ...values.slice(at + 1)];
}
