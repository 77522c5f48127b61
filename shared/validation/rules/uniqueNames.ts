import type { Rule } from '../contract';
import { machineOf, type RuleSamples } from '../samples';

export const uniqueNames: Rule = {
  name: 'DUPLICATE_STATE_NAME',
  code: 'DUPLICATE_STATE_NAME',
  severity: 'error',
  source: 'ASL specification, "States": names are unique within the whole state machine',
  machine({ scopes }, report) {
    // Keys of one object cannot repeat, so a machine without inner scopes has no duplicates.
    if (scopes.length === 1) return;
    const [outermost, ...inner] = scopes;
    const seen = new Set<string>();
    for (const placed of inner) {
      for (const { name } of placed.scope.states) {
        if (seen.has(name) || outermost?.scope.names.has(name))
          report([...placed.at, 'States', name], `Another state is named "${name}" too. Rename one of them.`);
        seen.add(name);
      }
    }
  },
};

const parallel = (...names: readonly string[]) => ({
  Type: 'Parallel',
  Branches: names.map((name) => machineOf({ [name]: { Type: 'Pass', End: true } })),
  End: true,
});

export const samples: RuleSamples = {
  valid: { 'branches with names of their own': machineOf({ P: parallel('A', 'B') }) },
  invalid: {
    'two branches with one name': {
      definition: machineOf({ P: parallel('A', 'A') }),
      breaches: ['/States/P/Branches/1/States/A'],
    },
    'the name of the state around it': {
      definition: machineOf({ P: parallel('P') }),
      breaches: ['/States/P/Branches/0/States/P'],
    },
  },
};
