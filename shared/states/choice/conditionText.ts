import { type JsonObject, type JsonValue, isArray, isObject, own } from '../../base/index';

/** Comparison operators of JSONPath rules by the way they are read, in the order of the ASL specification. */
const symbols: Record<string, string> = {
  Equals: '=',
  LessThan: '<',
  LessThanEquals: '≤',
  GreaterThan: '>',
  GreaterThanEquals: '≥',
  Matches: 'matches',
};

/** The condition of a choice rule in words, such as `$.size > 10 and not ($.kind = "raw")`. Never throws; unknown rules give `?`. */
export function conditionText(rule: JsonObject): string {
  const condition = own(rule, 'Condition');
  if (condition !== undefined) return expressionText(condition);
  return ruleText(rule, 0);
}

function expressionText(condition: JsonValue): string {
  if (typeof condition !== 'string') return JSON.stringify(condition);
  const inner = /^\{%([\s\S]*)%\}$/.exec(condition);
  return (inner?.[1] ?? condition).trim().replace(/\s+/g, ' ');
}

function ruleText(rule: JsonValue | undefined, depth: number): string {
  if (!isObject(rule) || depth > 20) return '?';
  const and = own(rule, 'And');
  if (isArray(and)) return join(and, ' and ', depth);
  const or = own(rule, 'Or');
  if (isArray(or)) return join(or, ' or ', depth);
  const not = own(rule, 'Not');
  if (isObject(not)) return `not (${ruleText(not, depth + 1)})`;
  return comparisonText(rule);
}

function join(rules: readonly JsonValue[], word: string, depth: number): string {
  const texts = rules.map((rule) => ruleText(rule, depth + 1));
  return texts.map((text) => (depth > 0 || / (and|or) /.test(text) ? `(${text})` : text)).join(word);
}

function comparisonText(rule: JsonObject): string {
  const variable = own(rule, 'Variable');
  const left = typeof variable === 'string' ? variable : '?';
  const entry = Object.entries(rule).find(
    ([key]) => !['Variable', 'Next', 'Comment', 'Assign', 'Output'].includes(key),
  );
  if (!entry) return left;
  const [operator, value] = entry;
  const test = /^Is(\w+)$/.exec(operator);
  if (test?.[1]) return `${left} ${value === false ? 'is not' : 'is'} ${test[1].toLowerCase()}`;
  const comparison = /^(String|Numeric|Boolean|Timestamp)(\w+?)(Path)?$/.exec(operator);
  const symbol = comparison?.[2] === undefined ? operator : (symbols[comparison[2]] ?? operator);
  const right = comparison?.[3] !== undefined && typeof value === 'string' ? value : JSON.stringify(value);
  return `${left} ${symbol} ${right}`;
}
