import { looksEvaluated } from '../../expressions/index';
import {
  type JsonObject,
  type JsonPath,
  type JsonValue,
  isArray,
  isObject,
  own,
  withKeyRenamed,
} from '../../base/index';
import { comparisons } from '../../states/index';
import type { Report, Rule } from '../contract';
import { machineOf, type RuleSamples } from '../samples';

/** Fields that are taken as they stand and have a twin, `<name>Path`, that is evaluated. */
const twins = ['Error', 'Cause'] as const;

export const noPath: Rule = {
  name: 'NO_PATH',
  code: 'NO_PATH',
  severity: 'warning',
  source: 'AWS: NO_PATH "Field value looks like a path, but field name does not end with \'Path\'"',
  state({ state, type, language }, report) {
    if (language !== 'JSONPath') return;
    if (type === 'Fail') for (const name of twins) judge(state, name, [], report);
    if (type === 'Choice') judgeRules(own(state, 'Choices'), ['Choices'], report);
  },
};

function judge(object: JsonObject, name: string, at: JsonPath, report: Report): void {
  const value = own(object, name);
  if (typeof value === 'string' && looksEvaluated(value))
    report([...at, name], `"${value}" is taken as text. Use ${name}Path to evaluate it.`, {
      at,
      value: withKeyRenamed(object, name, `${name}Path`),
    });
}

function judgeRules(rules: JsonValue | undefined, at: JsonPath, report: Report): void {
  if (!isArray(rules)) return;
  for (const [index, rule] of rules.entries()) if (isObject(rule)) judgeRule(rule, [...at, index], report);
}

/** Comparisons with a text; those with numbers and moments take no text that looks like a path. */
function judgeRule(rule: JsonObject, at: JsonPath, report: Report): void {
  for (const name of Object.keys(rule)) {
    if (name === 'And' || name === 'Or') judgeRules(rule[name], [...at, name], report);
    else if (comparisons.get(name) === 'string' && comparisons.has(`${name}Path`)) judge(rule, name, at, report);
    const inner = name === 'Not' ? rule[name] : undefined;
    if (isObject(inner)) judgeRule(inner, [...at, name], report);
  }
}

export const samples: RuleSamples = {
  valid: {
    'texts, and paths in their twins': machineOf({
      A: { Type: 'Choice', Choices: [{ Variable: '$.a', IsNull: true, Next: 'B' }], Default: 'C' },
      B: { Type: 'Fail', Error: 'OrderRejected', Cause: 'It costs $5.' },
      C: { Type: 'Fail', ErrorPath: '$.error', CausePath: "States.Format('{}', $.cause)" },
    }),
  },
  invalid: {
    'paths where a rule compares with texts': {
      definition: machineOf({
        A: {
          Type: 'Choice',
          Choices: [
            { Variable: '$.a', StringEquals: '$.b', Next: 'B' },
            { And: [{ Not: { Variable: '$.a', StringLessThan: '$.b' } }], Next: 'B' },
            { Variable: '$.a', StringMatches: '$.*', Next: 'B' },
          ],
          Default: 'B',
        },
        B: { Type: 'Succeed' },
      }),
      breaches: ['/States/A/Choices/0/StringEquals', '/States/A/Choices/1/And/0/Not/StringLessThan'],
    },
    'paths where texts stand': {
      definition: machineOf({ A: { Type: 'Fail', Error: '$.Error', Cause: "States.Format('{}', $.cause)" } }),
      breaches: ['/States/A/Error', '/States/A/Cause'],
    },
  },
};
