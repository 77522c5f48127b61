import { type JsonObject, type JsonValue, type Result, fail, jsonText, numberOf, ok, own } from '../../base/index';
import type { TaskResults } from '../../services/index';
import type { CompiledState, InspectionStage, StateOutcome, TaskOutcome } from '../../states/index';
import { compile, type Program } from '../compile';
import { Simulation } from '../simulation';
import type { ObjectStore, Worker } from '../worker';
import { checkRequest, type CheckedRequest } from './checkRequest';
import {
  plainStages,
  type InspectionData,
  type TestStateAnswer,
  type TestStateProblem,
  type TestStateRequest,
} from './request';

export interface TestStateHost {
  /** Milliseconds since the epoch. */
  readonly startTime: number;
  readonly seed?: number;
  readonly accountId?: string;
  readonly region?: string;
  /** Does the task where the request has no mock. */
  readonly worker?: Worker;
  readonly store?: ObjectStore;
  /** What mocked results of Tasks are held to; without it any result passes. */
  readonly results?: TaskResults;
}

/**
 * TestState: runs one state on its own, as the API does, with the data of every stage for DEBUG and TRACE. A retrier
 * that takes the error ends the test as RETRIABLE, a catcher as CAUGHT_ERROR; nothing runs after the state.
 */
export async function testState(
  request: TestStateRequest,
  host: TestStateHost,
): Promise<Result<TestStateAnswer, TestStateProblem>> {
  const checked = checkRequest(request, host.results);
  if (!checked.ok) return checked;
  const compiled = compile(checked.value.machine);
  if (!compiled.ok) {
    const first = compiled.problem[0];
    return fail({
      code: 'InvalidDefinition',
      message: `Invalid State Machine Definition: '${first?.code ?? ''}: ${first?.message ?? ''}'`,
    });
  }
  return ok(await runState(checked.value, compiled.value, host));
}

/** What the test sees of the state. */
interface Observed {
  next: string | undefined;
  retry: boolean;
  readonly stages: Map<string, JsonValue>;
  readonly errorDetails: Record<string, number>;
}

const errorStages: ReadonlySet<string> = new Set(['retryIndex', 'retryBackoffIntervalSeconds', 'catchIndex']);

async function runState(checked: CheckedRequest, program: Program, host: TestStateHost): Promise<TestStateAnswer> {
  const observed: Observed = { next: undefined, retry: false, stages: new Map(), errorDetails: {} };
  const simulation = Simulation.create(aloneIn(program, checked.stateName, observed), {
    inputText: checked.inputText,
    variables: checked.variables,
    startTime: host.startTime,
    ...(host.seed === undefined ? {} : { seed: host.seed }),
    settings: {
      type: 'EXPRESS',
      ...(checked.roleArn === undefined ? {} : { roleArn: checked.roleArn }),
      ...(host.accountId === undefined ? {} : { accountId: host.accountId }),
      ...(host.region === undefined ? {} : { region: host.region }),
    },
    worker: checked.mock === undefined ? (host.worker ?? noWorker) : () => ({ outcome: checked.mock ?? noAnswer }),
    store: checked.itemReaderData === undefined ? (host.store ?? noStore) : () => checked.itemReaderData,
    hooks: {
      testsOneState: true,
      inspect: (stage, value) => {
        observe(observed, stage, value);
      },
      mockedChildren:
        checked.mock === undefined
          ? undefined
          : (iterations, tolerates) => mockedOutcome(checked, iterations, tolerates),
      retriesBefore: checked.retriesBefore,
      context: checked.context === undefined ? withoutRedrive : () => checked.context ?? {},
    },
  });
  await simulation.runToEnd(() => observed.retry);
  return answerOf(checked, observed, simulation);
}

/** The program with the state alone: wherever it goes on, the scope ends there. */
function aloneIn(program: Program, name: string, observed: Observed): Program {
  const state = program.scope.states.get(name);
  if (state === undefined) return program;
  const alone: CompiledState = {
    ...state,
    run(run) {
      const stop = (outcome: StateOutcome): StateOutcome => {
        observed.next = outcome.next;
        const variables = { ...run.variables, ...outcome.assigned };
        if (Object.keys(variables).length > 0) observed.stages.set('variables', variables);
        return { ...outcome, next: undefined };
      };
      const result = state.run(run);
      if ('output' in result) return stop(result);
      return (function* () {
        return stop(yield* result);
      })();
    },
  };
  return { ...program, timeoutSeconds: undefined, scope: { startAt: name, states: new Map([[name, alone]]) } };
}

