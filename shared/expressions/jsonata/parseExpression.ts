import jsonata from 'jsonata';
import { type Result, fail, ok } from '../../base/index';

export type Expression = jsonata.Expression;

/** Parses the text between `{%` and `%}` in AWS's dialect. The problem is JSONata's own message, which AWS quotes. */
export function parseExpression(text: string, options?: jsonata.JsonataOptions): Result<jsonata.Expression, string> {
  const refused = refusedOperator(text);
  if (refused !== undefined) return fail(`AWS does not know the operator ${refused}`);
  try {
    return ok(jsonata(text, options));
  } catch (problem) {
    const message = (problem as { message?: unknown } | null)?.message;
    return fail(typeof message === 'string' ? message : 'The expression cannot be read');
  }
}

const quotedOrComment = /"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|`[^`]*`|\/\*[\s\S]*?\*\//g;

/** `??` and `?:` came to JSONata after the version that AWS runs. `(?:` is a group of a regular expression. */
function refusedOperator(text: string): string | undefined {
  if (!text.includes('?')) return undefined;
  return /\?\?|(?<!\()\?:/.exec(text.replace(quotedOrComment, '""'))?.[0];
}
