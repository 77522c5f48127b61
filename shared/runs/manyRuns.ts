import { type Result, fail, ok, seededRandom } from '../base/index';
import { type CostBasis, estimateRun } from '../cost/index';
import { foldHistory } from '../history/index';
import type { TaskResults } from '../services/index';
import { Simulation, compile, stubStore, stubWorker } from '../simulator/index';
import { callersOf } from './callerAnswers';
import { chanceWorker, type ChanceOutcome, type ChancesByState } from './chances';
import { deadlineOf } from './durations';
import { mockedTasks } from './mocks';
import type { RunRequest } from './request';

export interface ManyRunsRequest {
  readonly request: RunRequest;
  readonly chances: ChancesByState;
  /** The runs take this seed and those after it. */
  readonly firstSeed: number;
  readonly count: number;
  readonly cost: CostBasis;
}

/** Outcomes go out in portions, so that progress can be seen and a cancel loses nothing that is done. */
const portion = 50;

/** Runs a workflow many times, one seed after the other. Fails when the definition does not compile. */
export async function runManyTimes(
  { request, chances, firstSeed, count, cost }: ManyRunsRequest,
  report: (outcomes: readonly ChanceOutcome[]) => void,
  results?: TaskResults,
): Promise<Result<null, string>> {
  const program = compile(request.definitionText);
  if (!program.ok) return fail(program.problem.map(({ message }) => message).join('; '));
  const deadline = deadlineOf(request, program.value.timeoutSeconds);
  const withCallers = callersOf(request.definitionText);
  let outcomes: ChanceOutcome[] = [];
  for (let index = 0; index < count; index++) {
    const seed = firstSeed + index;
    const simulation = Simulation.create(program.value, {
      inputText: request.inputText,
      settings: { stateMachineName: 'chances', type: request.type },
      seed,
      startTime: request.startTime,
      store: stubStore(request.startTime),
      worker: chanceWorker(
        chances,
        deadline,
        seededRandom(seed),
        mockedTasks(request.mocks, [], withCallers(stubWorker(seed, results))),
      ),
    });
    const { events, status, startTime, stopTime } = await simulation.runToEnd();
    const view = foldHistory(events);
    const { visits } = view;
    outcomes.push({
      seed,
      status,
      duration: (stopTime ?? startTime) - startTime,
      usd: estimateRun(cost, view).usd,
      retries: visits.reduce((sum, visit) => sum + Math.max(0, visit.attempts.length - 1), 0),
      failedIn:
        status === 'SUCCEEDED'
          ? null
          : (visits.findLast((visit) => visit.status === 'failed')?.name ?? visits.at(-1)?.name ?? null),
    });
    if (outcomes.length === portion || index === count - 1) {
      report(outcomes);
      outcomes = [];
    }
  }
  return ok(null);
}
