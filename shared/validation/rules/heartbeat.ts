import { own } from '../../base/index';
import type { Rule } from '../contract';
import { oneState, type RuleSamples } from '../samples';

export const heartbeat: Rule = {
  name: 'HEARTBEAT_NOT_BELOW_TIMEOUT',
  code: 'SCHEMA_VALIDATION_FAILED',
  severity: 'error',
  source: 'ASL specification, "Timeouts and heartbeats": the heartbeat interval is smaller than the timeout',
  state({ state }, report) {
    const timeout = own(state, 'TimeoutSeconds');
    const interval = own(state, 'HeartbeatSeconds');
    if (typeof timeout === 'number' && typeof interval === 'number' && interval >= timeout)
      report(['HeartbeatSeconds'], `HeartbeatSeconds must be below TimeoutSeconds (${timeout}).`);
  },
};

const task = { Type: 'Task', Resource: 'arn:aws:states:us-east-1:123456789012:activity:Weld' };

export const samples: RuleSamples = {
  valid: {
    'a heartbeat below the timeout': oneState({ ...task, TimeoutSeconds: 60, HeartbeatSeconds: 59 }),
    'a heartbeat alone': oneState({ ...task, HeartbeatSeconds: 60 }),
  },
  invalid: {
    'a heartbeat as long as the timeout': {
      definition: oneState({ ...task, TimeoutSeconds: 60, HeartbeatSeconds: 60 }),
      breaches: ['/States/A/HeartbeatSeconds'],
    },
  },
};
