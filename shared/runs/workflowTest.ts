import { type JsonValue, isArray, isObject, jsonEqual, own } from '../base/index';
import { evaluateJsonata } from '../expressions/index';
import { type ExecutionStatus, type RunView, isExecutionStatus } from '../history/index';
import { readJsonText } from './jsonText';
import type { TaskDurations } from './durations';
import { readTaskMocks, type TaskMocks } from './mocks';
import type { RunRequest } from './request';
import { filesForTest, readTestFiles, type TestFile } from './testFiles';

/** A run that a person saved as what has to happen. Kept in the sidecar. */
export type WorkflowTest = {
  readonly name: string;
  readonly inputText: string;
  readonly seed: number;
  readonly type: 'STANDARD' | 'EXPRESS';
  readonly mocks: TaskMocks;
  /** What its tasks took: the order in which branches come to their states depends on it. None in tests of earlier versions. */
  readonly durations?: TaskDurations;
  /** Objects of S3 that its run reads. */
  readonly files?: readonly TestFile[];
  readonly expected: {
    readonly status: ExecutionStatus;
    /** JSON text; null expects none. */
    readonly output: string | null;
    /** Names of states in the order in which they are entered. */
    readonly path: readonly string[];
    /** JSONata over `status`, `output` and `path`; each has to give true. */
    readonly assertions: readonly string[];
  };
};

/** The test that expects of a request what its run came to. */
export function testOf(name: string, request: RunRequest, view: RunView): WorkflowTest {
  const { inputText, seed, type, mocks, durations, objects = [] } = request;
  const files = filesForTest(objects) ?? [];
  const path = view.visits.map((visit) => visit.name);
  return {
    name,
    inputText,
    seed,
    type,
    mocks,
    ...(durations ? { durations } : {}),
    ...(files.length > 0 ? { files } : {}),
    expected: { status: view.status, output: view.output ?? null, path, assertions: [] },
  };
}

/** The tests of a sidecar. What has not the form of one is left out here and stays in the sidecar. */
export function readTests(values: readonly JsonValue[]): readonly WorkflowTest[] {
  return values.flatMap((value) => readTest(value) ?? []);
}

function readTest(value: JsonValue): WorkflowTest | null {
  if (!isObject(value)) return null;
  const [name, inputText, expected] = [own(value, 'name'), own(value, 'inputText'), own(value, 'expected')];
  if (typeof name !== 'string' || typeof inputText !== 'string' || expected === undefined || !isObject(expected))
    return null;
  const [status, path, output] = [own(expected, 'status'), own(expected, 'path'), own(expected, 'output')];
  if (!isExecutionStatus(status) || !isArray(path)) return null;
  const seed = own(value, 'seed');
  const files = readTestFiles(own(value, 'files'));
  return {
    name,
    inputText,
    seed: typeof seed === 'number' ? seed : 1,
    type: own(value, 'type') === 'EXPRESS' ? 'EXPRESS' : 'STANDARD',
    // Tests of the first versions call their mocks answers.
    mocks: readTaskMocks(own(value, 'mocks') ?? own(value, 'answers')),
    ...readDurations(own(value, 'durations')),
    ...(files.length > 0 ? { files } : {}),
    expected: {
      status,
      output: typeof output === 'string' ? output : null,
      path: texts(path),
      assertions: texts(own(expected, 'assertions')),
    },
  };
}

function readDurations(value: JsonValue | undefined): { readonly durations?: TaskDurations } {
  if (!isObject(value)) return {};
  const entries = Object.entries(value).flatMap(([name, each]) => {
    const seconds = isObject(each) ? own(each, 'seconds') : undefined;
    const assumed = isObject(each) && own(each, 'assumed') === true;
    return typeof seconds === 'number' && seconds >= 0 ? [[name, { seconds, assumed }] as const] : [];
  });
  return { durations: Object.fromEntries(entries) };
}

function texts(value: JsonValue | undefined): readonly string[] {
  return isArray(value) ? value.filter((each): each is string => typeof each === 'string') : [];
}

/** The list of a sidecar with a test in the place of the one of its name, added, or with null taken away; the rest stays. */
export function withTest(values: readonly JsonValue[], name: string, test: WorkflowTest | null): readonly JsonValue[] {
  const at = values.findIndex((value) => readTest(value)?.name === name);
  const next: readonly JsonValue[] = test === null ? [] : [test];
  return at < 0 ? [...values, ...next] : [...values.slice(0, at), ...next, ...values.slice(at + 1)];
}

/** One way in which a run is not what the test says. */
export interface Mismatch {
  readonly what: 'status' | 'output' | 'path' | 'assertion';
  readonly message: string;
}

export async function judge({ expected }: WorkflowTest, view: RunView): Promise<readonly Mismatch[]> {
  const found: Mismatch[] = [];
  if (view.status !== expected.status)
    found.push({ what: 'status', message: `ended ${view.status}, expected ${expected.status}` });
  const path = view.visits.map((visit) => visit.name);
  const at = path.findIndex((name, index) => name !== expected.path[index]);
  const differs = at >= 0 ? at : path.length < expected.path.length ? path.length : -1;
  if (differs >= 0) {
    found.push({
      what: 'path',
      message: `step ${differs + 1} was ${path[differs] ?? 'the end'}, expected ${expected.path[differs] ?? 'the end'}`,
    });
  }
  if (!jsonEqual(readJsonText(view.output ?? null), readJsonText(expected.output))) {
    found.push({
      what: 'output',
      message: `gave ${view.output ?? 'nothing'}, expected ${expected.output ?? 'nothing'}`,
    });
  }
  for (const assertion of expected.assertions) {
    const problem = await failed(assertion, { status: view.status, output: readJsonText(view.output ?? null), path });
    if (problem !== null) found.push({ what: 'assertion', message: problem });
  }
  return found;
}

async function failed(assertion: string, values: Readonly<Record<string, JsonValue>>): Promise<string | null> {
  const result = await evaluateJsonata(assertion, values);
  if (!result.ok) return `${assertion}: ${result.problem}`;
  return result.value === true ? null : `${assertion} does not hold`;
}
