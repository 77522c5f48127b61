import { type JsonObject, type JsonValue, isArray, isObject, own } from '../base/index';
import { CannotConvert, expressionOf, literal, type Root } from './expressionText';

const signs: Readonly<Record<string, string>> = {
  Equals: '=',
  LessThan: '<',
  LessThanEquals: '<=',
  GreaterThan: '>',
  GreaterThanEquals: '>=',
};

/**
 * The data test of a choice rule as a condition. Comparisons of JSONPath are false for values of another type, while
 * JSONata's orders fail on them: those are guarded by a test of the type.
 */
export function conditionOf(rule: JsonObject, root: Root): string {
  for (const [joined, word] of [
    ['And', 'and'],
    ['Or', 'or'],
  ] as const) {
    const rules = own(rule, joined);
    if (isArray(rules))
      return `(${rules
        .filter(isObject)
        .map((each) => conditionOf(each, root))
        .join(` ${word} `)})`;
  }
  const negated = own(rule, 'Not');
  if (isObject(negated)) return `$not(${conditionOf(negated, root)})`;
  const variable = own(rule, 'Variable');
  if (typeof variable !== 'string') throw new CannotConvert('A choice rule has no Variable.');
  const operator = Object.keys(rule).find((key) => !['Variable', 'Next', 'Comment', 'Assign', 'Output'].includes(key));
  if (operator === undefined) throw new CannotConvert('A choice rule has no comparison.');
  return comparison(expressionOf(variable, root), operator, own(rule, operator) ?? null, root);
}

function comparison(value: string, operator: string, operand: JsonValue, root: Root): string {
  const not = (condition: string) => (operand === false ? `$not(${condition})` : condition);
  switch (operator) {
    case 'IsPresent':
      return not(`$exists(${value})`);
    case 'IsNull':
      return not(`${value} = null`);
    case 'IsString':
      return not(typeTest(value, 'string'));
    case 'IsNumeric':
      return not(typeTest(value, 'number'));
    case 'IsBoolean':
      return not(typeTest(value, 'boolean'));
    case 'IsTimestamp':
      throw new CannotConvert('IsTimestamp has no counterpart.');
    case 'StringMatches':
      if (typeof operand !== 'string') throw new CannotConvert('StringMatches needs a text.');
      return guarded(value, 'string', `$contains(${value}, ${pattern(operand)})`);
    case 'BooleanEquals':
      return `${value} = ${literal(operand)}`;
    case 'BooleanEqualsPath':
      return guarded(value, 'boolean', `${value} = ${expressionOf(String(operand as string), root)}`);
  }
  const found =
    /^(String|Numeric|Timestamp)(Equals|LessThanEquals|LessThan|GreaterThanEquals|GreaterThan)(Path)?$/.exec(operator);
  if (!found) throw new CannotConvert(`${operator} is not a comparison.`);
  const [, kind = '', relation = '', byPath] = found;
  const sign = signs[relation] ?? '=';
  const other = byPath === undefined ? literal(operand) : expressionOf(String(operand as string), root);
  if (kind === 'Timestamp') {
    const isTime = `${typeTest(value, 'string')} and $contains(${value}, /^\\d{4}-\\d\\d-\\d\\dT/)`;
    return `(${isTime} ? $toMillis(${value}) ${sign} $toMillis(${other}) : false)`;
  }
  // Equality with a literal is false for other types by itself.
  if (sign === '=' && byPath === undefined) return `${value} = ${other}`;
  const type = kind === 'String' ? 'string' : 'number';
  const both = byPath === undefined ? typeTest(value, type) : `${typeTest(value, type)} and ${typeTest(other, type)}`;
  return `(${both} ? ${value} ${sign} ${other} : false)`;
}

const typeTest = (value: string, type: string) => `$type(${value}) = '${type}'`;
const guarded = (value: string, type: string, condition: string) => `(${typeTest(value, type)} ? ${condition} : false)`;

/** `*` stands for any characters, `\*` for itself. */
function pattern(text: string): string {
  const source = [...text.matchAll(/\\(.)|(.)/gsu)]
    .map(([, escaped, plain]) =>
      plain === '*' ? '[\\s\\S]*' : (escaped ?? plain ?? '').replace(/[.*+?^${}()|[\]\\/]/g, '\\$&'),
    )
    .join('');
  return `/^${source}$/`;
}
