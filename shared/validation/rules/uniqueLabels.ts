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
    // A Map holds a scope, so a machine without inner scopes has no labels.
    if (scopes.length === 1) return;
    const seen = new Set<string>();
    for (const { at, scope } of scopes) {
      for (const { name, state } of scope.states) {
        const label = own(state, 'Label');
        if (typeof label !== 'string' || own(state, 'Type') !== 'Map' || hasPlaceholder(label)) continue;
        if (seen.has(label))
          report([...at, 'States', name, 'Label'], `Another Map is labelled "${label}" too. Take another name.`);
        seen.add(label);
      }
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
