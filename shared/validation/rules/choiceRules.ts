import { isArray, isObject, own, type JsonObject, type JsonPath, type JsonValue } from '../../base/json';
import { comparisons } from '../../states/choice/comparisons';
import { isExpression, isTimestamp } from '../../states/fieldCheck';
import { toJsonPath } from '../../workflow/paths';
import { queryLanguageOf } from '../../workflow/scopes';
import type { Rule } from '../contract';

const beside: ReadonlySet<string> = new Set(['Variable', 'Next', 'Comment', 'Assign', 'Output']);

export const choiceRules: Rule = {
  code: 'CHOICE_RULE',
  severity: 'error',
  source: 'ASL specification, "Choice state": each rule has a condition and a Next',
  check(definition, tell, states) {
    for (const { path, state } of states) {
      const rules = own(state, 'Choices');
      if (own(state, 'Type') !== 'Choice' || !isArray(rules)) continue;
      const language = queryLanguageOf(definition, path);
      rules.forEach((rule, index) => {
        const at = [...toJsonPath(path), 'Choices', index];
        if (!isObject(rule)) return void tell(at, 'A rule must be an object.');
        if (typeof own(rule, 'Next') !== 'string') tell(at, 'The rule leads nowhere. Give it a Next.');
        if (language === 'JSONata') jsonataRule(rule, at, tell);
        else jsonPathRule(rule, at, tell, true);
      });
    }
  },
};

type Tell = (at: JsonPath, message: string) => void;

function jsonataRule(rule: JsonObject, at: JsonPath, tell: Tell): void {
  const condition = own(rule, 'Condition');
  if (condition === undefined) tell(at, 'Condition is missing: a JSONata expression that gives true or false.');
  else if (typeof condition !== 'boolean' && !isExpression(condition)) {
    tell([...at, 'Condition'], 'Condition must be an expression in {% %} that gives true or false.');
  }
  for (const key of Object.keys(rule)) {
    if (key === 'Variable' || comparisons.has(key) || ['And', 'Or', 'Not'].includes(key)) {
      tell([...at, key], `${key} belongs to JSONPath; use Condition.`);
    }
  }
}

function jsonPathRule(rule: JsonObject, at: JsonPath, tell: Tell, top: boolean): void {
  if (Object.hasOwn(rule, 'Condition'))
    return void tell([...at, 'Condition'], 'Condition belongs to JSONata; use Variable and a comparison.');
  if (!top && Object.hasOwn(rule, 'Next')) tell([...at, 'Next'], 'Only the outermost rule has a Next.');
  const operators = Object.keys(rule).filter((key) => !beside.has(key));
  const [operator] = operators;
  if (operator === undefined) return void tell(at, 'The rule has no comparison.');
  if (operators.length > 1)
    return void tell(at, `The rule has ${operators.length} comparisons: ${operators.join(', ')}. Use And.`);
  const value = own(rule, operator) ?? null;
  if (operator === 'And' || operator === 'Or') {
    if (!isArray(value) || value.length === 0)
      return void tell([...at, operator], `${operator} needs a list of rules.`);
    value.forEach((inner, index) => {
      if (isObject(inner)) jsonPathRule(inner, [...at, operator, index], tell, false);
      else tell([...at, operator, index], 'A rule must be an object.');
    });
  } else if (operator === 'Not') {
    if (isObject(value)) jsonPathRule(value, [...at, 'Not'], tell, false);
    else tell([...at, 'Not'], 'Not needs one rule.');
  } else comparison(rule, operator, value, at, tell);
}

function comparison(rule: JsonObject, operator: string, value: JsonValue, at: JsonPath, tell: Tell): void {
  const wanted = comparisons.get(operator);
  if (wanted === undefined) return void tell([...at, operator], `There is no comparison "${operator}".`);
  const variable = own(rule, 'Variable');
  if (variable === undefined) tell(at, `${operator} needs a Variable to compare.`);
  else if (typeof variable !== 'string' || !variable.startsWith('$'))
    tell([...at, 'Variable'], 'Variable must be a path such as $.size.');
  const fits =
    wanted === 'path'
      ? typeof value === 'string' && value.startsWith('$')
      : wanted === 'timestamp'
        ? isTimestamp(value)
        : typeof value === wanted;
  if (!fits) tell([...at, operator], `${operator} takes a ${wanted}.`);
}
