import type { IntegrationPattern, QueryLanguage, StateType } from '../asl/index';
import type { JsonObject, JsonPath } from '../base/index';

/** The inspector tab that shows a field. */
export type FieldTab = 'configuration' | 'input' | 'output' | 'variables' | 'errors';

/** What may stand in a field; it decides the control in the form and the check of the value. */
export type FieldKind =
  | { readonly kind: 'text'; readonly multiline?: true }
  | { readonly kind: 'number'; readonly integer: boolean; readonly min: number; readonly max?: number }
  | { readonly kind: 'enum'; readonly values: readonly string[] }
  /** A JSONPath; `null` discards the input or output where ASL allows it. A call of an intrinsic function that gives text only where `calls` says so. */
  | { readonly kind: 'path'; readonly allowsNull?: true; readonly calls?: 'text' }
  /** A path to one place: no wildcards, filters or recursion. Into the input alone where `from` does not say more. */
  | { readonly kind: 'referencePath'; readonly allowsNull?: true; readonly from?: 'variables' | 'anywhere' }
  | { readonly kind: 'timestamp' }
  /** Any JSON; in JSONPath a payload template, in JSONata values with `{% %}` expressions. */
  | { readonly kind: 'json' }
  | { readonly kind: 'jsonObject' }
  /** A field with an editor of its own in the inspector. */
  | { readonly kind: 'custom' };

export interface StateField {
  readonly name: string;
  readonly label: string;
  readonly tab: FieldTab;
  readonly kind: FieldKind;
  /** One sentence: what it does, in which unit. */
  readonly help: string;
  /** The only query language that has the field; both when absent. */
  readonly queryLanguage?: QueryLanguage;
  /** In JSONata a `{% %}` expression may stand in place of the value. */
  readonly expression?: true;
  /** Fields that may not stand beside this one: setting this one removes them. */
  readonly excludes?: readonly string[];
}

/** Reports a breach at a place below the state; the empty path is the state itself. */
export type ReportBreach = (at: JsonPath, message: string) => void;

/**
 * Judges what the table of fields cannot say: which fields must be there, and which only together or never together.
 * It sees one state and its query language, so that a state that did not change need not be judged again.
 */
export type StateCheck = (state: JsonObject, language: QueryLanguage, report: ReportBreach) => void;

/** What a state does, in a few words; `icon` where the type's own is not the best one. */
export interface SummaryLine {
  readonly action: string;
  readonly icon?: string;
  /** How a Task waits for the service it calls. */
  readonly pattern?: IntegrationPattern;
}

/** What palette and forms need to know of a state type, beside the facts of the language (`asl/stateFacts`). */
export interface StateTypeDefinition {
  readonly type: StateType;
  readonly label: string;
  readonly description: string;
  /** Name of the drawing that the renderer keeps for the type. */
  readonly icon: string;
  readonly fields: readonly StateField[];
  /** Absent where every state with allowed fields is in order. */
  readonly check?: StateCheck;
  summary(state: JsonObject): SummaryLine;
  /** A new state of the type, without Next or End. */
  template(queryLanguage: QueryLanguage): JsonObject;
}
