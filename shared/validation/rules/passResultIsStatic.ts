import { type JsonPath, type JsonValue, isArray, isObject, own } from '../../base/index';
import { looksEvaluated } from '../../expressions/index';
import type { Report, Rule } from '../contract';
import { oneState, type RuleSamples } from '../samples';

export const passResultIsStatic: Rule = {
  name: 'PASS_RESULT_IS_STATIC',
  code: 'PASS_RESULT_IS_STATIC',
  severity: 'warning',
  source: 'AWS: PASS_RESULT_IS_STATIC "Attempt to use a path in the result of a pass state"',
  state({ state, type }, report) {
    const result = own(state, 'Result');
    if (type === 'Pass' && result !== undefined) judge(result, ['Result'], report);
  },
};

function judge(value: JsonValue, at: JsonPath, report: Report): void {
  if (typeof value === 'string') {
    const key = at.at(-1);
    if (looksEvaluated(value) || (typeof key === 'string' && key.endsWith('.$')))
      report(at, 'Result is taken as it stands: nothing in it is evaluated. Use Parameters.');
  } else if (isArray(value)) for (const [index, item] of value.entries()) judge(item, [...at, index], report);
  else if (isObject(value)) for (const key of Object.keys(value)) judge(value[key] ?? null, [...at, key], report);
}

export const samples: RuleSamples = {
  valid: {
    'a fixed result': oneState({ Type: 'Pass', Result: { a: 'costs $5', b: [1, null] } }),
    'paths in Parameters': oneState({ Type: 'Pass', Parameters: { 'a.$': '$.b' } }),
  },
  invalid: {
    'paths in a result': {
      definition: oneState({ Type: 'Pass', Result: { 'a.$': '$.x', b: ['$$.Execution.Id'] } }),
      breaches: ['/States/A/Result/a.$', '/States/A/Result/b/0'],
    },
  },
};
