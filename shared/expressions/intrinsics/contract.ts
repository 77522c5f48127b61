import { type JsonValue, isArray, numberOf } from '../../base/index';
import type { Environment } from '../environment';

/** One of the intrinsic functions of JSONPath states. */
export interface IntrinsicFunction {
  readonly name: string;
  /** One sentence for completion and hover. */
  readonly help: string;
  readonly minArguments: number;
  /** Undefined: any number. */
  readonly maxArguments: number | undefined;
  /** Throws {@link IntrinsicError} when an argument does not fit. */
  apply(args: readonly JsonValue[], environment: Environment): JsonValue;
}

/** An argument that a function refuses. The caller names the function and makes it States.IntrinsicFailure. */
export class IntrinsicError {
  constructor(readonly message: string) {}
}

/** The argument `i` as text. */
export function textArgument(args: readonly JsonValue[], i: number): string {
  const value = args[i];
  if (typeof value !== 'string') throw refused(i, 'a string');
  return value;
}

export function arrayArgument(args: readonly JsonValue[], i: number): readonly JsonValue[] {
  const value = args[i];
  if (!isArray(value)) throw refused(i, 'an array');
  return value;
}

/** A number rounded to an integer, halves up, as AWS rounds each numeric argument. */
export function integerArgument(args: readonly JsonValue[], i: number): number {
  const value = numberOf(args[i]);
  if (value === undefined) throw refused(i, 'a number');
  return Math.round(value) + 0;
}

export function booleanArgument(args: readonly JsonValue[], i: number): boolean {
  const value = args[i];
  if (typeof value !== 'boolean') throw refused(i, 'a boolean');
  return value;
}

function refused(i: number, wanted: string): IntrinsicError {
  return new IntrinsicError(`Argument ${String(i + 1)} must be ${wanted}`);
}
