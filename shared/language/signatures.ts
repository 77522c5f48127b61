import { intrinsicFunctions, jsonataFunctions } from '../expressions/index';
import type { ExpressionText } from './expressionTexts';
import { page } from './fields/contract';

/** A function as completion, hover and signature help show it. */
export interface Signature {
  /** As it is called: `$sum`, `States.Format`. */
  readonly name: string;
  readonly parameters: readonly string[];
  readonly label: string;
  readonly help: string;
  readonly url: string;
}

function signature(name: string, parameters: readonly string[], help: string, url: string): Signature {
  return { name, parameters, label: `${name}(${parameters.join(', ')})`, help, url };
}

/** The intrinsic functions of JSONPath, by name. */
export const intrinsicSignatures: ReadonlyMap<string, Signature> = new Map(
  [...intrinsicFunctions.values()].map(({ name, parameters, help }) => [
    name,
    signature(name, parameters, help, page('intrinsic-functions')),
  ]),
);

/** The functions of JSONata as AWS has them, by name with the dollar sign. */
export const jsonataSignatures: ReadonlyMap<string, Signature> = new Map(
  [...jsonataFunctions].map(([name, { parameters, help }]) => [
    `$${name}`,
    signature(`$${name}`, parameters, help, page('transforming-data')),
  ]),
);

/** The functions that an expression may call. */
export function signaturesFor(kind: ExpressionText['kind']): ReadonlyMap<string, Signature> {
  return kind === 'jsonata' ? jsonataSignatures : intrinsicSignatures;
}
