import { type JsonValue, isArray, numberOf } from '../../base/index';
import type { Environment } from '../environment';

/** One of the intrinsic functions of JSONPath states. */
export interface IntrinsicFunction {
  readonly name: string;
  /** Set where it gives text, or may: ErrorPath and CausePath take no others. Source: AWS developer guide, "Fail". */
  readonly givesText?: true;
  /** One sentence for completion and hover. */
  readonly help: string;
  /** What they are called in a signature; `?` ends the name of one that may be left out, `...` begins that of any number. */
  readonly parameters: readonly string[];
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

/** A number rounded to an integer, halves up, as AWS rounds each numeric argument; it must fit into 32 bits. */
export function integerArgument(args: readonly JsonValue[], i: number): number {
  const value = numberOf(args[i]);
  if (value === undefined) throw refused(i, 'a number');
  return int32(Math.round(value) + 0, `Argument ${String(i + 1)}`);
}

/** An integer of 32 bits with a sign, as the functions of AWS calculate; `what` names it where it is none. */
export function int32(value: number, what: string): number {
  if (value >= -(2 ** 31) && value < 2 ** 31) return value;
  throw new IntrinsicError(`${what} must be an integer between -2147483648 and 2147483647`);
}

export function booleanArgument(args: readonly JsonValue[], i: number): boolean {
  const value = args[i];
  if (typeof value !== 'boolean') throw refused(i, 'a boolean');
  return value;
}

function refused(i: number, wanted: string): IntrinsicError {
  return new IntrinsicError(`Argument ${String(i + 1)} must be ${wanted}`);
}
