import type { JsonObject, JsonPath } from '../base/json';
import { stateOfPlace, type StatePath } from '../workflow/paths';
import type { StateEntry } from '../workflow/scopes';

/** Something that AWS would refuse (`error`) or that is likely not meant (`warning`). */
export interface Diagnostic {
  /** Stable; tests and docs refer to it. */
  readonly code: string;
  readonly severity: 'error' | 'warning';
  /** The place in the definition. */
  readonly at: JsonPath;
  /** The innermost state of the place; null for the machine itself. */
  readonly state: StatePath | null;
  /** What is wrong and what to do, as one or two sentences. */
  readonly message: string;
}

/** One rule over a whole definition. */
export interface Rule {
  readonly code: string;
  readonly severity: Diagnostic['severity'];
  /** Where the rule is written down. */
  readonly source: string;
  /** Tells of every breach. */
  check(definition: JsonObject, tell: (at: JsonPath, message: string) => void, states: readonly StateEntry[]): void;
}

export function diagnosticsOf(rule: Rule, definition: JsonObject, states: readonly StateEntry[]): Diagnostic[] {
  const found: Diagnostic[] = [];
  const { code, severity } = rule;
  rule.check(definition, (at, message) => found.push({ code, severity, at, state: stateOfPlace(at), message }), states);
  return found;
}
