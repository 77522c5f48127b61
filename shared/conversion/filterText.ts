import type { JsonValue } from '../base/index';
import type { FilterOperand, FilterTest } from '../expressions/index';
import { CannotConvert } from './cannotConvert';
import { call } from './helpers';
import { literal } from './written';

/**
 * The test of a filter as a condition on `$item`. What JSONPath does not find stands in no order and equals nothing but
 * something else that is not found; JSONata fails on orders of other types, so they are tested before.
 */
export function testText(test: FilterTest, text: string): string {
  switch (test.kind) {
    case 'and':
    case 'or':
      return `(${testText(test.left, text)} ${test.kind} ${testText(test.right, text)})`;
    case 'not':
      return `$not(${testText(test.test, text)})`;
    case 'exists':
      return `$exists(${operandText(test.operand, text)})`;
    case 'compare':
      return compared(test.operator, test.left, test.right, text);
  }
}

function compared(operator: string, left: FilterOperand, right: FilterOperand, text: string): string {
  const [a, b] = [operandText(left, text), operandText(right, text)];
  const fixed = [left, right].find((each) => each.kind === 'literal');
  if (operator === '==' || operator === '!=') {
    const equal = fixed === undefined ? `(${a} = ${b} or $not($exists(${a}) or $exists(${b})))` : `${a} = ${b}`;
    return operator === '==' ? equal : `$not(${equal})`;
  }
  if (!['<', '<=', '>', '>='].includes(operator)) throw new CannotConvert(`${text} compares by ${operator}.`);
  const order = `${a} ${operator} ${b}`;
  if (left.kind === 'literal' && right.kind === 'literal')
    throw new CannotConvert(`${text} compares two fixed values.`);
  if (fixed?.kind === 'literal') {
    const type = typeof fixed.value;
    if (type !== 'number' && type !== 'string') return 'false';
    return `($type(${left.kind === 'literal' ? b : a}) = '${type}' ? ${order} : false)`;
  }
  return `($type(${a}) = $type(${b}) and $type(${a}) in ['number', 'string'] ? ${order} : false)`;
}

function operandText(operand: FilterOperand, text: string): string {
  if (operand.kind === 'literal') return literal(operand.value as JsonValue);
  if (operand.kind === 'pattern' || !operand.fromItem) throw new CannotConvert(`${text} looks outside the item.`);
  return operand.segments.reduce((before, segment) => {
    if (segment.kind === 'names' && segment.names.length === 1)
      return call('fieldOf', before, literal(segment.names[0] ?? ''));
    if (segment.kind === 'indices' && segment.indices.length === 1)
      return call('itemAt', before, String(segment.indices[0] ?? 0));
    throw new CannotConvert(`${text} has a filter that cannot be put in JSONata.`);
  }, '$item');
}
