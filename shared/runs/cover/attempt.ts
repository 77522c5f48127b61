import type { JsonObject, JsonValue } from '../../base/index';
import type { Variables } from '../../expressions/index';
import type { TaskResults } from '../../services/index';
import type { TakenSlot } from '../../states/index';
import {
  type ExecutionResult,
  type Program,
  Simulation,
  stubStore,
  stubWorker,
  type TaskAnswer,
  type Worker,
} from '../../simulator/index';
import { mockedTasks } from '../mocks';
import { marked } from './marks';
import type { Plan } from './plan';

/** What a state met when it was entered. */
export interface Met {
  readonly input: JsonValue;
  readonly variables: Variables;
}

/** What a plan came to. */
export interface Attempt {
  /** The plan, with the answers of the tasks that it had none for. */
  readonly plan: Plan;
  readonly status: string;
  /** The state entered last and why the run failed, where it did. */
  readonly failure: { readonly state: string; readonly error: string; readonly cause: string } | null;
  /** It did not come to an end within the steps of an attempt. */
  readonly endless: boolean;
  /** By {@link slotKey}: transitions that were taken, and retriers that tried again. */
  readonly taken: ReadonlySet<string>;
  /** The first entries of each state. */
  readonly met: ReadonlyMap<string, readonly Met[]>;
}

export function slotKey(state: string, slot: TakenSlot): string {
  return `${state} ${slot.kind}${'index' in slot ? String(slot.index) : ''}`;
}

/** Of a retrier that tried again. */
export function retrierKey(state: string, index: number): string {
  return `${state} retrier${String(index)}`;
}

/** Attempts are many and small: what takes more steps goes round in circles. */
const limits = { steps: 400, allEvents: 8_000, events: 4_000 };
const entriesKept = 4;
const startTime = Date.UTC(2026, 0, 1);

/** Runs a plan. Tasks without an answer get a sample of the service, every text marked with its place. */
export async function attempt(
  program: Program,
  plan: Plan,
  type: 'STANDARD' | 'EXPRESS',
  variables: JsonObject = {},
  results?: TaskResults,
): Promise<Attempt> {
  const answers: Record<string, readonly JsonValue[]> = { ...plan.answers };
  const calls = new Map<string, number>();
  const stub = stubWorker(1, results);
  const answering: Worker = (request) => {
    const name = request.stateName;
    const call = calls.get(name) ?? 0;
    calls.set(name, call + 1);
    const sample = stub(request) as TaskAnswer;
    if (answers[name] === undefined && sample.outcome?.kind === 'success')
      answers[name] = [marked(sample.outcome.output, { task: name, path: [] })];
    const known = answers[name];
    if (known === undefined) return sample;
    return { ...sample, outcome: { kind: 'success', output: known[Math.min(call, known.length - 1)] ?? null } };
  };
  const taken = new Set<string>();
  const met = new Map<string, Met[]>();
  let last = '';
  let retrier = 0;
  const simulation = Simulation.create(program, {
    input: plan.input,
    variables,
    startTime,
    settings: { type },
    worker: mockedTasks(plan.failures, [], answering),
    store: stubStore(startTime),
    limits,
    hooks: {
      inspect(stage, value) {
        if (stage === 'retryIndex') retrier = Number(value);
        else if (stage === 'retryBackoffIntervalSeconds') taken.add(retrierKey(last, retrier));
      },
      watch: {
        entered(state, input, variables) {
          last = state;
          const list = met.get(state) ?? [];
          if (list.length < entriesKept) list.push({ input, variables });
          met.set(state, list);
        },
        took: (state, slot) => taken.add(slotKey(state, slot)),
      },
    },
  });
  const { status, error = '', cause = '' } = failureIn(await simulation.runToEnd(), simulation);
  const endless = error.startsWith('Simulator.') || cause.includes('maximum number of history events');
  const state = /while executing the state '([^']+)'/.exec(cause)?.[1] ?? last;
  const failure = status === 'SUCCEEDED' ? null : { state, error, cause };
  return { plan: { ...plan, answers }, status, failure, endless, taken, met };
}

/** A Map Run that bears no more failures fails by what its first child failed with. */
function failureIn(result: ExecutionResult, simulation: Simulation): ExecutionResult {
  if (result.error !== 'States.ExceedToleratedFailureThreshold') return result;
  const failed = simulation.childExecutions().find(({ error }) => error !== undefined);
  return failed === undefined ? result : { ...result, error: failed.error ?? '', cause: failed.cause ?? '' };
}
