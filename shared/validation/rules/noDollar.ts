import { isPlaceholder } from '../../asl/index';
import { type JsonPath, type JsonValue, isArray, isObject, withKeyRenamed } from '../../base/index';
import { looksEvaluated } from '../../expressions/index';
import type { Report, Rule } from '../contract';
import { oneState, type RuleSamples } from '../samples';

export const noDollar: Rule = {
  name: 'NO_DOLLAR',
  code: 'NO_DOLLAR',
  severity: 'warning',
  source: 'AWS: NO_DOLLAR "No .$ on a field that appears to be a JSONPath or Intrinsic Function"',
  state({ evaluated }, report) {
    for (const { kind, value, at } of evaluated) if (kind === 'template') judge(value, at, report);
  },
};

function judge(value: JsonValue, at: JsonPath, report: Report): void {
  if (isArray(value)) for (const [index, item] of value.entries()) judge(item, [...at, index], report);
  else if (isObject(value)) {
    for (const key of Object.keys(value)) {
      const member = value[key] ?? null;
      if (isPlaceholder(member)) continue;
      if (typeof member === 'object') judge(member, [...at, key], report);
      else if (typeof member === 'string' && !key.endsWith('.$') && looksEvaluated(member))
        report([...at, key], `"${member}" is taken as text. Write the key as "${key}.$" to evaluate it.`, {
          at,
          value: withKeyRenamed(value, key, `${key}.$`),
        });
    }
  }
}

const pass = (Parameters: object) => oneState({ Type: 'Pass', Parameters: Parameters as never });

export const samples: RuleSamples = {
  valid: {
    'paths under keys that end in .$, and texts': pass({
      'a.$': '$.a',
      b: 'costs $5',
      c: 'States of matter',
      d: ['$'],
    }),
    'a state of JSONata': oneState({ Type: 'Pass', Output: { a: '$.b' } }, { QueryLanguage: 'JSONata' }),
  },
  invalid: {
    'a path, a path of the context object and a call': {
      definition: pass({ a: '$.b', c: { d: '$$.Map.Item.Index' }, e: [{ f: "States.Format('x{}', $.b)" }] }),
      breaches: ['/States/A/Parameters/a', '/States/A/Parameters/c/d', '/States/A/Parameters/e/0/f'],
    },
  },
};
