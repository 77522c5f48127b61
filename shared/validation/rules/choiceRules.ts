import { isMeantAsExpression, isPlaceholder, typeHasRules } from '../../asl/index';
import { type JsonObject, type JsonPath, type JsonValue, isArray, isObject, own } from '../../base/index';
import { checkPath } from '../../expressions/index';
import { comparisons, isTimestamp } from '../../states/index';
import type { Report, Rule } from '../contract';
import { machineOf, type RuleSamples } from '../samples';

const beside: ReadonlySet<string> = new Set(['Variable', 'Next', 'Comment', 'Assign', 'Output']);
const jsonataFields: ReadonlySet<string> = new Set(['Condition', 'Next', 'Comment', 'Assign', 'Output']);

export const choiceRules: Rule = {
  name: 'CHOICE_RULE',
  code: 'SCHEMA_VALIDATION_FAILED',
  severity: 'error',
  source: 'ASL specification, "Choice state": each rule has a condition and a Next',
  state({ state, type, language }, report) {
    const rules = own(state, 'Choices');
    if (type === null || !typeHasRules(type) || !isArray(rules)) return;
    for (const [index, rule] of rules.entries()) {
      const at = ['Choices', index];
      if (!isObject(rule)) {
        report(at, 'A rule must be an object.');
        continue;
      }
      if (typeof own(rule, 'Next') !== 'string') report(at, 'The rule leads nowhere. Give it a Next.');
      if (language === 'JSONata') jsonataRule(rule, at, report);
      else jsonPathRule(rule, at, report, true);
    }
  },
};

function jsonataRule(rule: JsonObject, at: JsonPath, report: Report): void {
  const condition = own(rule, 'Condition');
  if (condition === undefined) report(at, 'Condition is missing: a JSONata expression that gives true or false.');
  else if (typeof condition !== 'boolean' && !isMeantAsExpression(condition) && !isPlaceholder(condition)) {
    report([...at, 'Condition'], 'Condition must be an expression in {% %} that gives true or false.');
  }
  for (const key of Object.keys(rule)) {
    if (key === 'Variable' || comparisons.has(key) || ['And', 'Or', 'Not'].includes(key)) {
      report([...at, key], `${key} belongs to JSONPath; use Condition.`);
    } else if (!jsonataFields.has(key)) report([...at, key], `A rule has no field "${key}".`);
  }
}

function jsonPathRule(rule: JsonObject, at: JsonPath, report: Report, top: boolean): void {
  if (Object.hasOwn(rule, 'Condition'))
    return void report([...at, 'Condition'], 'Condition belongs to JSONata; use Variable and a comparison.');
  if (Object.hasOwn(rule, 'Output')) report([...at, 'Output'], 'Output belongs to JSONata.');
  if (!top && Object.hasOwn(rule, 'Assign')) report([...at, 'Assign'], 'Only the outermost rule has an Assign.');
  if (!top && Object.hasOwn(rule, 'Next')) report([...at, 'Next'], 'Only the outermost rule has a Next.');
  const operators = Object.keys(rule).filter((key) => !beside.has(key));
  const [operator] = operators;
  if (operator === undefined) return void report(at, 'The rule has no comparison.');
  if (operators.length > 1)
    return void report(at, `The rule has ${operators.length} comparisons: ${operators.join(', ')}. Use And.`);
  const value = own(rule, operator) ?? null;
  if (operator === 'And' || operator === 'Or') {
    if (!isArray(value) || value.length === 0)
      return void report([...at, operator], `${operator} needs a list of rules.`);
    value.forEach((inner, index) => {
      if (isObject(inner)) jsonPathRule(inner, [...at, operator, index], report, false);
      else report([...at, operator, index], 'A rule must be an object.');
    });
  } else if (operator === 'Not') {
    if (isObject(value)) jsonPathRule(value, [...at, 'Not'], report, false);
    else report([...at, 'Not'], 'Not needs one rule.');
  } else comparison(rule, operator, value, at, report);
}

function comparison(rule: JsonObject, operator: string, value: JsonValue, at: JsonPath, report: Report): void {
  const wanted = comparisons.get(operator);
  if (wanted === undefined) return void report([...at, operator], `There is no comparison "${operator}".`);
  const variable = own(rule, 'Variable');
  if (variable === undefined) report(at, `${operator} needs a Variable to compare.`);
  else judgePath(variable, [...at, 'Variable'], report);
  if (wanted === 'path') judgePath(value, [...at, operator], report);
  else if (!isPlaceholder(value) && !(wanted === 'timestamp' ? isTimestamp(value) : typeof value === wanted))
    report([...at, operator], `${operator} takes a ${wanted}.`);
}

