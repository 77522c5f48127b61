import type { JsonPath, JsonValue } from '../base/index';
import type { StatePath } from '../workflow/index';

/**
 * A value that is not what it was. `at` leads to it in the state or machine as it is now, and where it is no more, in the one
 * that it was. Undefined stands for a value that is not there.
 */
export interface FieldChange {
  readonly at: JsonPath;
  readonly before: JsonValue | undefined;
  readonly after: JsonValue | undefined;
  /** Whether it says where the execution goes on: a target, an End, a rule or a catcher that came or went. */
  readonly leads: boolean;
}

/** A state that only one of two definitions has, or that differs between them. */
export type StateChange =
  | { readonly kind: 'added'; readonly after: StatePath }
  | { readonly kind: 'removed'; readonly before: StatePath }
  | {
      readonly kind: 'changed';
      readonly before: StatePath;
      readonly after: StatePath;
      readonly renamed: boolean;
      /** Whether it stands in another scope. One that went along with the state that holds it has not moved. */
      readonly moved: boolean;
      readonly fields: readonly FieldChange[];
    };

/** What one definition says otherwise than another. How it is written (order of keys, layout, comments) is no part of it. */
export interface DefinitionDiff {
  /** Fields of the machine itself, its StartAt among them. */
  readonly machine: readonly FieldChange[];
  /** Those that were removed first, then the others in the order of the definition as it is now. */
  readonly states: readonly StateChange[];
}
