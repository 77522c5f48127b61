import type { JsonObject, JsonPath, JsonValue } from '../base/json';
import type { SdkCatalogue } from '../services/index';
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
  /** A change of one value that puts it right. */
  readonly fix?: Fix;
}

/** The value that was most likely meant, and where it goes. */
export interface Fix {
  readonly at: JsonPath;
  readonly value: JsonValue;
}

/** One rule over a whole definition. */
export interface Rule {
  readonly code: string;
  readonly severity: Diagnostic['severity'];
  /** Where the rule is written down. */
  readonly source: string;
  /** Tells of every breach. What needs the catalogue is not judged while it is null. */
  check(
    definition: JsonObject,
    tell: (at: JsonPath, message: string, fix?: Fix) => void,
    states: readonly StateEntry[],
    catalogue: SdkCatalogue | null,
  ): void;
}

export function diagnosticsOf(
  rule: Rule,
  definition: JsonObject,
  states: readonly StateEntry[],
  catalogue: SdkCatalogue | null,
): Diagnostic[] {
  const found: Diagnostic[] = [];
  const { code, severity } = rule;
  rule.check(
    definition,
    (at, message, fix) =>
      found.push({ code, severity, at, state: stateOfPlace(at), message, ...(fix === undefined ? {} : { fix }) }),
    states,
    catalogue,
  );
  return found;
}
