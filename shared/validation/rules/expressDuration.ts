import { own } from '../../base/index';
import type { Rule } from '../contract';
import { machineOf, type RuleSamples } from '../samples';

/** Seconds that an Express execution lasts at most. Source: AWS developer guide, "Quotas": maximum execution time. */
const most = 300;

export const expressDuration: Rule = {
  name: 'LONGER_THAN_EXPRESS',
  code: 'LONGER_THAN_EXPRESS',
  severity: 'warning',
  source: 'AWS developer guide, "Quotas": an Express execution ends with States.Timeout after 5 minutes',
  machine({ definition, type }, report) {
    const seconds = own(definition, 'TimeoutSeconds');
    if (type === 'EXPRESS' && typeof seconds === 'number' && seconds > most)
      report(['TimeoutSeconds'], `An Express execution ends after ${most} seconds: it never gets that far.`);
  },
  state({ state, type, inExpress }, report) {
    const seconds = own(state, 'Seconds');
    if (inExpress && type === 'Wait' && typeof seconds === 'number' && seconds >= most)
      report(['Seconds'], `An Express execution ends after ${most} seconds: it never gets past this wait.`);
  },
};

const wait = (Seconds: number, more = {}) => machineOf({ A: { Type: 'Wait', Seconds, End: true } }, more);

export const samples: RuleSamples = {
  valid: { 'a long wait in a Standard machine': wait(86_400, { TimeoutSeconds: 100_000 }) },
  invalid: {
    'a wait and a timeout beyond five minutes in an Express machine': {
      type: 'EXPRESS',
      definition: wait(300, { TimeoutSeconds: 301 }),
      breaches: ['/TimeoutSeconds', '/States/A/Seconds'],
    },
  },
};
