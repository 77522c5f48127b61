import { type JsonObject, type JsonValue, isArray, isObject, own } from '../../base/index';
import { expressionSource } from '../../asl/index';
import type { Rule } from '../contract';
import { machineOf, type RuleSamples } from '../samples';

export const unwrittenCondition: Rule = {
  name: 'UNWRITTEN_CONDITION',
  code: 'UNWRITTEN_CONDITION',
  severity: 'warning',
  source: 'ours: a rule that was drawn and not written yet holds for no input',
  state({ state, type, language }, report) {
    const rules = own(state, 'Choices');
    if (type !== 'Choice' || language !== 'JSONata' || !isArray(rules)) return;
    for (const [index, rule] of rules.entries()) {
      const condition = isObject(rule) ? own(rule, 'Condition') : undefined;
      const never = condition === false || (typeof condition === 'string' && expressionSource(condition) === 'false');
      if (never) report(['Choices', index, 'Condition'], 'This rule never holds: write its condition.');
    }
  },
};

const choice = (Condition: JsonValue): JsonObject => ({
  ...machineOf({
    A: { Type: 'Choice', Choices: [{ Condition, Next: 'B' }], Default: 'B' },
    B: { Type: 'Succeed' },
  }),
  QueryLanguage: 'JSONata',
});

export const samples: RuleSamples = {
  valid: {
    'a condition': choice('{% $states.input.ready %}'),
    'one that always holds': choice(true),
  },
  invalid: {
    'a rule as it is drawn': { definition: choice('{% false %}'), breaches: ['/States/A/Choices/0/Condition'] },
    'one that is false in itself': { definition: choice(false), breaches: ['/States/A/Choices/0/Condition'] },
  },
};
