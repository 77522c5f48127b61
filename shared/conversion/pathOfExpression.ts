import type { JsonValue } from '../base/index';
import { expressionSource, isExpression } from '../asl/index';
import { CannotConvert } from './cannotConvert';

/** What `$` is in a field of JSONPath, in words of `$states`. */
export type Source = 'input' | 'result' | 'errorOutput';

const steps = String.raw`(?:\.(?:[A-Za-z_]\w*|` + "`[^`'\\\\]+`" + String.raw`)|\[-?\d+\])*`;
const path = new RegExp(`^\\$(states\\.(input|result|errorOutput|context)|[A-Za-z_]\\w*)(${steps})$`);

/** Whether an expression is a path and nothing more. */
export const plainPath = (value: JsonValue): boolean => isExpression(value) && path.test(expressionSource(value));

/** The path that an expression is, with `$` for the input, the result or the error output. */
export function pathIn(value: JsonValue, source: Source): string {
  if (!isExpression(value))
    throw new CannotConvert(`${JSON.stringify(value)} is a literal where JSONPath wants a path.`);
  const text = expressionSource(value);
  const found = path.exec(text);
  if (!found) throw new CannotConvert(`“${text}” is more than a path.`);
  const [, root = '', named, rest = ''] = found;
  const inside = rest.replace(/\.`([^`]+)`/g, "['$1']");
  if (named === 'context') return `$$${inside}`;
  if (named === undefined) {
    if (root === 'states') throw new CannotConvert(`“${text}” is more than a path.`);
    return `$${root}${inside}`;
  }
  if (named !== source) throw new CannotConvert(`“${text}” reads the ${named}, where JSONPath has the ${source} only.`);
  return `$${inside}`;
}

/** `input` for `{% $states.input %}`, and so on: what an expression gives as a whole; null for any other. */
export function wholeOf(value: JsonValue): Source | null {
  const name = isExpression(value) ? /^\$states\.(\w+)$/.exec(expressionSource(value))?.[1] : undefined;
  return name === 'input' || name === 'result' || name === 'errorOutput' ? name : null;
}
