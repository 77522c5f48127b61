import { type JsonObject, own } from '../../base/index';
import { readResource } from '../../services/index';
import type { SummaryLine } from '../contract';

/** The service and action that the Resource names; the text of the Resource where nobody knows it. */
export function taskSummary(state: JsonObject): SummaryLine {
  const resource = own(state, 'Resource');
  const read = readResource(typeof resource === 'string' ? resource : '');
  switch (read.kind) {
    case 'action':
      return {
        icon: read.service.icon,
        action: `${read.service.label} · ${read.action.label}`,
        pattern: read.pattern,
      };
    case 'integration':
      return {
        ...(read.sdk ? { icon: 'sdk' } : {}),
        action: `${read.service} · ${read.action}`,
        pattern: read.pattern,
      };
    case 'function':
      return { icon: 'lambda', action: `Lambda · ${read.name}` };
    case 'activity':
      return { icon: 'activity', action: `Activity · ${read.name}` };
    case 'unknown':
      return { action: typeof resource === 'string' && resource !== '' ? resource : 'No resource' };
  }
}
