import { type JsonArray, type JsonValue, isArray } from '../base/index';

/** EventBridge compares numbers between -5e9 and 5e9. Source: EventBridge user guide, "Numeric matching". */
const furthest = 5e9;

const signs: Readonly<Record<string, (value: number, bound: number) => boolean>> = {
  '=': (value, bound) => value === bound,
  '<': (value, bound) => value < bound,
  '<=': (value, bound) => value <= bound,
  '>': (value, bound) => value > bound,
  '>=': (value, bound) => value >= bound,
};

/** What is wrong with the operand of `numeric`: one comparison, or a lower bound and an upper bound above it. */
export function numericProblem(operand: JsonValue): string | null {
  const form = 'needs a list such as ["=", 5], ["<", 10] or [">", 0, "<=", 5]';
  if (!isArray(operand) || (operand.length !== 2 && operand.length !== 4)) return form;
  const [sign, bound, second, end] = operand;
  const unknown = [sign, second].find(
    (each) => each !== undefined && !(typeof each === 'string' && Object.hasOwn(signs, each)),
  );
  if (unknown !== undefined) return `knows =, <, <=, > and >=, not ${JSON.stringify(unknown)}`;
  const numbers = operand.length === 2 ? [bound] : [bound, end];
  if (!numbers.every((each) => typeof each === 'number' && Math.abs(each) <= furthest)) {
    return 'needs numbers from -5e9 to 5e9 as bounds';
  }
  if (operand.length === 2) return null;
  if (!String(sign).startsWith('>') || !String(second).startsWith('<')) {
    return 'needs the lower bound (> or >=) before the upper one (< or <=)';
  }
  return Number(bound) < Number(end) ? null : 'needs an upper bound above the lower one';
}

/** Does a number keep to all bounds of an operand of `numeric`? */
export function inNumericRange(operand: JsonArray, value: number): boolean {
  if (numericProblem(operand) !== null) return false;
  for (let at = 0; at < operand.length; at += 2) {
    if (signs[String(operand[at])]?.(value, Number(operand[at + 1])) !== true) return false;
  }
  return true;
}
