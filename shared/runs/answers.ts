import { isObject, own, type JsonObject, type JsonValue } from '../base/json';
import type { TaskRequest } from '../states/execution';
import type { TaskAnswer, Worker } from '../simulator/worker';
import type { WorkflowDocument } from '../workflow/document';
import { stateName, type StatePath } from '../workflow/paths';

/** What answers the calls of one task in a run. */
export type AnswerPlan =
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
  | { readonly kind: 'never' };

export type Answers = Readonly<Record<string, AnswerPlan>>;

/** The answers that are kept with a workflow, by the name of the state. What is none of ours is passed over. */
export function keptAnswers(document: WorkflowDocument): Answers {
  const kept: Record<string, AnswerPlan> = {};
  for (const [path, mock] of Object.entries(document.sidecar.mocks)) {
    const output = isObject(mock) && own(mock, 'kind') === 'succeed' ? own(mock, 'output') : undefined;
    if (output !== undefined) kept[stateName(path as StatePath)] = { kind: 'succeed', output };
  }
  return kept;
}

/** Another outcome for one call: what a person changed while the run was paused there. */
export interface Change {
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

/** A worker that follows the plans of a run; tasks without a plan go to `others`. */
export function plannedWorker(answers: Answers, changes: readonly Change[], others: Worker): Worker {
  const calls = new Map<string, number>();
  return async (request) => {
    const call = calls.get(request.stateName) ?? 0;
    calls.set(request.stateName, call + 1);
    const change = changes.find(
      (each) => each.state === request.stateName && each.entry === request.entry && each.attempt === request.attempt,
    );
    if (change) return { outcome: change.outcome, ...submitted(request) };
    const plan = answers[request.stateName];
    return plan === undefined || plan.kind === 'stub' ? others(request) : answer(plan, call, request, others);
  };
}

function answer(
  plan: Exclude<AnswerPlan, { kind: 'stub' }>,
  call: number,
  request: TaskRequest,
  others: Worker,
): TaskAnswer | Promise<TaskAnswer> {
  const delay = 'delaySeconds' in plan && plan.delaySeconds !== undefined ? { delayMs: plan.delaySeconds * 1000 } : {};
  switch (plan.kind) {
    case 'succeed':
      return { outcome: { kind: 'success', output: plan.output }, ...submitted(request), ...delay };
    case 'fail':
      return { outcome: { kind: 'failure', error: plan.error, cause: plan.cause }, ...submitted(request), ...delay };
    case 'failFirst':
      if (call < plan.times)
        return { outcome: { kind: 'failure', error: plan.error, cause: plan.cause }, ...submitted(request) };
      return plan.output === undefined
        ? others(request)
        : { outcome: { kind: 'success', output: plan.output }, ...submitted(request) };
    case 'never':
      return {};
  }
}

/** What `.sync` and `.waitForTaskToken` show as the answer of the call itself. */
function submitted(request: TaskRequest): { submitted?: JsonValue } {
  return request.pattern === 'requestResponse' ? {} : { submitted: {} };
}
