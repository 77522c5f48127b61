import { parseResource } from '../../asl/index';
import { type JsonObject, own } from '../../base/index';
import { closedServices } from '../../services/index';
import type { Rule } from '../contract';
import { oneState, type RuleSamples } from '../samples';

export const closedService: Rule = {
  name: 'CLOSED_SERVICE',
  code: 'CLOSED_SERVICE',
  severity: 'warning',
  source: 'AWS developer guide, release history of AWS SDK integrations: services that were removed',
  state({ state, type }, report) {
    const text = own(state, 'Resource');
    if (type !== 'Task' || typeof text !== 'string') return;
    const read = parseResource(text);
    if (read.kind === 'integration' && read.sdk && closedServices.has(read.service))
      report(['Resource'], `AWS has closed the service ${read.service}: no call of it succeeds any more.`);
  },
};

const task = (Resource: string): JsonObject => ({ Type: 'Task', Resource });

export const samples: RuleSamples = {
  valid: {
    'a service that is there': oneState(task('arn:aws:states:::aws-sdk:lexruntimev2:recognizeText')),
  },
  invalid: {
    'a service that AWS has closed': {
      definition: oneState(task('arn:aws:states:::aws-sdk:lexruntime:postText')),
      breaches: ['/States/A/Resource'],
    },
  },
};
