/**
 * What an expression may hold at once. Measured on AWS: a sequence of 873,782 numbers and a text of 2^22 characters pass,
 * one number more and 2^23 characters do not; `$range`, which makes its list at once, is refused between 200,000 and
 * 500,000 items.
 */
import type jsonata from 'jsonata';

export const mostSequenceItems = 873_782;
export const mostRangeItems = 360_145;
const mostCharacters = mostSequenceItems * 8;

/** The expression holds more than AWS lets it. Its message is AWS's. */
export class MemoryExceeded extends Error {
  constructor() {
    super('Expression evaluation memory limit exceeded: Check for excessive memory usage');
  }
}

/** JSONata calls what is bound to this name whenever it has evaluated a part of an expression. */
const afterEvaluation = Symbol.for('jsonata.__evaluate_exit');

/** Texts grow beyond what the input holds only in what calls itself, repeats or is filled up. */
const mayGrow = /function|λ|\$(?:pad|join|replace|reduce|map)\b/;

/** Lets an expression end when it makes a text that is too long. Costs an expression nothing that cannot make one. */
export function boundTexts(expression: jsonata.Expression, text: string): void {
  if (!mayGrow.test(text)) return;
  const check = (_node: unknown, _input: unknown, _environment: unknown, result: unknown): void => {
    if (typeof result === 'string' && result.length > mostCharacters) throw new MemoryExceeded();
  };
  // The package's types know names only; its frames take a symbol as well.
  expression.assign(afterEvaluation as unknown as string, check);
}
