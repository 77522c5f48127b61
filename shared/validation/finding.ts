import type { JsonPath } from '../base/index';
import type { Fix, Rule, StateContext } from './contract';

export interface OrderedRule {
  readonly rule: Rule;
  /** Place in the list of rules: breaches of one state come in that order. */
  readonly order: number;
}

/** A breach as a rule reported it, at a place below what was judged. */
export interface Finding extends OrderedRule {
  readonly at: JsonPath;
  readonly message: string;
  readonly fix: Fix | undefined;
}

/** What was found in a state, and with what around it. */
export interface JudgedState {
  readonly context: StateContext;
  readonly findings: readonly Finding[];
}
