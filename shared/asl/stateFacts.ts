/** A field that names states to go on to: Next and Default one, Choices and Catch one an item. */
export type TargetField = 'Next' | 'Choices' | 'Default' | 'Catch';

/** A field that holds a scope of its own (`processor`) or a list of scopes (`branches`). */
export type ScopeField =
  | { readonly field: 'Branches'; readonly holds: 'branches' }
  | { readonly field: 'ItemProcessor' | 'Iterator'; readonly holds: 'processor' };

/** What ASL says of a state type, whatever the fields of a state hold. */
export interface StateFacts {
  /** Fields that lead on, in the order in which the state takes them. A type that has Next may have End in its place. */
  readonly leadsOn: readonly TargetField[];
  /** How the execution of its scope ends at the state; null for a type that ends a scope by End alone, or never. */
  readonly ends: 'success' | 'failure' | null;
  readonly hasRetry: boolean;
  /** Whether its work gives a result that ResultSelector can pick from. */
  readonly hasResult: boolean;
  /** Fields that hold scopes. Iterator is the old name of ItemProcessor. */
  readonly scopeFields: readonly ScopeField[];
}

/**
 * The eight state types by the value of their Type field: the one list of them, in the order in which forms show them.
 * Source: ASL specification, "State type" table. The events of each type stand in history/eventTable.
 */
export const stateFacts = {
  Task: {
    leadsOn: ['Next', 'Catch'],
    ends: null,
    hasRetry: true,
    hasResult: true,
    scopeFields: [],
  },
  Choice: {
    leadsOn: ['Choices', 'Default'],
    ends: null,
    hasRetry: false,
    hasResult: false,
    scopeFields: [],
  },
  Wait: {
    leadsOn: ['Next'],
    ends: null,
    hasRetry: false,
    hasResult: false,
    scopeFields: [],
  },
  Parallel: {
    leadsOn: ['Next', 'Catch'],
    ends: null,
    hasRetry: true,
    hasResult: true,
    scopeFields: [{ field: 'Branches', holds: 'branches' }],
  },
  Map: {
    leadsOn: ['Next', 'Catch'],
    ends: null,
    hasRetry: true,
    hasResult: true,
    scopeFields: [
      { field: 'ItemProcessor', holds: 'processor' },
      { field: 'Iterator', holds: 'processor' },
    ],
  },
  Pass: {
    leadsOn: ['Next'],
    ends: null,
    hasRetry: false,
    hasResult: false,
    scopeFields: [],
  },
  Succeed: {
    leadsOn: [],
    ends: 'success',
    hasRetry: false,
    hasResult: false,
    scopeFields: [],
  },
  Fail: {
    leadsOn: [],
    ends: 'failure',
    hasRetry: false,
    hasResult: false,
    scopeFields: [],
  },
} as const satisfies Record<string, StateFacts>;

export type StateType = keyof typeof stateFacts;

/** Types of states that hold scopes. */
export type ContainerType = {
  [Type in StateType]: (typeof stateFacts)[Type]['scopeFields'] extends readonly [] ? never : Type;
}[StateType];

export const stateTypeNames = Object.keys(stateFacts) as readonly StateType[];

export function isStateType(value: unknown): value is StateType {
  return typeof value === 'string' && Object.hasOwn(stateFacts, value);
}

/**
 * What is assumed of a state whose Type is missing or unknown: the most common shape. It has Next or End and may have a
 * Catch, so that a definition that is being written keeps its picture.
 */
const unknownType: StateFacts = {
  leadsOn: ['Next', 'Catch'],
  ends: null,
  hasRetry: false,
  hasResult: false,
  scopeFields: [],
};

/**
 * Every field that can hold scopes, whatever the type: a state keeps its scopes in the picture while its Type is being
 * written. Processors before branches, so that a state with both has one order.
 */
export const scopeFields: readonly ScopeField[] = [...stateFacts.Map.scopeFields, ...stateFacts.Parallel.scopeFields];

/** The facts of a type; of a text that is none, what is assumed of it. */
export function factsOf(type: unknown): StateFacts {
  return isStateType(type) ? stateFacts[type] : unknownType;
}

/** Whether states of the type go on by Next or end their scope by End. */
export function typeHasNext(type: unknown): boolean {
  return factsOf(type).leadsOn.includes('Next');
}

/** Whether states of the type have catchers. False for unknown types: what is not known is not offered. */
export function typeHasCatch(type: unknown): boolean {
  return isStateType(type) && factsOf(type).leadsOn.includes('Catch');
}

/** Whether states of the type go on by rules and a default, as Choice does. */
export function typeHasRules(type: unknown): boolean {
  return factsOf(type).leadsOn.includes('Choices');
}

/** Whether the work of the type gives a result of its own, apart from its input. */
export function typeHasResult(type: unknown): boolean {
  return factsOf(type).hasResult;
}

/** Whether a state of the type always ends its scope, well or badly. */
export function typeEnds(type: unknown): boolean {
  return factsOf(type).ends !== null;
}
