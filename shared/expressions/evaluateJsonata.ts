import jsonata from 'jsonata';
import { type JsonValue, type Result, fail, ok } from '../base/index';
import { patternEngine } from './pattern';

/**
 * Evaluates plain JSONata over named values, as assertions of tests and conditions of breakpoints are written: not the
 * dialect of state machines. Gives what the expression gives (undefined for nothing), or why it cannot be evaluated.
 * It has no time limit of its own: run it where it can be ended.
 */
export async function evaluateJsonata(
  expression: string,
  values: Readonly<Record<string, JsonValue>>,
): Promise<Result<unknown, string>> {
  try {
    // `$eval` could build code at run time; an undefined binding hides JSONata's own.
    return ok(await jsonata(expression, { RegexEngine: patternEngine }).evaluate(values, { eval: undefined }));
  } catch (problem) {
    const message = (problem as { message?: unknown } | null)?.message;
    return fail(typeof message === 'string' ? message : 'cannot be evaluated');
  }
}
