import type { Rule } from '../contract';
import { machineOf, type RuleSamples } from '../samples';
import { wayThrough } from '../wayThrough';

export const reachable: Rule = {
  name: 'UNREACHABLE_STATE',
  code: 'MISSING_TRANSITION_TARGET',
  severity: 'error',
  source: 'AWS refuses it as MISSING_TRANSITION_TARGET: "State is not reachable"',
  scope(scope, report) {
    const { order } = wayThrough(scope);
    // Without a start nothing is reached; that the start is missing is a breach of its own.
    if (order.length === 0 || order.length === scope.states.length) return;
    const reached = new Set(order);
    for (const [index, { name }] of scope.states.entries()) {
      if (!reached.has(index)) report(['States', name], `Nothing leads to "${name}". Connect a state to it.`);
    }
  },
};

const done = { Type: 'Succeed' };

export const samples: RuleSamples = {
  valid: {
    'every state has something that leads to it': machineOf({
      A: { Type: 'Choice', Choices: [{ Variable: '$.a', IsNull: true, Next: 'B' }], Default: 'C' },
      B: done,
      C: done,
    }),
  },
  invalid: {
    'a state on its own': {
      definition: machineOf({ A: done, B: done }),
      breaches: ['/States/B'],
    },
    'states that only lead to each other, inside a branch': {
      definition: machineOf({
        P: {
          Type: 'Parallel',
          Branches: [machineOf({ A: done, B: { Type: 'Pass', Next: 'C' }, C: { Type: 'Pass', Next: 'B' } })],
          End: true,
        },
      }),
      breaches: ['/States/P/Branches/0/States/B', '/States/P/Branches/0/States/C'],
    },
  },
};
