import { hasPlaceholder } from '../../asl/index';
import { own } from '../../base/index';
import type { Rule } from '../contract';
import { machineOf, type RuleSamples } from '../samples';

export const uniqueLabels: Rule = {
  name: 'DUPLICATE_LABEL_NAME',
  code: 'DUPLICATE_LABEL_NAME',
  severity: 'error',
  source: 'AWS: DUPLICATE_LABEL_NAME "A label name appears more than once"',
  machine({ scopes }, report) {
    const seen = new Set<string>();
    // A Map with a label holds a scope, so the states that hold none need not be looked at.
    for (const { holder, distributed } of scopes) {
      if (holder === null || !distributed) continue;
      const { scope, at } = holder.scope;
      const label = own(scope.states[scope.names.get(holder.name) ?? -1]?.state ?? {}, 'Label');
      if (typeof label !== 'string' || hasPlaceholder(label)) continue;
      if (seen.has(label))
        report([...at, 'States', holder.name, 'Label'], `Another Map is labelled "${label}" too. Take another name.`);
      seen.add(label);
    }
  },
};

const map = (Label: string, inner: string) => ({
  Type: 'Map',
  Label,
  ItemProcessor: {
    ProcessorConfig: { Mode: 'DISTRIBUTED', ExecutionType: 'STANDARD' },
    ...machineOf({ [inner]: { Type: 'Pass', End: true } }),
  },
});

export const samples: RuleSamples = {
  valid: {
    'two Maps, two labels': machineOf({ A: { ...map('a', 'I'), Next: 'B' }, B: { ...map('b', 'J'), End: true } }),
  },
  invalid: {
    'two Maps, one label': {
      definition: machineOf({ A: { ...map('a', 'I'), Next: 'B' }, B: { ...map('a', 'J'), End: true } }),
      breaches: ['/States/B/Label'],
    },
  },
};
