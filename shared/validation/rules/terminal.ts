import { typeHasRules } from '../../asl/index';
import { own } from '../../base/index';
import { isEnd } from '../../workflow/index';
import type { Rule } from '../contract';
import { machineOf, type RuleSamples } from '../samples';

export const terminal: Rule = {
  name: 'MISSING_END_STATE',
  code: 'MISSING_END_STATE',
  severity: 'error',
  source: 'AWS: "Workflow has no terminal state"',
  scope({ states }, report) {
    // A state that leads nowhere has its own message.
    const ends = states.some(
      ({ state }) => isEnd(state) || !(Object.hasOwn(state, 'Next') || typeHasRules(own(state, 'Type'))),
    );
    if (states.length > 0 && !ends) report([], 'No state ends here, so it would run for ever. Let one end.');
  },
};

export const samples: RuleSamples = {
  valid: {
    'a loop with a way out': machineOf({
      A: { Type: 'Pass', Next: 'B' },
      B: { Type: 'Choice', Choices: [{ Variable: '$.a', IsNull: true, Next: 'A' }], Default: 'C' },
      C: { Type: 'Fail' },
    }),
  },
  invalid: {
    'a loop without one': {
      definition: machineOf({ A: { Type: 'Pass', Next: 'B' }, B: { Type: 'Pass', Next: 'A' } }),
      breaches: [''],
    },
    'a processor that never ends': {
      definition: machineOf({
        M: { Type: 'Map', ItemProcessor: machineOf({ A: { Type: 'Pass', Next: 'A' } }), End: true },
      }),
      breaches: ['/States/M/ItemProcessor'],
    },
  },
};
