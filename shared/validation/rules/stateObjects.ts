import { isObject, own } from '../../base/index';
import type { Rule } from '../contract';
import { machineOf, type RuleSamples } from '../samples';

export const stateObjects: Rule = {
  name: 'STATE_NOT_AN_OBJECT',
  code: 'SCHEMA_VALIDATION_FAILED',
  severity: 'error',
  source: 'ASL specification, "States": each state is an object',
  scope({ holder, states }, report) {
    const all = own(holder, 'States');
    if (all === undefined) return;
    if (!isObject(all)) return report(['States'], 'States must be an object of states by name.');
    const names = Object.keys(all);
    if (names.length === states.length) return;
    for (const name of names)
      if (!isObject(all[name])) report(['States', name], `"${name}" must be an object with a Type.`);
  },
};

const end = { Type: 'Pass', End: true };

export const samples: RuleSamples = {
  valid: { 'states that are objects': machineOf({ A: end }) },
  invalid: {
    'a text, a list and nothing': {
      definition: machineOf({ A: end, B: 'x', C: [], D: null }),
      breaches: ['/States/B', '/States/C', '/States/D'],
    },
    'a list of states': {
      definition: { StartAt: 'A', States: [end] },
      breaches: ['/States'],
      others: ['MISSING_START '],
    },
  },
};
