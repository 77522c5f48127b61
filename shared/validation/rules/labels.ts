import { hasPlaceholder } from '../../asl/index';
import { own } from '../../base/index';
import type { Rule } from '../contract';
import { machineOf, oneState, type RuleSamples } from '../samples';

const longest = 40;
/** Spaces, wildcards, brackets, special and control characters. */
const refused = /[\s?*<>{}[\]:;,\\|^~$#%&`"/\u0000-\u001f\u007f-\u009f]/u;

export const labels: Rule = {
  name: 'INVALID_LABEL_NAME',
  code: 'INVALID_LABEL_NAME',
  severity: 'error',
  source: 'AWS: INVALID_LABEL_NAME; developer guide, "Map state in Distributed mode": Label',
  state({ state, type }, report) {
    const label = own(state, 'Label');
    if (type !== 'Map' || typeof label !== 'string' || hasPlaceholder(label)) return;
    const at = ['Label'];
    if (label === '') report(at, 'Label is empty. Remove it, or give the Map Run a name.');
    else if ([...label].length > longest)
      report(at, `Label has ${[...label].length} characters; ${longest} are allowed.`);
    const found = refused.exec(label)?.[0];
    if (found !== undefined)
      report(
        at,
        `Label cannot have ${found.trim() === '' ? 'spaces or control characters' : `the character ${found}`}.`,
      );
  },
};

const map = (Label: string) => ({
  Type: 'Map',
  Label,
  ItemProcessor: {
    ProcessorConfig: { Mode: 'DISTRIBUTED', ExecutionType: 'STANDARD' },
    ...machineOf({ [`In ${Label.slice(0, 40)}`]: { Type: 'Pass', End: true } }),
  },
});

export const samples: RuleSamples = {
  valid: {
    'a name of 40 characters': oneState(map('a'.repeat(40))),
    'a name with other signs': oneState(map("Orders-2026_(new)!.'=+@")),
    'a name that deployment fills in': oneState(map('${Stage}Orders')),
  },
  invalid: {
    'a name of 41 characters': { definition: oneState(map('a'.repeat(41))), breaches: ['/States/A/Label'] },
    'a name with a space, and one with a colon': {
      definition: machineOf({ A: { ...map('a b'), Next: 'B' }, B: { ...map('c:d'), End: true } }),
      breaches: ['/States/A/Label', '/States/B/Label'],
    },
    'an empty name': { definition: oneState(map('')), breaches: ['/States/A/Label'] },
  },
};
