/** How a state type makes its JSON ready to run: once for each state, before any execution. */
import type { JsonObject, JsonPath, JsonValue } from '../base/index';
import type { CompiledJsonata } from '../expressions/index';
import type { CompiledScope, CompiledState } from './execution';

export interface CompileProblem {
  readonly code: string;
  readonly message: string;
  /** Keys and indices from the definition's root. */
  readonly at: JsonPath;
}

/** A JSONata field, compiled: its value where nothing in it is an expression, else the number of its expression. */
export type JsonataField = { readonly literal: JsonValue } | { readonly expression: number };

/** One state as it is compiled. */
export interface StateSource {
  readonly name: string;
  readonly definition: JsonObject;
  readonly language: 'JSONPath' | 'JSONata';
  readonly at: JsonPath;
  /** Reports a problem at a place below the state. */
  report(code: string, message: string, at: JsonPath): void;
  /** Takes an expression into the program and gives the number that effects ask for it by. */
  addExpression(expression: CompiledJsonata): number;
  /** Compiles a nested scope at a place below the state. */
  compileScope(definition: JsonObject, at: JsonPath): CompiledScope;
}

/** What a state type gives to run: called once for each state of the type. */
export type CompileState = (source: StateSource) => CompiledState['run'];
