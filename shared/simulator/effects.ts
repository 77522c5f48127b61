/** What an execution asks of its host, as data, and what the host answers. */
import type { JsonValue } from '../base/index';
import type { Environment, StatesValue } from '../expressions/index';
import type { AnswerAtOnce, StoreRequest, TaskOutcome, TaskRequest } from '../states/index';

/** One request of the engine. The host answers with the same id, at most once; a cancelled id may be forgotten. */
export type EngineEffect =
  /** Do the task. A host that takes part in heartbeats tells them too. */
  | { readonly id: number; readonly kind: 'invoke'; readonly request: TaskRequest; readonly executionArn: string }
  /** Tell when the clock shows `until` (milliseconds since the epoch) or later. */
  | {
      readonly id: number;
      readonly kind: 'sleep';
      readonly until: number;
      readonly reason: 'wait' | 'retry' | 'timeout';
    }
  /** Evaluate an expression of the program (JSONata), which needs nothing from outside. Answer before anything else. */
  | { readonly id: number; readonly kind: 'evaluate'; readonly expression: number; readonly states: StatesValue }
  /** Read or write an object of S3. */
  | { readonly id: number; readonly kind: 'store'; readonly request: StoreRequest };

/**
 * What a host answers at once, without an effect and its id. The engine asks only where nothing else could go on before
 * the answer; undefined sends it the usual way.
 */
export interface AtOnce {
  answer(request: TaskRequest): AnswerAtOnce | undefined;
  evaluate(expression: number, states: StatesValue, environment: Environment): JsonValue | undefined;
}

export type EngineAnswer =
  | { readonly kind: 'outcome'; readonly outcome: TaskOutcome }
  | { readonly kind: 'started'; readonly workerName?: string }
  | { readonly kind: 'submitted'; readonly output: JsonValue }
  | { readonly kind: 'heartbeat' }
  | { readonly kind: 'awake' }
  | { readonly kind: 'value'; readonly value: unknown }
  | { readonly kind: 'error'; readonly error: unknown };
