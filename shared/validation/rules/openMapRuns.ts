import { own } from '../../base/index';
import { isDistributed } from '../../states/index';
import type { PlacedScope, Rule } from '../contract';
import { machineOf, type RuleSamples } from '../samples';

/** How many Map Runs an account may have open at a time. Source: AWS developer guide, "Quotas". */
const most = 1_000;

export const openMapRuns: Rule = {
  name: 'OPEN_MAP_RUNS',
  code: 'OPEN_MAP_RUNS',
  severity: 'warning',
  source: 'AWS developer guide, "Quotas": 1,000 open Map Runs in an account',
  machine({ scopes }, report) {
    for (const placed of scopes) {
      const { holder, distributed } = placed;
      if (!distributed || holder === null || !insideMany(holder.scope)) continue;
      report(
        [...holder.scope.at, 'States', holder.name],
        `The Map around it may run more than ${most} of these at a time, and an account has ${most} open Map Runs. Set its MaxConcurrency.`,
      );
    }
  },
};

/** Whether a distributed Map around the scope may run it more often at a time than an account has Map Runs. */
function insideMany(placed: PlacedScope): boolean {
  for (let at: PlacedScope | undefined = placed; at?.holder; at = at.holder.scope) {
    const { scope } = at.holder.scope;
    const map = scope.states[scope.names.get(at.holder.name) ?? -1]?.state;
    if (!at.distributed || !map || !isDistributed(map) || Object.hasOwn(map, 'MaxConcurrencyPath')) continue;
    const limit = own(map, 'MaxConcurrency') ?? 0;
    if (typeof limit === 'number' && (limit === 0 || limit > most)) return true;
  }
  return false;
}

const map = (inner: ReturnType<typeof machineOf>, more = {}) => ({
  Type: 'Map',
  ...more,
  ItemProcessor: { ProcessorConfig: { Mode: 'DISTRIBUTED', ExecutionType: 'STANDARD' }, ...inner },
  End: true,
});
const innermost = machineOf({ C: { Type: 'Pass', End: true } });

export const samples: RuleSamples = {
  valid: {
    'a distributed Map': machineOf({ A: map(innermost) }),
    'one inside another that runs few at a time': machineOf({
      A: map(machineOf({ B: map(innermost) }), { MaxConcurrency: 100 }),
    }),
  },
  invalid: {
    'one inside another that runs any number at a time': {
      definition: machineOf({ A: map(machineOf({ B: map(innermost) })) }),
      breaches: ['/States/A/ItemProcessor/States/B'],
    },
  },
};
