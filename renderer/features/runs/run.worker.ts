import { compile } from '#shared/simulator/compile';
import { Simulation } from '#shared/simulator/simulation';
import type { Worker } from '#shared/simulator/worker';
import { readMockTestCase } from '#shared/simulator/workers/mockConfig';
import { mockWorker } from '#shared/simulator/workers/mockWorker';
import { stubWorker } from '#shared/simulator/workers/stubWorker';
import { seededRandom } from '#shared/base/seededRandom';
import { plannedWorker } from '#shared/runs/answers';
import { chanceWorker } from '#shared/runs/chances';
import { stubStore } from '#shared/simulator/workers/stubStore';
import { policyWorker } from '#shared/runs/policyWorker';
import { storeRun } from './keptRuns';
import type { FromWorker, MockFile, RunRequest, Stage, ToWorker } from '#shared/runs/run';

// A worker of its own for each run, so that an endless loop or expression can be ended by ending the worker.
self.onmessage = ({ data }: MessageEvent<ToWorker>) => {
  void carryOut(data).catch((problem: unknown) => {
    post({ kind: 'problem', message: problem instanceof Error ? problem.message : String(problem) });
  });
};

async function carryOut({ request, keep }: ToWorker): Promise<void> {
  const message = await run(request);
  post(message);
  if (message.kind !== 'done' || keep === null) return;
  const { kind: _kind, ...ended } = message;
  // A disk that is full costs the keeping, not the run.
  await storeRun({ ...keep, ...ended, origin: 'simulated', request, problem: null }, Date.now()).catch(() => undefined);
  post({ kind: 'kept' });
}

function post(message: FromWorker): void {
  self.postMessage(message);
}

/** Child executions beyond this many are counted in the Map Run, but not kept. */
const childLimit = 1000;

/** Stages beyond this many are not kept: a long run has too many for anybody to look at. */
const stageLimit = 20_000;

function workerFor(request: RunRequest): Worker {
  const { mocks, odds, answers, changes, seed, access } = request;
  const planned = plannedWorker(answers, changes, mocks ? mockedBy(mocks, stubWorker(seed)) : stubWorker(seed));
  const answered = odds ? chanceWorker(odds, seededRandom(seed), planned) : planned;
  return access ? policyWorker(access, seed, answered) : answered;
}

function mockedBy({ config, stateMachine, testCase }: MockFile, others: Worker): Worker {
  const read = readMockTestCase(config, stateMachine, testCase);
  if (!read.ok) throw new Error(read.problem.map(({ message, at }) => `${message} (at ${at.join('/')})`).join('; '));
  return mockWorker(read.value, others);
}

async function run(request: RunRequest): Promise<FromWorker> {
  const program = compile(request.definitionText);
  if (!program.ok) {
    return {
      kind: 'problem',
      message: program.problem.map(({ message, at }) => `${message} (at /${at.join('/')})`).join('; '),
    };
  }
  const stages: Stage[] = [];
  // The first states may be entered while the simulation is made.
  let made: Simulation | null = null;
  const simulation = Simulation.create(program.value, {
    inputText: request.inputText,
    settings: { stateMachineName: request.name.replace(/[^\w-]/g, '-').slice(0, 80), type: request.type },
    seed: request.seed,
    startTime: request.startTime,
    worker: workerFor(request),
    store: stubStore(request.startTime),
    hooks: {
      changeEntry: (state, entry) => request.entries.find((each) => each.state === state && each.entry === entry),
      inspect: (stage, value) => {
        if (stages.length < stageLimit)
          stages.push({ events: made?.events.length ?? 1, stage, text: JSON.stringify(value) });
      },
    },
  });
  made = simulation;
  let result = await simulation.runToEnd();
  for (const answers of request.redrives) {
    const redriven = simulation.redrive();
    if (!redriven.ok) return { kind: 'problem', message: redriven.problem.message };
    simulation.useWorker(workerFor({ ...request, answers, changes: [] }));
    result = await simulation.runToEnd();
  }
  const children = simulation
    .childExecutions()
    .slice(0, childLimit)
    .map((child) => ({
      mapRunArn: child.mapRunArn,
      index: child.index,
      status: child.status,
      inputText: child.inputText,
      events: [...child.events],
    }));
  const { events, status, redriveStatus } = result;
  return { kind: 'done', events: [...events], stages, children, status, redrivable: redriveStatus === 'REDRIVABLE' };
}
