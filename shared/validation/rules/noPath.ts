import { looksEvaluated } from '../../expressions/index';
import { own } from '../../base/index';
import type { Rule } from '../contract';
import { machineOf, type RuleSamples } from '../samples';

/** Fields that are taken as they stand and have a twin, `<name>Path`, that is evaluated. */
const twins = ['Error', 'Cause'] as const;

export const noPath: Rule = {
  name: 'NO_PATH',
  code: 'NO_PATH',
  severity: 'warning',
  source: 'AWS: NO_PATH "Field value looks like a path, but field name does not end with \'Path\'"',
  state({ state, type, language }, report) {
    if (type !== 'Fail' || language !== 'JSONPath') return;
    for (const name of twins) {
      const value = own(state, name);
      if (typeof value === 'string' && looksEvaluated(value))
        report([name], `"${value}" is taken as text. Use ${name}Path to evaluate it.`);
    }
  },
};

export const samples: RuleSamples = {
  valid: {
    'texts, and paths in their twins': machineOf({
      A: { Type: 'Choice', Choices: [{ Variable: '$.a', IsNull: true, Next: 'B' }], Default: 'C' },
      B: { Type: 'Fail', Error: 'OrderRejected', Cause: 'It costs $5.' },
      C: { Type: 'Fail', ErrorPath: '$.error', CausePath: "States.Format('{}', $.cause)" },
    }),
  },
  invalid: {
    'paths where texts stand': {
      definition: machineOf({ A: { Type: 'Fail', Error: '$.Error', Cause: "States.Format('{}', $.cause)" } }),
      breaches: ['/States/A/Error', '/States/A/Cause'],
    },
  },
};
