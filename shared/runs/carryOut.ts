import { type Result, fail, ok, seededRandom } from '../base/index';
import {
  type ObjectStore,
  Simulation,
  type TaskAnswer,
  type Worker,
  compile,
  mockWorker,
  readMockTestCase,
  stubStore,
  stubWorker,
} from '../simulator/index';
import type { TaskResults } from '../services/index';
import type { ExecutionStatus } from '../history/index';
import type { TaskRequest, Watch } from '../states/index';
import { callersOf } from './callerAnswers';
import { chanceWorker } from './chances';
import type { MockFile } from './configuration';
import { type Deadline, deadlineOf, timedWorker } from './durations';
import { mockedTasks } from './mocks';
import { type FileReaders, placedStore } from './objects';
import { policyWorker } from './policyWorker';
import { type NestedRun, nestedWorkflows } from './nested';
import type { RunRequest } from './request';
import type { ChildRun, RunHistory, Stage } from './run';

/** What a request came to. */
export interface EndedRun extends RunHistory {
  readonly status: ExecutionStatus;
  readonly redrivable: boolean;
}

/** What the host of a run may give. */
export interface RunHost {
  /** Told what states are entered and what transitions are taken. */
  readonly watch?: Watch;
  /** Reads the files that stand for objects of S3; without them the samples stand for all. */
  readonly readers?: FileReaders;
  /** What Tasks give, for the samples of what no mock answers; without it only services with a card of their own have some. */
  readonly results?: TaskResults;
  /** A child execution whose history is kept beside the first ones. */
  readonly keeps?: ChildPlace;
  /** Runs what is bound to a task on this machine, a function's code say; undefined where nothing is, and a stub answers. */
  readonly functions?: (request: TaskRequest) => Promise<TaskAnswer> | undefined;
}

/** A child execution by its Map Run and its index there. */
export type ChildPlace = Pick<ChildRun, 'mapRunArn' | 'index'>;

/** Child executions beyond this many are counted in the Map Run, but not kept: {@link childAgain} gives one of them. */
export const childLimit = 1000;

/** Stages beyond this many are not kept: a long run has too many for anybody to look at. */
const stageLimit = 20_000;

/**
 * Carries a request out to its end, redrives included, on virtual time. Fails with a sentence when it cannot be run at all:
 * a definition that does not compile, a mock file without the test case, policies that cannot be read. */
export async function carryOut(
  request: RunRequest,
  { watch, readers, results, keeps, functions }: RunHost = {},
): Promise<Result<EndedRun, string>> {
  const program = compile(request.definitionText);
  if (!program.ok) return fail(program.problem.map(({ message, at }) => `${message} (at /${at.join('/')})`).join('; '));
  const deadline = deadlineOf(request, program.value.timeoutSeconds);
  const store = storeOf(request, readers);
  const nested: NestedRun[] = [];
  const context = { deadline, results, functions, store, onNested: (run: NestedRun) => void nested.push(run) };
  const answered = taskWorker(request, context);
  if (!answered.ok) return answered;
  const stages: Stage[] = [];
  // The first states may be entered while the simulation is made.
  let made: Simulation | null = null;
  const simulation = Simulation.create(program.value, {
    inputText: request.inputText,
    settings: { stateMachineName: request.name.replace(/[^\w-]/g, '-').slice(0, 80), type: request.type },
    seed: request.seed,
    startTime: request.startTime,
    worker: answered.value,
    store,
    keepsHistory: (mapRunArn, index) => index < childLimit || isAt({ mapRunArn, index }, keeps),
    hooks: {
      watch,
      changeEntry: (state, entry) => request.entryChanges.find((each) => each.state === state && each.entry === entry),
      inspect: (stage, value) => {
        if (stages.length < stageLimit)
          stages.push({ events: made?.events.length ?? 1, stage, text: JSON.stringify(value) });
      },
    },
  });
  made = simulation;
  let result = await simulation.runToEnd();
  for (const mocks of request.redrives) {
    const redriven = simulation.redrive();
    if (!redriven.ok) return fail(redriven.problem.message);
    const next = taskWorker({ ...request, mocks, outcomeChanges: [] }, context);
    if (!next.ok) return next;
    simulation.useWorker(next.value);
    result = await simulation.runToEnd();
  }
  const children = simulation
    .childExecutions()
    .filter((child, place) => place < childLimit || isAt(child, keeps))
    .map(({ mapRunArn, index, status, inputText, events }) => {
      return { mapRunArn, index, status, inputText, events: [...events] };
    });
  const { events, status, redriveStatus } = result;
  return ok({
    events: [...events],
    stages,
    children,
    ...(nested.length > 0 ? { nested } : {}),
    status,
    redrivable: redriveStatus === 'REDRIVABLE',
  });
}

/** A child execution that was not kept, out of the same request: the same seed gives the same history. */
export async function childAgain(
  request: RunRequest,
  place: ChildPlace,
  host: RunHost = {},
): Promise<Result<ChildRun, string>> {
  const ended = await carryOut(request, { ...host, keeps: place });
  if (!ended.ok) return ended;
  const child = ended.value.children.find((each) => isAt(each, place));
  return child ? ok(child) : fail(`The Map Run has started no child execution ${String(place.index)}.`);
}

function isAt(child: ChildPlace, place: ChildPlace | undefined): boolean {
  return place !== undefined && child.index === place.index && child.mapRunArn === place.mapRunArn;
}

function storeOf({ objects = [], startTime }: RunRequest, readers: FileReaders | undefined): ObjectStore {
  const samples = stubStore(startTime);
  return readers === undefined || objects.length === 0 ? samples : placedStore(objects, readers, startTime, samples);
}

interface WorkerContext {
  readonly deadline: Deadline;
  readonly results: TaskResults | undefined;
  readonly functions: RunHost['functions'];
  readonly store: ObjectStore;
  readonly onNested: (run: NestedRun) => void;
}

/**
 * What answers the tasks of a request: policies first, then chance, changed calls, mocks, the mock file, functions on this machine, the stub. Chance or
 * what is typical says how long it takes.
 */
function taskWorker(
  request: RunRequest,
  { deadline, results, functions, store, onNested }: WorkerContext,
): Result<Worker, string> {
  const { definitionText, mocks, mockFile, chances, durations, outcomeChanges, seed, access } = request;
  const sampled = callersOf(definitionText)(stubWorker(seed, results));
  const stub: Worker = functions ? (task) => functions(task) ?? sampled(task) : sampled;
  const others = mockFile ? mockFileWorker(mockFile, stub) : ok(stub);
  if (!others.ok) return others;
  const inNested = nestedWorkflows({ seed, worker: stubWorker(seed, results), store, onEnded: onNested });
  const mocked = mockedTasks(mocks, outcomeChanges, others.value, inNested);
  const answered = chances
    ? chanceWorker(chances, deadline, seededRandom(seed), mocked)
    : timedWorker(durations ?? {}, deadline, mocked);
  return access ? policyWorker(access, seed, answered) : ok(answered);
}

function mockFileWorker({ config, stateMachine, testCase }: MockFile, others: Worker): Result<Worker, string> {
  const read = readMockTestCase(config, stateMachine, testCase);
  return read.ok
    ? ok(mockWorker(read.value, others))
    : fail(read.problem.map(({ message, at }) => `${message} (at ${at.join('/')})`).join('; '));
}
