import { own } from '../../base/index';
import type { Rule } from '../contract';
import { machineOf, type RuleSamples } from '../samples';

export const startAt: Rule = {
  name: 'MISSING_START',
  code: 'SCHEMA_VALIDATION_FAILED',
  severity: 'error',
  source: 'ASL specification, "States Language": StartAt must name one of the states',
  scope({ holder, names }, report) {
    const start = own(holder, 'StartAt');
    if (names.size === 0) report([], 'There is no state here yet. Add one from the palette.');
    else if (typeof start !== 'string' || start === '')
      report([], 'StartAt is missing: connect Start to the first state.');
  },
};

const pass = { Type: 'Pass', End: true };

export const samples: RuleSamples = {
  valid: { 'a machine that starts at its state': machineOf({ A: pass }) },
  invalid: {
    'no state yet': { definition: { StartAt: '', States: {} }, breaches: [''] },
    'no StartAt': { definition: { States: { A: pass } }, breaches: [''] },
    'an empty StartAt': { definition: { StartAt: '', States: { A: pass } }, breaches: [''] },
    'a branch without a state': {
      definition: machineOf({ P: { Type: 'Parallel', Branches: [{ StartAt: 'A', States: {} }], End: true } }),
      breaches: ['/States/P/Branches/0'],
    },
  },
};
