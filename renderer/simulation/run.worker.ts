import { compile } from '#shared/simulator/compile';
import { Simulation } from '#shared/simulator/simulation';
import { stubWorker } from '#shared/simulator/workers/stubWorker';
import { seededRandom } from '#shared/base/seededRandom';
import { plannedWorker } from './answers';
import { chanceWorker } from './chances';
import type { FromWorker, RunRequest } from './run';

// A worker of its own for each run, so that an endless loop or expression can be ended by ending the worker.
self.onmessage = ({ data }: MessageEvent<RunRequest>) => {
  void run(data).then(
    (message) => self.postMessage(message),
    (problem: unknown) => {
      const message = problem instanceof Error ? problem.message : String(problem);
      self.postMessage({ kind: 'problem', message } satisfies FromWorker);
    },
  );
};

function workerFor(request: RunRequest) {
  const planned = plannedWorker(request.answers, request.changes, stubWorker(request.seed));
  return request.odds ? chanceWorker(request.odds, seededRandom(request.seed), planned) : planned;
}

async function run(request: RunRequest): Promise<FromWorker> {
  const program = compile(request.definitionText);
  if (!program.ok)
    return {
      kind: 'problem',
      message: program.problem.map(({ message, at }) => `${message} (at /${at.join('/')})`).join('; '),
    };
  const simulation = Simulation.create(program.value, {
    inputText: request.inputText,
    settings: { stateMachineName: request.name.replace(/[^\w-]/g, '-').slice(0, 80), type: request.type },
    seed: request.seed,
    startTime: request.startTime,
    worker: workerFor(request),
    hooks: {
      changeEntry: (state, entry) => request.entries.find((each) => each.state === state && each.entry === entry),
    },
  });
  let result = await simulation.runToEnd();
  for (const answers of request.redrives) {
    const redriven = simulation.redrive();
    if (!redriven.ok) return { kind: 'problem', message: redriven.problem.message };
    simulation.useWorker(plannedWorker(answers, [], stubWorker(request.seed)));
    result = await simulation.runToEnd();
  }
  return {
    kind: 'done',
    events: [...result.events],
    status: result.status,
    redrivable: result.redriveStatus === 'REDRIVABLE',
  };
}
