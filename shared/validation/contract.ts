import type { MachineType, QueryLanguage, StateType } from '../asl/index';
import type { JsonObject, JsonPath, JsonValue } from '../base/index';
import type { SdkCatalogue } from '../services/index';
import type { EvaluatedField } from '../states/index';
import type { StatePath, TransitionSlot } from '../workflow/index';
import type { Memory } from './remembered';
import type { StateMemory } from './stateMemory';

/** Something that AWS would refuse (`error`) or that is likely not meant (`warning`). */
export interface Diagnostic {
  /** AWS's code for the breach where it has one, else the name of the rule. Several rules share a code. */
  readonly code: string;
  /** The rule that was broken. Stable; tests and docs refer to it. */
  readonly rule: string;
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

/** Reports a breach at a place below what is being judged, and the fix with its place below the same. */
export type Report = (at: JsonPath, message: string, fix?: Fix) => void;

/** The whole definition, walked once for all rules. */
export interface Machine {
  readonly definition: JsonObject;
  readonly type: MachineType;
  /** Outer scopes before the ones inside them. */
  readonly scopes: readonly PlacedScope[];
  /** What is wrong with its variables; found out when first asked for. */
  variables(): VariableFindings;
}

/** What is wrong with the variables of a machine, with places in the whole definition. */
export interface VariableFindings {
  /** Assigned in a scope although a scope around it has the name. */
  readonly assignedOutside: readonly VariableFinding[];
  /** Read in a distributed Map although only scopes around it assign it. */
  readonly outOfSight: readonly VariableFinding[];
  /** Read where nothing has assigned it before, on no way (`never`) or not on every way. */
  readonly unassigned: readonly (VariableFinding & { readonly never: boolean })[];
}

/** A variable, and where something is wrong with it. */
export interface VariableFinding {
  readonly name: string;
  readonly at: JsonPath;
}

/** A scope and where the walk found it. */
export interface PlacedScope {
  readonly at: JsonPath;
  readonly scope: Scope;
  /** The scope and the state in it that hold this one; null for the machine. */
  readonly holder: { readonly scope: PlacedScope; readonly name: string } | null;
  /** Whether each of its executions is one of its own: the scope of a distributed Map. */
  readonly distributed: boolean;
}

/** What a rule sees of a scope: it does not depend on where the scope stands, so an unchanged one is not judged again. */
export interface Scope {
  /** The object that holds StartAt and States. */
  readonly holder: JsonObject;
  /** In the order of the text; entries that are not objects are left out. */
  readonly states: readonly ScopeState[];
  /** The index in `states` by name. */
  readonly names: ReadonlyMap<string, number>;
  readonly memory: Memory;
}

export interface ScopeState {
  readonly name: string;
  readonly state: JsonObject;
  readonly transitions: readonly { readonly slot: TransitionSlot; readonly target: string }[];
  readonly memory: StateMemory;
}

/**
 * What a rule sees of a state. Its name, its place and its neighbours are not there on purpose: a state is judged anew
 * only when something of this has changed.
 */
export interface StateInContext extends StateContext {
  readonly state: JsonObject;
  /** Null when the Type is missing or none that ASL knows. */
  readonly type: StateType | null;
  /** The query language that counts in the state. */
  readonly language: QueryLanguage;
  /** Its fields that are evaluated; none of a state whose type is not known. */
  readonly evaluated: readonly EvaluatedField[];
}

export interface StateContext {
  /** The query language that the machine names; states of a JSONata machine cannot go back to JSONPath. */
  readonly machineLanguage: QueryLanguage;
  /** Whether it runs in an Express execution: of the machine itself, or as child of a distributed Map. */
  readonly inExpress: boolean;
  /** What is known of SDK actions by now; what needs it is not judged while it is null. */
  readonly catalogue: SdkCatalogue | null;
}

/** One rule, as visitors of the one walk: a rule has those that it needs. Places are below what is visited. */
export interface Rule {
  /** Stable and its own: people search for it, and settings may name it. */
  readonly name: string;
  /** What ValidateStateMachineDefinition calls such a breach; the name of the rule where AWS says nothing of it. */
  readonly code: string;
  readonly severity: Diagnostic['severity'];
  /** Where the rule is written down. */
  readonly source: string;
  machine?(machine: Machine, report: Report): void;
  scope?(scope: Scope, report: Report): void;
  state?(state: StateInContext, report: Report): void;
}
