import { type JsonObject, type JsonValue, entryOf, isArray, isObject, own } from '../base/index';
import type { TaskRequest } from '../states/index';
import type { TaskAnswer, Worker } from '../simulator/index';
import type { NestedWorkflow, nestedWorkflows } from './nested';
import { type StatePath, type WorkflowDocument, stateName } from '../workflow/index';

/** What stands in for the service in the calls of one task. */
export type TaskMock =
  /** Something of the shape that the service answers. */
  | { readonly kind: 'stub' }
  | { readonly kind: 'succeed'; readonly output: JsonValue; readonly delaySeconds?: number }
  | { readonly kind: 'fail'; readonly error: string; readonly cause: string; readonly delaySeconds?: number }
  /** Fails the first calls, then answers as the stub does, or with `output` when it is given. */
  | {
      readonly kind: 'failFirst';
      readonly times: number;
      readonly error: string;
      readonly cause: string;
      readonly output?: JsonValue;
    }
  /** Answers the first call with the first of them, and so on; with the last when there are no more. */
  | { readonly kind: 'answers'; readonly outputs: readonly JsonValue[] }
  | { readonly kind: 'never' }
  /** Of a task that starts an execution: the workflow of a file runs for real. */
  | ({ readonly kind: 'workflow' } & NestedWorkflow);

export type TaskMocks = Readonly<Record<string, TaskMock>>;

/** The sample results in the sidecar of a workflow, by the name of the state. What is none of ours is passed over. */
export function sampleMocks(document: WorkflowDocument): TaskMocks {
  const samples: Record<string, TaskMock> = {};
  for (const [path, mock] of Object.entries(document.sidecar.mocks)) {
    const output = isObject(mock) && own(mock, 'kind') === 'succeed' ? own(mock, 'output') : undefined;
    if (output !== undefined) samples[stateName(path as StatePath)] = { kind: 'succeed', output };
  }
  return samples;
}

/** A mock as a file holds it; null for what has not the form of one. */
export function readTaskMock(value: JsonValue): TaskMock | null {
  if (!isObject(value)) return null;
  const text = (name: string) => {
    const found = own(value, name);
    return typeof found === 'string' ? found : null;
  };
  const seconds = own(value, 'delaySeconds');
  const delay = typeof seconds === 'number' && seconds >= 0 ? { delaySeconds: seconds } : {};
  const output = own(value, 'output');
  const [error, cause] = [text('error'), text('cause')];
  switch (own(value, 'kind')) {
    case 'stub':
      return { kind: 'stub' };
    case 'never':
      return { kind: 'never' };
    case 'succeed':
      return output === undefined ? null : { kind: 'succeed', output, ...delay };
    case 'answers': {
      const outputs = own(value, 'outputs');
      return outputs !== undefined && isArray(outputs) && outputs.length > 0 ? { kind: 'answers', outputs } : null;
    }
    case 'workflow': {
      const [file, definitionText] = [text('file'), text('definitionText')];
      return file === null || definitionText === null ? null : { kind: 'workflow', file, definitionText };
    }
    case 'fail':
      return error === null ? null : { kind: 'fail', error, cause: cause ?? '', ...delay };
    case 'failFirst': {
      const times = own(value, 'times');
      if (error === null || typeof times !== 'number') return null;
      return { kind: 'failFirst', times, error, cause: cause ?? '', ...(output === undefined ? {} : { output }) };
    }
    default:
      return null;
  }
}

/** The mocks of a file by the name of the state; entries of other forms are passed over. */
export function readTaskMocks(value: JsonValue | undefined): TaskMocks {
  if (value === undefined || !isObject(value)) return {};
  const entries = Object.entries(value).flatMap(([name, each]) => {
    const mock = readTaskMock(each);
    return mock === null ? [] : [[name, mock] as const];
  });
  return Object.fromEntries(entries);
}

/** Another outcome for one call: what a person changed while the run was paused there. */
export interface OutcomeChange {
  readonly state: string;
  /** How many times the state was entered before. */
  readonly entry: number;
  readonly attempt: number;
  readonly outcome:
    | { readonly kind: 'success'; readonly output: JsonValue }
    | { readonly kind: 'failure'; readonly error: string; readonly cause: string };
}

/** Another input or other variables for one entry of a state. */
export interface EntryChange {
  readonly state: string;
  readonly entry: number;
  readonly input?: JsonValue;
  readonly variables?: JsonObject;
}

/**
 * A worker that answers tasks as their mocks say; tasks without one go to `others`.
 * @param nested runs nested workflows; without it what starts one goes to `others`
 */
export function mockedTasks(
  mocks: TaskMocks,
  changes: readonly OutcomeChange[],
  others: Worker,
  nested?: ReturnType<typeof nestedWorkflows>,
): Worker {
  const calls = new Map<string, number>();
  return (request) => {
    const call = calls.get(request.stateName) ?? 0;
    calls.set(request.stateName, call + 1);
    const change = changes.find(
      (each) => each.state === request.stateName && each.entry === request.entry && each.attempt === request.attempt,
    );
    if (change) return { outcome: change.outcome, ...submitted(request) };
    const mock = entryOf(mocks, request.stateName);
    if (mock === undefined || mock.kind === 'stub') return others(request);
    if (mock.kind === 'workflow') return nested ? nested(mock, request) : others(request);
    return answer(mock, call, request, others);
  };
}

function answer(
  mock: Exclude<TaskMock, { kind: 'stub' | 'workflow' }>,
  call: number,
  request: TaskRequest,
  others: Worker,
): TaskAnswer | Promise<TaskAnswer> {
  const delay = 'delaySeconds' in mock && mock.delaySeconds !== undefined ? { delayMs: mock.delaySeconds * 1000 } : {};
  switch (mock.kind) {
    case 'succeed':
      return { outcome: { kind: 'success', output: mock.output }, ...submitted(request), ...delay };
    case 'fail':
      return { outcome: { kind: 'failure', error: mock.error, cause: mock.cause }, ...submitted(request), ...delay };
    case 'failFirst':
      if (call < mock.times)
        return { outcome: { kind: 'failure', error: mock.error, cause: mock.cause }, ...submitted(request) };
      return mock.output === undefined
        ? others(request)
        : { outcome: { kind: 'success', output: mock.output }, ...submitted(request) };
    case 'answers': {
      const output = mock.outputs[Math.min(call, mock.outputs.length - 1)] ?? null;
      return { outcome: { kind: 'success', output }, ...submitted(request) };
    }
    case 'never':
      return {};
  }
}

/** What `.sync` and `.waitForTaskToken` show as the answer of the call itself. */
function submitted(request: TaskRequest): { submitted?: JsonValue } {
  return request.pattern === 'requestResponse' ? {} : { submitted: {} };
}
