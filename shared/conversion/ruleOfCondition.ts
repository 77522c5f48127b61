import type { JsonObject, JsonValue } from '../base/index';
import { expressionSource, isExpression } from '../asl/index';
import { CannotConvert } from './cannotConvert';
import { pathIn } from './pathOfExpression';

const relations: Readonly<Record<string, string>> = {
  '=': 'Equals',
  '<': 'LessThan',
  '<=': 'LessThanEquals',
  '>': 'GreaterThan',
  '>=': 'GreaterThanEquals',
};

/** A rule of JSONata as one of JSONPath: its Condition is one comparison of a path with a fixed value. */
export function choiceRule({ Condition, Output, ...rest }: JsonObject): JsonObject {
  if (Output !== undefined) throw new CannotConvert('A choice rule with an Output has no counterpart.');
  const text = typeof Condition === 'string' && isExpression(Condition) ? expressionSource(Condition) : '';
  const found = /^(\S+) (=|<=|>=|<|>) ('[^'\\]*'|"[^"\\]*"|-?\d+(?:\.\d+)?|true|false)$/.exec(text);
  if (!found) throw new CannotConvert(`The condition “${text}” is more than one comparison with a fixed value.`);
  const [, variable = '', sign = '', operand = ''] = found;
  const value = /^['"]/.test(operand) ? operand.slice(1, -1) : (JSON.parse(operand) as JsonValue);
  const kind = typeof value === 'string' ? 'String' : typeof value === 'number' ? 'Numeric' : 'Boolean';
  if (kind === 'Boolean' && sign !== '=') throw new CannotConvert(`“${text}” orders true and false.`);
  const Variable = pathIn(`{%${variable}%}`, 'input');
  const test = { Variable, [`${kind}${relations[sign] ?? ''}`]: value };
  // What is not there equals nothing in JSONata; JSONPath fails on it unless it is asked before.
  return sign === '=' ? { And: [{ Variable, IsPresent: true }, test], ...rest } : { ...test, ...rest };
}
