import type { JsonObject, JsonValue } from '../base/index';
import type { ExecutionEnvironment, StateHooks } from '../states/index';
import type { Budget } from './budget';
import type { EngineLimits, ExecutionSettings } from './settings';

/** Called for each state before it is entered, with how often it was entered before; undefined leaves it as it is. */
export type ChangeEntry = (
  stateName: string,
  entry: number,
) => { readonly input?: JsonValue; readonly variables?: JsonObject } | undefined;

/** What a host may watch or decide inside an execution. */
export interface ExecutionHooks extends StateHooks {
  /** Makes the task tokens, given how many there were with this one; random ones when not given. */
  readonly taskTokens?: ((count: number) => string) | undefined;
  /** Another input or other variables for a state that is about to be entered. */
  readonly changeEntry?: ChangeEntry | undefined;
  /** Changes what the context object shows. */
  readonly context?: ((own: JsonObject) => JsonObject) | undefined;
}

/** One object an execution, handed down from the simulation over its lines of control to its states. */
export interface SimulatorEnvironment extends ExecutionEnvironment {
  readonly settings: ExecutionSettings;
  readonly limits: EngineLimits;
  /** One for an execution and all its children. */
  readonly budget: Budget;
  readonly hooks: ExecutionHooks;
}
