import { typeHasNext } from '../../asl/index';
import { own } from '../../base/index';
import type { Rule } from '../contract';
import { machineOf, type RuleSamples } from '../samples';

export const nextOrEnd: Rule = {
  name: 'NEXT_OR_END',
  code: 'SCHEMA_VALIDATION_FAILED',
  severity: 'error',
  source: 'ASL specification, "Transitions": a state that is not terminal has Next; a terminal one has no Next',
  state({ state, type }, report) {
    const next = own(state, 'Next');
    const end = own(state, 'End');
    if (type !== null && !typeHasNext(type)) {
      if (next !== undefined) report(['Next'], `A ${type} state has no Next. Remove it.`);
      if (end !== undefined) report(['End'], `A ${type} state has no End. Remove it.`);
    } else if (next !== undefined && end === true) report(['Next'], 'A state has Next or End, not both.');
    else if (next === undefined && end !== true) report([], 'The state leads nowhere. Connect it, or set End.');
    else if (next !== undefined && typeof next !== 'string') report(['Next'], 'Next must be the name of a state.');
    if (end !== undefined && typeof end !== 'boolean') report(['End'], 'End must be true.');
  },
};

const done = { Type: 'Succeed' };

export const samples: RuleSamples = {
  valid: { 'Next, then a state that ends by its type': machineOf({ A: { Type: 'Pass', Next: 'B' }, B: done }) },
  invalid: {
    'neither Next nor End': {
      definition: machineOf({ A: { Type: 'Pass' } }),
      breaches: ['/States/A'],
    },
    'Next and End': {
      definition: machineOf({ A: { Type: 'Pass', Next: 'B', End: true }, B: done }),
      breaches: ['/States/A/Next'],
    },
    'a Next that is no name': {
      definition: machineOf({ A: { Type: 'Pass', Next: 1 }, B: done }),
      breaches: ['/States/A/Next'],
      others: ['UNREACHABLE_STATE /States/B'],
    },
    'an End that is no boolean': {
      definition: machineOf({ A: { Type: 'Pass', Next: 'B', End: 'yes' }, B: done }),
      breaches: ['/States/A/End'],
    },
    'types that have neither': {
      definition: machineOf({
        A: { Type: 'Choice', Choices: [{ Variable: '$.a', IsNull: true, Next: 'B' }], Default: 'C', Next: 'B' },
        B: { ...done, End: true },
        C: { Type: 'Fail', Next: 'B' },
      }),
      breaches: ['/States/A/Next', '/States/B/End', '/States/C/Next'],
    },
  },
};
