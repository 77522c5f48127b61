import { stateTypeNames } from '../../asl/index';
import { own } from '../../base/index';
import type { Rule } from '../contract';
import { machineOf, oneState, type RuleSamples } from '../samples';

export const stateType: Rule = {
  name: 'UNKNOWN_STATE_TYPE',
  code: 'SCHEMA_VALIDATION_FAILED',
  severity: 'error',
  source:
    'AWS: "The field \'Type\' should have one of these values: [Task, Wait, Pass, Succeed, Fail, Choice, Parallel, Map]"',
  state({ state, type }, report) {
    if (type !== null) return;
    const written = own(state, 'Type');
    const what = written === undefined ? 'Type is missing.' : `There is no state type ${JSON.stringify(written)}.`;
    report(['Type'], `${what} Use one of ${stateTypeNames.join(', ')}.`);
  },
};

export const samples: RuleSamples = {
  valid: { 'a type of ASL': oneState({ Type: 'Pass' }) },
  invalid: {
    'no Type': { definition: oneState({}), breaches: ['/States/A/Type'] },
    'a type in the wrong case': { definition: oneState({ Type: 'pass' }), breaches: ['/States/A/Type'] },
    'a name that every object has': { definition: oneState({ Type: 'constructor' }), breaches: ['/States/A/Type'] },
    'a Type that is no text': {
      definition: machineOf({ A: { Type: 1, Next: 'B' }, B: { Type: 'Succeed' } }),
      breaches: ['/States/A/Type'],
    },
  },
};
