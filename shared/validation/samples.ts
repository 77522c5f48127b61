import type { MachineType } from '../asl/index';
import type { JsonObject } from '../base/index';

/** Small definitions that show what a rule takes and what it refuses. Every rule exports some beside itself. */
export interface RuleSamples {
  /** Definitions without any diagnostic, by what they show. */
  readonly valid: Readonly<Record<string, JsonObject>>;
  readonly invalid: Readonly<Record<string, InvalidSample>>;
}

export interface InvalidSample {
  readonly definition: JsonObject;
  /** Standard where not given. */
  readonly type?: MachineType;
  /** JSON Pointers of the breaches of the rule itself, in the order of the diagnostics. */
  readonly breaches: readonly string[];
  /** What other rules say of the same definition, as `RULE pointer`. */
  readonly others?: readonly string[];
}

/** A machine that starts at the first of its states. */
export function machineOf(states: JsonObject, more: JsonObject = {}): JsonObject {
  return { StartAt: Object.keys(states)[0] ?? '', ...more, States: states };
}

/** A machine of one state, `A`, that ends. */
export function oneState(state: JsonObject, more: JsonObject = {}): JsonObject {
  return machineOf({ A: { ...state, End: true } }, more);
}
