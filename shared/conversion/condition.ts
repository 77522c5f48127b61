import { type JsonObject, type JsonValue, isArray, isObject, own, parseTimestamp } from '../base/index';
import { CannotConvert } from './cannotConvert';
import { expressionOf } from './expressionText';
import { call } from './helpers';
import { nameOf, parsed } from './pathText';
import { literal, type Root } from './written';

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
    if (!isArray(rules)) continue;
    const conditions = rules.filter(isObject).map((each) => conditionOf(each, root));
    return conditions.length === 0 ? String(joined === 'And') : `(${conditions.join(` ${word} `)})`;
  }
  const negated = own(rule, 'Not');
  if (isObject(negated)) return `$not(${conditionOf(negated, root)})`;
  const variable = own(rule, 'Variable');
  if (typeof variable !== 'string') throw new CannotConvert('A choice rule has no Variable.');
  const operator = Object.keys(rule).find((key) => !['Variable', 'Next', 'Comment', 'Assign', 'Output'].includes(key));
  if (operator === undefined) throw new CannotConvert('A choice rule has no comparison.');
  const operand = own(rule, operator) ?? null;
  if (operator === 'IsPresent')
    return operand === false ? `$not(${presence(variable, root)})` : presence(variable, root);
  return comparison(expressionOf(variable, root), operator, operand, root);
}

/** Whether a path leads somewhere: no step of it may read the items of a list, as JSONata would. */
function presence(variable: string, root: Root): string {
  const path = parsed(variable);
  if (!path.definite) return 'true';
  let at = expressionOf(pathRoot(variable), root);
  const tests: string[] = [];
  for (const segment of path.segments) {
    if (segment.kind !== 'names' && segment.kind !== 'indices')
      throw new CannotConvert(`${variable} is tested for being there behind a function.`);
    tests.push(`$type(${at}) = '${segment.kind === 'names' ? 'object' : 'array'}'`);
    at += segment.kind === 'names' ? `.${nameOf(segment.names[0] ?? '')}` : `[${String(segment.indices[0] ?? 0)}]`;
  }
  // A variable has to be there by itself.
  return `(${[...tests, `$exists(${at})`].join(' and ')})`;
}

/** `$`, `$$` or `$name`: what a path starts from. */
const pathRoot = (variable: string): string => /^\$(?:\$|[A-Za-z_]\w*)?/.exec(variable)?.[0] ?? '$';

function comparison(value: string, operator: string, operand: JsonValue, root: Root): string {
  const isType = { IsString: 'string', IsNumeric: 'number', IsBoolean: 'boolean', IsNull: 'null' }[operator];
  if (isType !== undefined) return wanted(typeTest(value, isType), operand);
  switch (operator) {
    case 'IsTimestamp':
      return wanted(`$exists(${call('timeOf', value)})`, operand);
    case 'StringMatches':
      return typeof operand === 'string'
        ? guarded(value, 'string', `$contains(${value}, ${pattern(operand)})`)
        : 'false';
    case 'BooleanEquals':
      return typeof operand === 'boolean' ? `${value} = ${literal(operand)}` : 'false';
    case 'BooleanEqualsPath':
      return guarded(value, 'boolean', `${value} = ${expressionOf(String(operand as string), root)}`);
    case 'StringMatchesPath':
      throw new CannotConvert('StringMatchesPath takes its pattern from the data.');
  }
  const found =
    /^(String|Numeric|Timestamp)(Equals|LessThanEquals|LessThan|GreaterThanEquals|GreaterThan)(Path)?$/.exec(operator);
  if (!found) throw new CannotConvert(`${operator} is not a comparison.`);
  const [, kind = '', relation = '', byPath] = found;
  const sign = signs[relation] ?? '=';
  const other = byPath === undefined ? literal(operand) : expressionOf(String(operand as string), root);
  const type = kind === 'Numeric' ? 'number' : 'string';
  // Values of the wrong type stand in no relation.
  if (byPath === undefined && typeof operand !== type) return 'false';
  if (kind === 'Timestamp') {
    if (byPath === undefined && parseTimestamp(String(operand as string)) === undefined) return 'false';
    const [a, b] = [call('timeOf', value), byPath === undefined ? `$toMillis(${other})` : call('timeOf', other)];
    return `($exists(${a}) and $exists(${b}) ? ${a} ${sign} ${b} : false)`;
  }
  // Equality with a literal is false for other types by itself.
  if (sign === '=' && byPath === undefined) return `${value} = ${other}`;
  const both = byPath === undefined ? typeTest(value, type) : `${typeTest(value, type)} and ${typeTest(other, type)}`;
  return `(${both} ? ${value} ${sign} ${other} : false)`;
}

const wanted = (test: string, operand: JsonValue): string =>
  operand === true ? test : operand === false ? `$not(${test})` : 'false';
const typeTest = (value: string, type: string) => `$type(${value}) = '${type}'`;
const guarded = (value: string, type: string, condition: string) => `(${typeTest(value, type)} ? ${condition} : false)`;

/** `*` stands for any characters; `\*` and `\\` for themselves. */
function pattern(text: string): string {
  const source = [...text.matchAll(/\\([\s\S]?)|([\s\S])/gu)]
    .map(([, escaped, plain]) =>
      plain === '*' ? '[\\s\\S]*' : (escaped ?? plain ?? '').replace(/[.*+?^${}()|[\]\\/-]/g, '\\$&'),
    )
    .join('');
  return `/^${source}$/`;
}