function observe(observed: Observed, stage: InspectionStage, value: JsonValue): void {
  if (!errorStages.has(stage)) {
    observed.stages.set(stage, value);
    return;
  }
  observed.errorDetails[stage] = numberOf(value) ?? 0;
  if (stage === 'retryBackoffIntervalSeconds') observed.retry = true;
}

function mockedOutcome(
  checked: CheckedRequest,
  iterations: number,
  tolerates: (failed: number) => boolean,
): TaskOutcome {
  const failed = Math.min(checked.iterationFailures ?? 0, iterations);
  if (!tolerates(failed)) {
    return {
      kind: 'failure',
      error: 'States.ExceedToleratedFailureThreshold',
      cause: 'The specified tolerated failure threshold was exceeded',
    };
  }
  return checked.mock ?? noAnswer;
}

function withoutRedrive(context: JsonObject): JsonObject {
  const execution = own(context, 'Execution');
  if (typeof execution !== 'object' || execution === null) return context;
  return {
    ...context,
    Execution: Object.fromEntries(Object.entries(execution).filter(([key]) => key !== 'RedriveCount')) as JsonObject,
  };
}

function answerOf(checked: CheckedRequest, observed: Observed, simulation: Simulation): TestStateAnswer {
  const result = simulation.result();
  const caught = 'catchIndex' in observed.errorDetails;
  const status = observed.retry
    ? 'RETRIABLE'
    : caught
      ? 'CAUGHT_ERROR'
      : result.status === 'SUCCEEDED'
        ? 'SUCCEEDED'
        : 'FAILED';
  const failure = observed.stages.get('failure');
  const { error, cause } = status === 'FAILED' ? result : failureOf(failure);
  return {
    status,
    ...(status === 'SUCCEEDED' || status === 'CAUGHT_ERROR' ? { output: result.outputText ?? 'null' } : {}),
    ...(error === undefined ? {} : { error }),
    ...(cause === undefined ? {} : { cause: unplaced(cause) }),
    ...(observed.next === undefined ? {} : { nextState: observed.next }),
    ...(checked.inspectionLevel === 'INFO' ? {} : { inspectionData: inspectionData(checked, observed) }),
  };
}

function failureOf(failure: JsonValue | undefined): { readonly error?: string; readonly cause?: string } {
  return (failure ?? {}) as { readonly error?: string; readonly cause?: string };
}

/** TestState leaves out the sentence that says where in a history a state failed. */
function unplaced(cause: string): string {
  return cause.replace(/^An error occurred while executing the state '.*?' \(entered at the event id #\d+\)\. /, '');
}

function inspectionData(checked: CheckedRequest, observed: Observed): InspectionData {
  const data: Record<string, string | number | Readonly<Record<string, number>>> = { input: checked.inputText };
  for (const [stage, value] of observed.stages) {
    if (stage === 'failure' || !isShown(stage, checked)) continue;
    data[stage] = plainStages.has(stage) ? (numberOf(value) ?? 0) : jsonText(value);
  }
  if (Object.keys(observed.errorDetails).length > 0) data['errorDetails'] = observed.errorDetails;
  return data;
}

/** With a mock the API tells nothing of the stages of a Parallel before its result, nor the result of Parallel and Map. */
function isShown(stage: string, checked: CheckedRequest): boolean {
  if (checked.stateType === 'Parallel') return stage === 'afterResultSelector' || stage === 'afterResultPath';
  if (checked.stateType === 'Map') {
    return (
      stage !== 'result' &&
      !(
        checked.language === 'JSONata' &&
        (stage === 'afterItemsPath' || stage === 'afterItemSelector' || stage === 'afterItemBatcher')
      )
    );
  }
  return true;
}

const noAnswer: TaskOutcome & { readonly kind: 'failure' } = { kind: 'failure', error: 'States.TaskFailed' };

const noWorker: Worker = () => ({
  outcome: { ...noAnswer, cause: 'The test has no mock and no worker for its task.' },
});

const noStore: ObjectStore = () => {
  throw new Error('The test has no item reader data and no store.');
};
