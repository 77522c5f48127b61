import { own } from '../../base/json';
import { toJsonPath } from '../../workflow/paths';
import type { Rule } from '../contract';

export const heartbeat: Rule = {
  code: 'HEARTBEAT_NOT_BELOW_TIMEOUT',
  severity: 'error',
  source: 'ASL specification, "Timeouts and heartbeats": the heartbeat interval is smaller than the timeout',
  check(_definition, tell, states) {
    for (const { path, state } of states) {
      const timeout = own(state, 'TimeoutSeconds');
      const beat = own(state, 'HeartbeatSeconds');
      if (typeof timeout === 'number' && typeof beat === 'number' && beat >= timeout) {
        tell([...toJsonPath(path), 'HeartbeatSeconds'], `HeartbeatSeconds must be below TimeoutSeconds (${timeout}).`);
      }
    }
  },
};
