import { own } from '../../base/index';
import type { Rule, Scope } from '../contract';
import { machineOf, type RuleSamples } from '../samples';

export const reachable: Rule = {
  name: 'UNREACHABLE_STATE',
  code: 'MISSING_TRANSITION_TARGET',
  severity: 'error',
  source: 'AWS refuses it as MISSING_TRANSITION_TARGET: "State is not reachable"',
  scope(scope, report) {
    const reached = reachedIn(scope);
    // Without a start nothing is reached; that the start is missing is a breach of its own.
    if (reached.size === 0 || reached.size === scope.names.size) return;
    for (const { name } of scope.states) {
      if (!reached.has(name)) report(['States', name], `Nothing leads to "${name}". Connect a state to it.`);
    }
  },
};

function reachedIn({ holder, states, names }: Scope): ReadonlySet<string> {
  const start = own(holder, 'StartAt');
  const waiting = typeof start === 'string' ? [start] : [];
  const reached = new Set<string>();
  for (let name = waiting.pop(); name !== undefined; name = waiting.pop()) {
    const index = names.get(name);
    if (index === undefined || reached.has(name)) continue;
    reached.add(name);
    for (const { target } of states[index]?.transitions ?? []) waiting.push(target);
  }
  return reached;
}

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
