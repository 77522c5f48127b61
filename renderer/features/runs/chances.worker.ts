import { estimateRun, type CostBasis } from '#shared/cost/estimate';
import { compile } from '#shared/simulator/compile';
import { foldHistory } from '#shared/history/fold';
import { seededRandom } from '#shared/base/seededRandom';
import { Simulation } from '#shared/simulator/simulation';
import { stubWorker } from '#shared/simulator/workers/stubWorker';
import { plannedWorker } from '#shared/runs/answers';
import { chanceWorker, type OddsByState, type Outcome } from '#shared/runs/chances';
import type { RunRequest } from '#shared/runs/run';
import { stubStore } from '#shared/simulator/workers/stubStore';

export interface ChanceRequest {
  readonly request: RunRequest;
  readonly odds: OddsByState;
  readonly firstSeed: number;
  readonly count: number;
  readonly cost: CostBasis;
}

export type FromChances =
  | { readonly kind: 'some'; readonly outcomes: readonly Outcome[] }
  | { readonly kind: 'problem'; readonly message: string };

/** Outcomes go out in portions, so that progress can be seen and a cancel loses nothing that is done. */
const portion = 50;

self.onmessage = ({ data }: MessageEvent<ChanceRequest>) => {
  void runAll(data).catch((problem: unknown) => {
    self.postMessage({
      kind: 'problem',
      message: problem instanceof Error ? problem.message : String(problem),
    } satisfies FromChances);
  });
};

async function runAll({ request, odds, firstSeed, count, cost }: ChanceRequest): Promise<void> {
  const program = compile(request.definitionText);
  if (!program.ok) throw new Error(program.problem.map(({ message }) => message).join('; '));
  let outcomes: Outcome[] = [];
  for (let index = 0; index < count; index++) {
    const seed = firstSeed + index;
    const simulation = Simulation.create(program.value, {
      inputText: request.inputText,
      settings: { stateMachineName: 'chances', type: request.type },
      seed,
      startTime: request.startTime,
      store: stubStore(request.startTime),
      worker: chanceWorker(odds, seededRandom(seed), plannedWorker(request.answers, [], stubWorker(seed))),
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
      self.postMessage({ kind: 'some', outcomes } satisfies FromChances);
      outcomes = [];
    }
  }
}