function judgePath(value: JsonValue, at: JsonPath, report: Report): void {
  if (isPlaceholder(value)) return;
  const problem = typeof value === 'string' ? checkPath(value, 'path') : 'must be a path such as $.size.';
  if (problem !== null) report(at, `${String(at.at(-1))} ${problem}`);
}

const done = { Type: 'Succeed' };
const choice = (...Choices: readonly JsonValue[]): JsonObject =>
  machineOf({ A: { Type: 'Choice', Choices, Default: 'B' }, B: done });
const jsonata = (...Choices: readonly JsonValue[]): JsonObject => ({ ...choice(...Choices), QueryLanguage: 'JSONata' });

export const samples: RuleSamples = {
  valid: {
    comparisons: choice(
      { Variable: '$.size', NumericGreaterThan: 10, Next: 'B' },
      { Variable: '$.kind', StringEqualsPath: '$.wanted', Next: 'B' },
      { Variable: '$.at', TimestampLessThan: '2026-01-31T09:00:00Z', Next: 'B' },
    ),
    'values that deployment fills in': choice({ Variable: '$.n', NumericLessThan: '${max}', Next: 'B' }),
    'rules in rules': choice({
      And: [
        { Variable: '$.a', IsPresent: true },
        {
          Not: {
            Or: [
              { Variable: '$.b', BooleanEquals: true },
              { Variable: '$.c', IsNull: false },
            ],
          },
        },
      ],
      Next: 'B',
    }),
    conditions: jsonata({ Condition: '{% $states.input.size > 10 %}', Next: 'B' }, { Condition: true, Next: 'B' }),
  },
  invalid: {
    'a rule that is no object': { definition: choice(7), breaches: ['/States/A/Choices/0'] },
    'a rule that leads nowhere': {
      definition: choice({ Variable: '$.a', IsNull: true }),
      breaches: ['/States/A/Choices/0'],
    },
    'a rule without a comparison, and one with two': {
      definition: choice({ Variable: '$.a', Next: 'B' }, { Variable: '$.a', IsNull: true, IsString: true, Next: 'B' }),
      breaches: ['/States/A/Choices/0', '/States/A/Choices/1'],
    },
    'comparisons without a Variable, with a wrong one and with a wrong value': {
      definition: choice(
        { IsNull: true, Next: 'B' },
        { Variable: 'size', NumericEquals: 1, Next: 'B' },
        { Variable: '$.size', NumericEquals: '1', Next: 'B' },
        { Variable: '$.size', BiggerThan: 1, Next: 'B' },
        { Variable: '$.item[$$.Execution.Id]S', StringEqualsPath: '$.a[', Next: 'B' },
      ),
      breaches: [
        '/States/A/Choices/0',
        '/States/A/Choices/1/Variable',
        '/States/A/Choices/2/NumericEquals',
        '/States/A/Choices/3/BiggerThan',
        '/States/A/Choices/4/Variable',
        '/States/A/Choices/4/StringEqualsPath',
      ],
    },
    'And, Or and Not without what they join': {
      definition: choice(
        { And: [], Next: 'B' },
        { Or: [1], Next: 'B' },
        { Not: [], Next: 'B' },
        { Not: { Variable: '$.a', IsNull: true, Next: 'B' }, Next: 'B' },
      ),
      breaches: [
        '/States/A/Choices/0/And',
        '/States/A/Choices/1/Or/0',
        '/States/A/Choices/2/Not',
        '/States/A/Choices/3/Not/Next',
      ],
    },
    'an Output in JSONPath, an Assign inside and a field that there is not': {
      definition: choice(
        { Variable: '$.a', IsNull: true, Output: { b: 1 }, Next: 'B' },
        { Not: { Variable: '$.a', IsNull: true, Assign: { b: 1 } }, Next: 'B' },
      ),
      breaches: ['/States/A/Choices/0/Output', '/States/A/Choices/1/Not/Assign'],
    },
    'a field that a rule of JSONata does not have': {
      definition: jsonata({ Condition: true, Foo: 1, Next: 'B' }),
      breaches: ['/States/A/Choices/0/Foo'],
    },
    'a Condition in JSONPath': {
      definition: choice({ Condition: '{% true %}', Next: 'B' }),
      breaches: ['/States/A/Choices/0/Condition'],
    },
    'JSONata rules without a Condition, with a wrong one and with a comparison': {
      definition: jsonata(
        { Next: 'B' },
        { Condition: '$states.input.ok', Next: 'B' },
        { Condition: true, Variable: '$.a', IsNull: true, Next: 'B' },
      ),
      breaches: [
        '/States/A/Choices/0',
        '/States/A/Choices/1/Condition',
        '/States/A/Choices/2/Variable',
        '/States/A/Choices/2/IsNull',
      ],
    },
  },
};
