import { isArray, isObject, jsonEqual, own, type JsonObject, type JsonValue } from '../base/json';
import type { RunView } from '../history/runView';
import { readJsonText } from './jsonText';
import type { Answers } from './answers';
import type { Run, RunRequest } from './run';

/** A run that a person saved as what has to happen. Kept in the sidecar. */
export interface WorkflowTest {
  readonly name: string;
  readonly inputText: string;
  readonly seed: number;
  readonly type: 'STANDARD' | 'EXPRESS';
  readonly answers: Answers;
  readonly expected: {
    readonly status: Run['status'];
    /** JSON text; null expects none. */
    readonly output: string | null;
    /** Names of states in the order in which they are entered. */
    readonly path: readonly string[];
    /** JSONata over `status`, `output` and `path`; each has to give true. */
    readonly assertions: readonly string[];
  };
}

export function testOf(name: string, request: RunRequest, view: RunView): WorkflowTest {
  const { inputText, seed, type, answers } = request;
  const path = view.visits.map((visit) => visit.name);
  return {
    name,
    inputText,
    seed,
    type,
    answers,
    expected: { status: view.status, output: view.output ?? null, path, assertions: [] },
  };
}

/** Reads the tests of a sidecar; what does not have their form is passed over. */
export function readTests(values: readonly JsonValue[]): readonly WorkflowTest[] {
  return values.filter(isTest) as unknown as readonly WorkflowTest[];
}

function isTest(value: JsonValue): value is JsonObject {
  if (!isObject(value)) return false;
  const expected = own(value, 'expected');
  return (
    typeof own(value, 'name') === 'string' &&
    typeof own(value, 'inputText') === 'string' &&
    isObject(own(value, 'answers')) &&
    isObject(expected) &&
    typeof own(expected, 'status') === 'string' &&
    isArray(own(expected, 'path'))
  );
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
  for (const assertion of expected.assertions ?? []) {
    const problem = await failed(assertion, { status: view.status, output: readJsonText(view.output ?? null), path });
    if (problem !== null) found.push({ what: 'assertion', message: problem });
  }
  return found;
}

async function failed(assertion: string, values: Record<string, unknown>): Promise<string | null> {
  const { default: jsonata } = await import('jsonata');
  try {
    return (await jsonata(assertion).evaluate(values)) === true ? null : `${assertion} does not hold`;
  } catch (problem) {
    return `${assertion}: ${(problem as { message?: string }).message ?? 'cannot be evaluated'}`;
  }
}
