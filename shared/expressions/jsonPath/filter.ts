import { type JsonValue, isArray, isObject, jsonEqual, numberOf } from '../../base/index';
import type { FilterOperand, FilterTest, Segment } from './syntax';

type EvaluateAll = (root: JsonValue, segments: readonly Segment[]) => JsonValue[];

/** Whether an item passes a filter. `@` is the item, `$` the root; a path that leads nowhere is undefined. */
export function passesFilter(test: FilterTest, item: JsonValue, root: JsonValue, evaluateAll: EvaluateAll): boolean {
  switch (test.kind) {
    case 'and':
      return passesFilter(test.left, item, root, evaluateAll) && passesFilter(test.right, item, root, evaluateAll);
    case 'or':
      return passesFilter(test.left, item, root, evaluateAll) || passesFilter(test.right, item, root, evaluateAll);
    case 'not':
      return !passesFilter(test.test, item, root, evaluateAll);
    case 'exists':
      return operandValue(test.operand, item, root, evaluateAll) !== undefined;
    case 'compare': {
      const left = operandValue(test.left, item, root, evaluateAll);
      if (test.right.kind === 'pattern') return typeof left === 'string' && test.right.pattern.test(left);
      return compare(test.operator, left, operandValue(test.right, item, root, evaluateAll));
    }
  }
}

function operandValue(
  operand: FilterOperand,
  item: JsonValue,
  root: JsonValue,
  evaluateAll: EvaluateAll,
): JsonValue | undefined {
  if (operand.kind === 'literal') return operand.value;
  if (operand.kind === 'pattern') return operand.pattern.source;
  try {
    const found = evaluateAll(operand.fromItem ? item : root, operand.segments);
    const definite = operand.segments.every((segment) => segment.kind === 'names' || segment.kind === 'indices');
    return definite ? found[0] : found;
  } catch {
    // Inside a filter a path that leads nowhere makes the operand undefined instead of failing the whole path.
    return undefined;
  }
}

function compare(operator: string, left: JsonValue | undefined, right: JsonValue | undefined): boolean {
  switch (operator) {
    case '==':
      return same(left, right);
    case '!=':
      return !same(left, right);
    case '<':
      return order(left, right) < 0;
    case '<=':
      return order(left, right) <= 0;
    case '>':
      return order(left, right) > 0;
    case '>=':
      return order(left, right) >= 0;
    case 'in':
      return isArray(right) && right.some((one) => same(one, left));
    case 'nin':
      return isArray(right) && !right.some((one) => same(one, left));
    case 'subsetof':
      return isArray(left) && isArray(right) && left.every((one) => right.some((other) => same(one, other)));
    case 'anyof':
      return isArray(left) && isArray(right) && left.some((one) => right.some((other) => same(one, other)));
    case 'noneof':
      return isArray(left) && isArray(right) && !left.some((one) => right.some((other) => same(one, other)));
    case 'contains':
      if (typeof left === 'string') return typeof right === 'string' && left.includes(right);
      return isArray(left) && left.some((one) => same(one, right));
    case 'size':
      return (isArray(left) || typeof left === 'string') && left.length === right;
    case 'empty':
      return (isArray(left) || typeof left === 'string') && (left.length === 0) === right;
    default:
      return false;
  }
}

function same(left: JsonValue | undefined, right: JsonValue | undefined): boolean {
  const number = numberOf(left);
  if (number !== undefined) return number === numberOf(right);
  return isObject(left) || isArray(left) ? jsonEqual(left, right) : left === right;
}

/** Negative, zero or positive; NaN, which no comparison accepts, for values that have no order. */
function order(left: JsonValue | undefined, right: JsonValue | undefined): number {
  const [a, b] = [numberOf(left), numberOf(right)];
  if (a !== undefined && b !== undefined) return a - b;
  if (typeof left === 'string' && typeof right === 'string') return left < right ? -1 : left > right ? 1 : 0;
  return NaN;
}
