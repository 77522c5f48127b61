import type { Rule } from '../contract';
import { machineOf, type RuleSamples } from '../samples';

const longest = 80;

export const nameLength: Rule = {
  name: 'STATE_NAME_TOO_LONG',
  code: 'INVALID_STATE_NAME',
  severity: 'error',
  source: 'ASL specification, "States": at most 80 Unicode characters',
  scope({ states }, report) {
    for (const { name } of states) {
      // A character has one or two units, so most names need not be counted.
      if (name.length <= longest || [...name].length <= longest) continue;
      report(['States', name], `The name has ${[...name].length} characters; ${longest} are allowed.`);
    }
  },
};

const done = { Type: 'Succeed' };

export const samples: RuleSamples = {
  valid: {
    'a name of 80 characters': machineOf({ ['x'.repeat(80)]: done }),
    'a name of 80 characters of two units each': machineOf({ ['🚀'.repeat(80)]: done }),
  },
  invalid: {
    'a name of 81 characters': {
      definition: machineOf({ ['x'.repeat(81)]: done }),
      breaches: [`/States/${'x'.repeat(81)}`],
    },
  },
};
